#include "app/verbs/info_smear.h"

#include <fmt/format.h>

#include <map>
#include <optional>

#include "core/files/smear_file.h"

namespace tomocyte {
namespace {

// Of the last focus map that the scan measured; absent: none is stored.
std::optional<double> focus_residual_um(const SmearScan& scan) {
  const auto maps = nlohmann::json::parse(scan.focus_json, nullptr, false);
  if (!maps.is_array() || maps.empty() || !maps.back().is_object()) return std::nullopt;
  const auto residual = maps.back().find("residual_rms_um");
  if (residual == maps.back().end() || !residual->is_number()) return std::nullopt;
  return residual->get<double>();
}

std::map<std::string, int> true_counts(const SmearScan& scan) {
  std::map<std::string, int> counts;
  const auto truth = nlohmann::json::parse(scan.truth_json, nullptr, false);
  if (!truth.is_object() || !truth.contains("cells")) return counts;
  for (const auto& cell : truth["cells"])
    if (cell.is_object()) ++counts[cell.value("type", std::string("unknown"))];
  return counts;
}

}  // namespace

SmearSummary smear_summary(const std::filesystem::path& path) {
  const SmearScan scan = SmearFile(path).scan();
  SmearSummary summary;
  summary.json = {{"kind", "smear"},
                  {"simulated", scan.simulated},
                  {"sample_id", scan.sample_id},
                  {"tiles", scan.tiles.size()},
                  {"tile_shape", scan.tile_shape},
                  {"bit_depth", scan.bit_depth},
                  {"pixel_size_um", scan.pixel_size_um},
                  {"numerical_aperture", scan.numerical_aperture},
                  {"overlap", scan.overlap},
                  {"region_um", {scan.region.x_um, scan.region.y_um, scan.region.width_um, scan.region.height_um}},
                  {"wavelengths", nlohmann::ordered_json::array()}};
  std::string& text = summary.text;
  text = scan.simulated ? "SIMULATED data\n" : "";
  text += fmt::format("deep-UV smear: {}\n", scan.sample_id.empty() ? "(none)" : scan.sample_id);
  text += fmt::format("region {:.0f} x {:.0f} µm from ({:.0f}, {:.0f}); {} tiles of {} pixels (y x x), {} bit\n",
                      scan.region.width_um, scan.region.height_um, scan.region.x_um, scan.region.y_um,
                      scan.tiles.size(), to_string(scan.tile_shape), scan.bit_depth);
  text += fmt::format("pixel {:.4g} µm, NA {:.3g}, overlap {:.0f} %, background at ({:.0f}, {:.0f}) µm, {}\n",
                      scan.pixel_size_um, scan.numerical_aperture, 100.0 * scan.overlap, scan.background.x_um,
                      scan.background.y_um, scan.background.time_utc);
  for (const SmearWavelength& w : scan.wavelengths) {
    summary.json["wavelengths"].push_back({{"wavelength_nm", w.wavelength_nm}, {"exposure_ms", w.exposure_ms}});
    text += fmt::format("  {:g} nm, {:g} ms\n", w.wavelength_nm, w.exposure_ms);
  }
  if (const auto residual = focus_residual_um(scan)) {
    summary.json["focus_residual_um"] = *residual;
    text += fmt::format("focus map: residual {:.2f} µm RMS\n", *residual);
  }
  for (const auto& [type, count] : true_counts(scan)) {
    summary.json["truth"][type] = count;
    text += fmt::format("  truth: {} {}\n", count, type);
  }
  for (const Provenance& record : scan.provenance)
    text += fmt::format("{} {}: {} {} {}\n", record.time_utc, record.step, record.program_version, record.device,
                        record.input);
  return summary;
}

}  // namespace tomocyte
