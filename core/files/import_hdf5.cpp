// HDF5 layouts of other programs.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/files/import_formats.h"
#include "core/files/scan_layout.h"
#include "core/files/scan_reader.h"

namespace tomocyte {
namespace {

using hdf5::File;

// A homogeneous sphere at the origin, as the exact data sets describe it in their attributes.
std::optional<GroundTruth> sphere_truth(const File& file, const char* radius_name, const char* index_name) {
  const auto radius = file.number("/", radius_name);
  const auto index = file.number("/", index_name);
  if (!radius || !index) return std::nullopt;
  const nlohmann::ordered_json json = {
      {"shape", "sphere"}, {"radius_um", *radius}, {"refractive_index", *index}, {"centre_um", {0.0, 0.0, 0.0}}};
  return GroundTruth{json.dump(), std::nullopt};
}

// The exact sets are computed, not measured: they are simulated data.
Scan import_exact_holograms(const File& file) {
  Scan scan;
  scan.holograms = hdf5::read_holograms(file);
  scan.truth = sphere_truth(file, "truth_radius_um", "truth_sphere_index");
  scan.simulated = scan.truth.has_value();
  return scan;
}

// Fields of an exact Mie solution: total and incident field on the plane z_detector_um, not limited by a pupil.
// The files name no detection aperture; 1.2 is the paper's (Ryu 2021, section 2.1).
constexpr double kDefaultAperture = 1.2;

Scan import_exact_fields(const File& file) {
  FieldStack fields;
  fields.setup.wavelength_um = file.number("/", "wavelength_um").value_or(0.0);
  fields.setup.medium_index = file.number("/", "n_medium").value_or(0.0);
  fields.setup.pixel_size_um = file.number("/", "pixel_um").value_or(0.0);
  fields.setup.numerical_aperture = file.number("/", "numerical_aperture").value_or(kDefaultAperture);
  fields.focus_offset_um = file.number("/", "z_detector_um").value_or(0.0);
  fields.illumination = hdf5::read_vectors(file, "/k_illum");
  fields.field = file.read<std::complex<float>, 3>("/E_total");
  const auto incident = file.read<std::complex<float>, 3>("/E_incident");
  if (incident.shape() != fields.field.shape()) throw FileError(file.path(), "E_total and E_incident differ in shape");
  std::transform(fields.field.values().begin(), fields.field.values().end(), incident.values().begin(),
                 fields.field.values().begin(), std::divides<>());
  Scan scan;
  scan.fields = std::move(fields);
  scan.truth = sphere_truth(file, "radius_um", "n_sphere");
  scan.simulated = true;
  return scan;
}

// qpformat "raw-oah" series: datasets /0, /1, … [y, x] with SI attributes.
Scan import_qpformat(const File& file) {
  std::vector<std::string> names = file.datasets();
  std::sort(names.begin(), names.end(),
            [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
  const auto first = file.read<std::uint16_t, 2>(names.front());
  HologramStack stack;
  stack.holograms = Array<std::uint16_t, 3>({static_cast<Index>(names.size()), first.shape(0), first.shape(1)});
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto frame = file.read<std::uint16_t, 2>(names[i]);
    if (frame.shape() != first.shape()) throw FileError(file.path(), names[i] + " differs in size from " + names[0]);
    std::copy(frame.values().begin(), frame.values().end(), stack.holograms[static_cast<Index>(i)].data());
  }
  constexpr double kMicrometresPerMetre = 1e6;
  stack.setup.wavelength_um = file.number(names[0], "wavelength").value_or(0.0) * kMicrometresPerMetre;
  stack.setup.pixel_size_um = file.number(names[0], "pixel size").value_or(0.0) * kMicrometresPerMetre;
  stack.setup.medium_index = file.number(names[0], "medium index").value_or(0.0);
  stack.setup.numerical_aperture = file.number(names[0], "numerical aperture").value_or(0.0);
  Scan scan;
  scan.holograms = std::move(stack);
  return scan;
}

std::string contents(const File& file) {
  std::string list;
  for (const std::string& name : file.datasets()) list += (list.empty() ? "" : ", ") + name;
  return list.empty() ? "no datasets" : list;
}

}  // namespace

Scan import_hdf5(const std::filesystem::path& path) {
  const File file = File::open(path);
  if (hdf5::is_scan_file(file)) return read_scan(path);
  if (file.has(layout::kHolograms)) return import_exact_holograms(file);
  if (file.has("/E_total") && file.has("/E_incident") && file.has("/k_illum")) return import_exact_fields(file);
  if (file.text("/", "file_format") == "qpformat" && file.has("/0")) return import_qpformat(file);
  throw FileError(
      path, "holds none of the layouts that Tomocyte reads (found: " + contents(file) + ")",
      "Expected /acquisition/holograms, or E_total, E_incident and k_illum, or a qpformat hologram series.");
}

}  // namespace tomocyte
