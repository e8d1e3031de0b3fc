#include "core/files/import.h"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/files/checksum.h"
#include "core/files/import_formats.h"
#include "core/files/scan_file.h"

namespace tomocyte {
namespace {

std::string lower_extension(const std::filesystem::path& path) {
  std::string extension = path.extension().string();
  for (char& c : extension) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return extension;
}

bool is_hdf5_name(const std::string& extension) { return extension == ".h5" || extension == ".hdf5"; }

Scan open_by_kind(const std::filesystem::path& path) {
  const std::string extension = lower_extension(path);
  if (is_hdf5_name(extension)) return import_hdf5(path);
  Scan scan;
  if (extension == ".tif" || extension == ".tiff") scan.holograms = import_tiff(path);
  else if (extension == ".npz") scan.holograms = import_npz(path);
  else
    throw FileError(path, "is of a kind that Tomocyte does not read",
                    "It reads .h5 and .hdf5 (scans, exact fields and holograms, qpformat), .tif stacks and .npz.");
  return scan;
}

// What the JSON beside a file tells (import.h). Command-line values win over it.
struct Sidecar {
  ImportOptions options;
  std::vector<WaveVector> illumination;
  std::optional<WaveVector> carrier;
  std::optional<int> bit_depth;
};

Sidecar read_sidecar(const std::filesystem::path& data, const ImportOptions& given) {
  Sidecar sidecar{given, {}, {}, {}};
  std::filesystem::path path = data;
  path.replace_extension(".json");
  if (!std::filesystem::exists(path)) return sidecar;
  try {
    std::ifstream stream(path);
    const auto json = nlohmann::json::parse(stream);
    const auto fill = [&](const char* key, std::optional<double>& value) {
      if (!value && json.contains(key)) value = json.at(key).get<double>();
    };
    fill("wavelength_um", sidecar.options.wavelength_um);
    fill("medium_index", sidecar.options.medium_index);
    fill("numerical_aperture", sidecar.options.numerical_aperture);
    fill("pixel_size_um", sidecar.options.pixel_size_um);
    if (json.contains("bit_depth")) sidecar.bit_depth = json["bit_depth"].get<int>();
    for (const auto& k : json.value("illumination", nlohmann::json::array()))
      sidecar.illumination.push_back({k.at(0).get<double>(), k.at(1).get<double>()});
    if (json.contains("carrier_rad_per_um"))
      sidecar.carrier = WaveVector{json["carrier_rad_per_um"].at(0), json["carrier_rad_per_um"].at(1)};
    if (sidecar.options.background.empty() && json.contains("background"))
      sidecar.options.background = path.parent_path() / json["background"].get<std::string>();
  } catch (const nlohmann::json::exception& error) {
    throw FileError(path, std::string("cannot be understood: ") + error.what());
  }
  return sidecar;
}

void apply(const ImportOptions& options, OpticalSetup& setup) {
  setup.wavelength_um = options.wavelength_um.value_or(setup.wavelength_um);
  setup.medium_index = options.medium_index.value_or(setup.medium_index);
  setup.numerical_aperture = options.numerical_aperture.value_or(setup.numerical_aperture);
  setup.pixel_size_um = options.pixel_size_um.value_or(setup.pixel_size_um);
}

void apply(const Sidecar& sidecar, Scan& scan) {
  if (scan.fields) apply(sidecar.options, scan.fields->setup);
  if (!scan.holograms) return;
  HologramStack& stack = *scan.holograms;
  apply(sidecar.options, stack.setup);
  if (!sidecar.illumination.empty()) stack.illumination = sidecar.illumination;
  if (sidecar.carrier) stack.carrier = sidecar.carrier;
  if (sidecar.bit_depth) stack.bit_depth = *sidecar.bit_depth;
  if (sidecar.options.background.empty()) return;
  Scan background = open_by_kind(sidecar.options.background);
  if (!background.holograms) throw FileError(sidecar.options.background, "holds no holograms to use as background");
  stack.background = std::move(background.holograms->holograms);
  if (stack.background.shape() != stack.holograms.shape())
    throw FileError(sidecar.options.background,
                    fmt::format("is {}, the holograms are {}", to_string(stack.background.shape()),
                                to_string(stack.holograms.shape())),
                    "Record one background of the same size per angle.");
}

}  // namespace

Scan open_scan(const std::filesystem::path& path, const ImportOptions& options, const Progress& progress) {
  if (!std::filesystem::exists(path)) throw FileError(path, "there is no such file");
  if (std::filesystem::is_directory(path)) throw FileError(path, "is a folder, not a file");
  progress.report(0.0);
  Scan scan = open_by_kind(path);
  progress.report(0.8);
  apply(read_sidecar(path, options), scan);
  if (scan.provenance.empty()) {
    Provenance record = make_provenance("import");
    record.input = path.filename().string();
    record.input_checksum = file_checksum(path);
    scan.provenance.push_back(std::move(record));
  }
  if (scan.sample_id.empty()) scan.sample_id = path.stem().string();
  progress.report(1.0);
  return scan;
}

}  // namespace tomocyte
