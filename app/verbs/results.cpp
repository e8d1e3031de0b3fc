#include "app/verbs/results.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/workflow/sphere_truth.h"

namespace tomocyte {
namespace {

std::string label(const Scan& scan) { return scan.simulated ? "SIMULATED " : ""; }

std::vector<std::pair<std::size_t, std::string>> rejected_frames(const Scan& scan) {
  std::vector<std::pair<std::size_t, std::string>> rejected;
  if (scan.fields)
    for (std::size_t i = 0; i < scan.fields->quality.size(); ++i)
      if (scan.fields->quality[i].rejected) rejected.emplace_back(i, scan.fields->quality[i].reason);
  return rejected;
}

std::string flags_of(const Cell& cell) {
  std::string flags = cell.touches_border ? "touches border" : "";
  if (cell.too_small) flags += flags.empty() ? "too small" : ", too small";
  return flags;
}

// "monocyte 0.97; touches border", with what a person must look at.
std::string remarks_on(const Cell& cell) {
  std::string text;
  if (const auto& found = cell.classification) {
    text = fmt::format("{} {:.2f}", found->probabilities.front().cell_class, found->probabilities.front().probability);
    if (!found->uncertain.empty()) text += ", UNCERTAIN: " + found->uncertain;
  }
  const std::string flags = flags_of(cell);
  return text + (text.empty() || flags.empty() ? "" : "; ") + flags;
}

std::string sphere_text(const SphereAccuracy& sphere) {
  return fmt::format(
      "\nAgainst the exact sphere of this scan (r {:.3f} µm, n {:.4f}):"
      "\n  mean RI within 0.8 r     {:.5f}  (error {:+.5f})"
      "\n  mean RI within r         {:.5f}  (error {:+.5f})"
      "\n  half-contrast volume     {:.1f} fL (exact {:.1f} fL, {:+.2f} %)"
      "\n  dry-mass ratio           {:.4f}"
      "\n  background SD            {:.2e}",
      sphere.radius_um, sphere.sphere_index, sphere.mean_ri_inner, sphere.mean_ri_inner - sphere.sphere_index,
      sphere.mean_ri, sphere.mean_ri - sphere.sphere_index, sphere.half_contrast_volume_fl, sphere.true_volume_fl,
      100.0 * (sphere.half_contrast_volume_fl / sphere.true_volume_fl - 1.0), sphere.dry_mass_ratio,
      sphere.background_sd);
}

nlohmann::ordered_json sphere_json(const SphereAccuracy& sphere) {
  return {{"radius_um", sphere.radius_um},
          {"sphere_index", sphere.sphere_index},
          {"mean_ri_within_0.8_radius", sphere.mean_ri_inner},
          {"mean_ri_within_radius", sphere.mean_ri},
          {"half_contrast_volume_fl", sphere.half_contrast_volume_fl},
          {"true_volume_fl", sphere.true_volume_fl},
          {"dry_mass_ratio", sphere.dry_mass_ratio},
          {"background_sd", sphere.background_sd}};
}

// The value that `part` of the angle's phases lie below.
double phase_percentile(const FieldStack& fields, Index angle, double part) {
  const View<const float, 2> phase = fields.phase.view()[angle];
  std::vector<float> values(phase.data(), phase.data() + phase.size());
  const auto nth = values.begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), nth, values.end());
  return *nth;
}

}  // namespace

std::string fields_text(const Scan& scan) {
  const FieldStack& fields = *scan.fields;
  std::string text = fmt::format("{}fields: {} (angle x y x x), pixel {:.4g} µm; phase in rad above the border",
                                 label(scan), to_string(fields.field.shape()), fields.setup.pixel_size_um);
  if (fields.sign_assumed) text += "\nassumed: cells denser than the medium (nothing tells the sign of the phase)";
  for (Index angle = 0; angle < fields.field.shape(0); ++angle) {
    text += fmt::format("\n  angle {:>2}: 1st percentile {:+.3f}, 99th percentile {:+.3f}", angle,
                        phase_percentile(fields, angle, 0.01), phase_percentile(fields, angle, 0.99));
    const FrameQuality& quality = fields.quality[static_cast<std::size_t>(angle)];
    text += fmt::format(", border noise {:.3f}{}", quality.phase_noise_rad,
                        quality.rejected ? "; left out: " + quality.reason : "");
  }
  return text;
}

nlohmann::ordered_json fields_json(const Scan& scan) {
  const FieldStack& fields = *scan.fields;
  nlohmann::ordered_json json = {{"simulated", scan.simulated},
                                 {"shape_angle_y_x", fields.field.shape()},
                                 {"pixel_size_um", fields.setup.pixel_size_um},
                                 {"angles", nlohmann::ordered_json::array()}};
  for (Index angle = 0; angle < fields.field.shape(0); ++angle) {
    const FrameQuality& quality = fields.quality[static_cast<std::size_t>(angle)];
    json["angles"].push_back({{"phase_percentile_1_rad", phase_percentile(fields, angle, 0.01)},
                              {"phase_percentile_99_rad", phase_percentile(fields, angle, 0.99)},
                              {"border_noise_rad", quality.phase_noise_rad},
                              {"rejected", quality.rejected},
                              {"reason", quality.reason}});
  }
  return json;
}

