#include "app/workflow/surface_levels.h"

#include <algorithm>
#include <vector>

#include "core/error.h"
#include "inference/measure.h"

namespace tomocyte {
namespace {

constexpr std::size_t kBins = 256;
constexpr double kLeastSpread = 0.002;  // refractive index; a narrower distribution within the cells is one group

// The last measurement's own bound; its record may be of a version with other options.
double membrane_of(const Scan& scan) {
  MeasurementOptions options;
  for (const Provenance& record : scan.provenance)
    if (record.step == "measurement") try {
        options = options_from_json<MeasurementOptions>(record.options_json);
      } catch (const InputError&) {
        options = {};
      }
  return options.threshold_ri > scan.tomogram->medium_index
             ? options.threshold_ri
             : scan.tomogram->medium_index + options.threshold_above_medium;
}

std::vector<float> within_cells(const Scan& scan, double membrane) {
  const auto ri = scan.tomogram->ri.values();
  std::vector<float> inside;
  const bool labelled = scan.labels.shape() == scan.tomogram->ri.shape();
  for (std::size_t i = 0; i < ri.size(); ++i)
    if (labelled ? scan.labels.values()[i] != 0 : ri[i] > static_cast<float>(membrane)) inside.push_back(ri[i]);
  return inside;
}

}  // namespace

SurfaceLevels surface_levels(const Scan& scan) {
  if (!scan.tomogram) throw InputError("the scan holds no tomogram", "Reconstruct it first.");
  const auto ri = scan.tomogram->ri.values();
  const double medium = scan.tomogram->medium_index;
  const double highest = std::max<double>(*std::max_element(ri.begin(), ri.end()), medium + 0.01);
  SurfaceLevels levels;
  levels.ri = histogram(ri, medium - 0.05 * (highest - medium), highest, kBins);
  levels.membrane_ri = membrane_of(scan);
  levels.interior_ri = 0.5 * (levels.membrane_ri + std::max(highest, levels.membrane_ri));
  levels.interior_found = false;
  const std::vector<float> inside = within_cells(scan, levels.membrane_ri);
  if (inside.empty()) return levels;
  const auto [low, high] = std::minmax_element(inside.begin(), inside.end());
  if (!(*high - *low > kLeastSpread)) return levels;
  levels.interior_ri = otsu_threshold(histogram(inside, *low, *high, kBins));
  levels.interior_found = true;
  return levels;
}

}  // namespace tomocyte
