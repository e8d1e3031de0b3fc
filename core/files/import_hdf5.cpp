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
Imported import_exact_holograms(const File& file) {
  Imported import;
  import.scan.holograms = hdf5::read_holograms(file);
  import.scan.truth = sphere_truth(file, "truth_radius_um", "truth_sphere_index");
  import.scan.simulated = import.scan.truth.has_value();
  return import;
}

// Fields of an exact Mie solution: total and incident field on the plane z_detector_um, not limited by a pupil.
// The files name no detection aperture; 1.2 is the paper's (Ryu 2021, section 2.1).
constexpr double kDefaultAperture = 1.2;

Imported import_exact_fields(const File& file) {
  FieldStack fields;
  fields.setup.wavelength_um = file.number("/", "wavelength_um").value_or(0.0);
  fields.setup.medium_index = file.number("/", "n_medium").value_or(0.0);
  fields.setup.pixel_size_um = file.number("/", "pixel_um").value_or(0.0);
  const auto aperture = file.number("/", "numerical_aperture");
  fields.setup.numerical_aperture = aperture.value_or(kDefaultAperture);
  fields.focus_offset_um = file.number("/", "z_detector_um").value_or(0.0);
  fields.illumination = hdf5::read_vectors(file, "/k_illum");
  fields.field = file.read<std::complex<float>, 3>("/E_total");
  const auto incident = file.read<std::complex<float>, 3>("/E_incident");
  if (incident.shape() != fields.field.shape())
    throw FileError(file.path(), fmt::format("/E_total is {}, but /E_incident is {}", to_string(fields.field.shape()),
                                             to_string(incident.shape())));
  std::transform(fields.field.values().begin(), fields.field.values().end(), incident.values().begin(),
                 fields.field.values().begin(), std::divides<>());
  hdf5::check_fields(file, "/E_total divided by /E_incident", fields);
  Imported import;
  if (!aperture) import.assumed.emplace_back("numerical_aperture");
  import.scan.fields = std::move(fields);
  import.scan.truth = sphere_truth(file, "radius_um", "n_sphere");
  import.scan.simulated = true;
  return import;
}

// h5py writes file_format = "qpformat" with variable length, which is not read (hdf5.h): that it is there must do.
bool is_qpformat(const File& file) {
  const bool marked = file.text("/", "file_format") == "qpformat" || file.is_variable_text("/", "file_format");
  return marked && file.has("/0");
}

// The frames of a qpformat series: the datasets /0, /1, … in the order of their numbers.
std::vector<std::string> qpformat_frames(const File& file) {
  std::vector<std::string> names;
  while (file.has("/" + std::to_string(names.size()))) names.push_back("/" + std::to_string(names.size()));
  return names;
}

// qpformat "raw-oah" series: one uint8 or uint16 dataset [y, x] per frame, with SI attributes.
Imported import_qpformat(const File& file) {
  const std::vector<std::string> names = qpformat_frames(file);
  HologramStack stack;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto frame = file.read<std::uint16_t, 2>(names[i]);
    if (frame.empty()) throw FileError(file.path(), names[i] + " is empty");
    if (i == 0)
      stack.holograms = Array<std::uint16_t, 3>({static_cast<Index>(names.size()), frame.shape(0), frame.shape(1)});
    if (frame.shape() != stack.holograms[0].shape())
      throw FileError(file.path(), fmt::format("{} is {}, but {} is {}", names[i], to_string(frame.shape()), names[0],
                                               to_string(stack.holograms[0].shape())));
    std::copy(frame.values().begin(), frame.values().end(), stack.holograms[static_cast<Index>(i)].data());
  }
  const auto values = stack.holograms.values();
  stack.bit_depth = std::all_of(values.begin(), values.end(), [](std::uint16_t count) { return count < 256; }) ? 8 : 16;
  constexpr double kMicrometresPerMetre = 1e6;
  stack.setup.wavelength_um = file.number(names[0], "wavelength").value_or(0.0) * kMicrometresPerMetre;
  stack.setup.pixel_size_um = file.number(names[0], "pixel size").value_or(0.0) * kMicrometresPerMetre;
  stack.setup.medium_index = file.number(names[0], "medium index").value_or(0.0);
  stack.setup.numerical_aperture = file.number(names[0], "numerical aperture").value_or(0.0);
  Imported import;
  import.scan.holograms = std::move(stack);
  return import;
}

}  // namespace

Imported import_hdf5(const std::filesystem::path& path) {
  const File file = File::open(path);
  if (hdf5::is_scan_file(file)) return {read_scan(path), true, {}};
  if (file.has(layout::kHolograms)) return import_exact_holograms(file);
  if (file.has("/E_total") && file.has("/E_incident") && file.has("/k_illum")) return import_exact_fields(file);
  if (is_qpformat(file)) return import_qpformat(file);
  throw FileError(path, "holds none of the HDF5 layouts that Tomocyte reads (it holds " + hdf5::contents(file) + ")",
                  "Tomocyte reads its own scans, /acquisition/holograms with a setup, exact fields (E_total, "
                  "E_incident, k_illum) and qpformat hologram series (/0, /1, …).");
}

}  // namespace tomocyte