std::string tomogram_text(const Scan& scan) {
  const Tomogram& tomogram = *scan.tomogram;
  const auto [low, high] = std::minmax_element(tomogram.ri.values().begin(), tomogram.ri.values().end());
  const VoxelSize& voxel = tomogram.voxel_size_um;
  std::string text = fmt::format(
      "{}tomogram: {} voxels of {:.4g} x {:.4g} x {:.4g} µm (z, y, x), n {:.4f} to {:.4f} in a medium of {:.4f}",
      label(scan), to_string(tomogram.ri.shape()), voxel.z, voxel.y, voxel.x, *low, *high, tomogram.medium_index);
  if (!tomogram.convergence.empty())
    text += fmt::format("\n{} iterations, last relative change {:.2e}", tomogram.convergence.size(),
                        tomogram.convergence.back());
  const auto rejected = rejected_frames(scan);
  if (scan.fields) text += fmt::format("\n{} of {} frames left out", rejected.size(), scan.fields->field.shape(0));
  if (scan.fields && scan.fields->sign_assumed)
    text += "\nthe scan does not tell the phase's sign: taken positive, as of cells denser than the medium";
  for (const auto& [frame, reason] : rejected) text += fmt::format("\n  frame {}: {}", frame, reason);
  if (const auto sphere = compare_with_truth(scan)) text += sphere_text(*sphere);
  return text;
}

nlohmann::ordered_json tomogram_json(const Scan& scan) {
  const Tomogram& tomogram = *scan.tomogram;
  const auto [low, high] = std::minmax_element(tomogram.ri.values().begin(), tomogram.ri.values().end());
  const VoxelSize& voxel = tomogram.voxel_size_um;
  nlohmann::ordered_json json = {{"simulated", scan.simulated},
                                 {"shape_zyx", tomogram.ri.shape()},
                                 {"voxel_size_um_zyx", {voxel.z, voxel.y, voxel.x}},
                                 {"medium_index", tomogram.medium_index},
                                 {"ri_minimum", *low},
                                 {"ri_maximum", *high},
                                 {"convergence", tomogram.convergence}};
  json["rejected_frames"] = nlohmann::ordered_json::array();
  for (const auto& [frame, reason] : rejected_frames(scan))
    json["rejected_frames"].push_back({{"frame", frame}, {"reason", reason}});
  if (const auto sphere = compare_with_truth(scan)) json["sphere"] = sphere_json(*sphere);
  return json;
}

std::string cells_text(const Scan& scan) {
  if (scan.cells.empty()) return label(scan) + "no cells found";
  std::string text = fmt::format("{}{} object{}\n", label(scan), scan.cells.size(), scan.cells.size() == 1 ? "" : "s");
  text += fmt::format("{:>5} {:>12} {:>13} {:>11} {:>12} {:>16} {:>8}  {}\n", "label", "volume (fL)", "surface (µm²)",
                      "sphericity", "dry mass (pg)", "density (g/dL)", "mean RI", "class, flags");
  for (const Cell& cell : scan.cells) {
    const CellIndices& i = cell.indices;
    text += fmt::format("{:>5} {:>12.2f} {:>12.2f} {:>11.3f} {:>13.2f} {:>16.2f} {:>8.4f}  {}\n", cell.label,
                        i.volume_fl, i.surface_area_um2, i.sphericity, i.dry_mass_pg, i.protein_density_g_dl, i.mean_ri,
                        remarks_on(cell));
  }
  text.pop_back();
  for (const Cell& cell : scan.cells)
    if (cell.classification) {
      text += fmt::format("\nclassified by \"{}\"", cell.classification->model);
      break;
    }
  return text;
}

nlohmann::ordered_json classification_json(const Classification& found) {
  nlohmann::ordered_json json = {{"model", found.model}, {"uncertain", found.uncertain}};
  for (const auto& [name, probability] : found.probabilities)
    json["probabilities"].push_back({{"class", name}, {"probability", probability}});
  return json;
}

nlohmann::ordered_json cells_json(const Scan& scan) {
  nlohmann::ordered_json cells = nlohmann::ordered_json::array();
  for (const Cell& cell : scan.cells) {
    const CellIndices& i = cell.indices;
    cells.push_back({{"label", cell.label},
                     {"centroid_um_zyx", cell.centroid_um},
                     {"volume_fl", i.volume_fl},
                     {"surface_area_um2", i.surface_area_um2},
                     {"sphericity", i.sphericity},
                     {"dry_mass_pg", i.dry_mass_pg},
                     {"protein_density_g_dl", i.protein_density_g_dl},
                     {"mean_ri", i.mean_ri},
                     {"corpuscular_volume_fl", cell.corpuscular_volume_fl},
                     {"corpuscular_hemoglobin_pg", cell.corpuscular_hemoglobin_pg},
                     {"touches_border", cell.touches_border},
                     {"too_small", cell.too_small}});
    if (cell.classification) cells.back()["classification"] = classification_json(*cell.classification);
  }
  return {{"simulated", scan.simulated}, {"sample_id", scan.sample_id}, {"cells", cells}};
}

}  // namespace tomocyte
