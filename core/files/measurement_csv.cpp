#include "core/files/measurement_csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "core/error.h"
#include "core/files/export.h"

namespace tomocyte {
namespace {

std::string beginning_of(const Scan& scan) {
  return csv_quoted(scan.sample_id) + (scan.simulated ? ",SIMULATED" : ",no");
}

constexpr std::size_t kMostPoints = 3;

std::string index_columns(const DrawnMeasurement& measurement, const Tomogram& tomogram) {
  if (measurement.kind != MeasurementKind::profile) return ",,,";
  const std::vector<double> ri = line_profile(tomogram, measurement.points[0], measurement.points[1]).ri;
  const auto [lowest, highest] = std::minmax_element(ri.begin(), ri.end());
  return fmt::format(",{:.5f},{:.5f},{:.5f}",
                     std::accumulate(ri.begin(), ri.end(), 0.0) / static_cast<double>(ri.size()), *lowest, *highest);
}

}  // namespace

std::string line_profile_csv(const LineProfile& profile, const Scan& scan) {
  std::string text = "sample_id,simulated,distance,x,y,z,refractive_index\n,,µm,µm,µm,µm,\n";
  for (std::size_t i = 0; i < profile.ri.size(); ++i) {
    const PositionUm at = profile.position(i);
    text += beginning_of(scan) + fmt::format(",{:.4f},{:.4f},{:.4f},{:.4f},{:.5f}\n", profile.distance_um[i], at[2],
                                             at[1], at[0], profile.ri[i]);
  }
  return text;
}

std::string measurements_csv(std::span<const DrawnMeasurement> measurements, const Scan& scan) {
  if (!scan.tomogram) throw InputError("the scan holds no tomogram", "Reconstruct it first.");
  std::string header = "sample_id,simulated,number,kind,value,unit,mean_ri,lowest_ri,highest_ri";
  std::string units = ",,,,,,,,";
  for (std::size_t point = 1; point <= kMostPoints; ++point) {
    header += fmt::format(",x{0},y{0},z{0}", point);
    units += ",µm,µm,µm";
  }
  std::string text = header + "\n" + units + "\n";
  for (const DrawnMeasurement& measurement : measurements) {
    text += beginning_of(scan) + fmt::format(",{},{},{:.4f},{}", measurement.number, name_of(measurement.kind),
                                             value_of(measurement), unit_of(measurement.kind));
    text += index_columns(measurement, *scan.tomogram);
    for (std::size_t point = 0; point < kMostPoints; ++point) {
      if (point >= measurement.points.size()) {
        text += ",,,";
        continue;
      }
      const PositionUm& at = measurement.points[point];
      text += fmt::format(",{:.4f},{:.4f},{:.4f}", at[2], at[1], at[0]);
    }
    text += "\n";
  }
  return text;
}

}  // namespace tomocyte
