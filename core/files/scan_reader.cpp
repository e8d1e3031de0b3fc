// Reads the scan file (docs/file-format.md).
#include "core/files/scan_reader.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/files/cell_columns.h"
#include "core/files/scan_layout.h"

namespace tomocyte {
namespace hdf5 {
namespace {

Tomogram read_tomogram(const File& file, const std::string& dataset) {
  Tomogram tomogram;
  tomogram.ri = file.read<float, 3>(dataset);
  const std::vector<double> voxel = file.numbers(dataset, "voxel_size_um");
  if (voxel.size() != 3)
    throw FileError(file.path(), dataset + " lacks the attribute voxel_size_um = [z, y, x]");
  tomogram.voxel_size_um = {voxel[0], voxel[1], voxel[2]};
  tomogram.medium_index = file.number(dataset, "medium_index").value_or(0.0);
  tomogram.wavelength_um = file.number(dataset, "wavelength_um").value_or(0.0);
  tomogram.convergence = file.numbers(dataset, "convergence");
  try {
    validate(tomogram);
  } catch (const InputError& error) {
    throw FileError(file.path(), dataset + ": " + error.what(), error.remedy());
  }
  return tomogram;
}

FieldStack read_fields(const File& file) {
  FieldStack fields;
  fields.setup = read_setup(file, layout::kFields);
  fields.field = file.read<std::complex<float>, 3>(layout::kField);
  fields.illumination = read_vectors(file, layout::kFieldIllumination);
  fields.focus_offset_um = file.number(layout::kFields, "focus_offset_um").value_or(0.0);
  return fields;
}

std::vector<Cell> read_cells(const File& file) {
  std::vector<Cell> cells;
  for (const CellColumn& column : cell_columns()) {
    const auto values = file.read<double, 1>(std::string(layout::kCells) + "/" + column.name);
    if (cells.empty()) cells.resize(static_cast<std::size_t>(values.size()));
    if (static_cast<Index>(cells.size()) != values.size())
      throw FileError(file.path(), "the columns under /cells differ in length");
    for (std::size_t i = 0; i < cells.size(); ++i) column.set(cells[i], values.values()[i]);
  }
  return cells;
}

std::vector<Provenance> read_provenance(const File& file) {
  std::vector<Provenance> records;
  const auto list = nlohmann::json::parse(file.text(layout::kProvenance, "records"), nullptr, false);
  if (!list.is_array()) return records;
  for (const auto& entry : list) {
    const auto get = [&](const char* key) { return entry.value(key, std::string()); };
    records.push_back({get("step"), get("program_version"), get("git_revision"), get("time_utc"), get("options"),
                       get("input"), get("input_checksum"), get("device")});
  }
  return records;
}

}  // namespace

OpticalSetup read_setup(const File& file, const std::string& group) {
  const auto get = [&](const char* name) {
    const auto own = file.number(group, name);
    return own ? *own : file.number("/", name).value_or(0.0);
  };
  return {get("wavelength_um"), get("medium_index"), get("numerical_aperture"), get("pixel_size_um")};
}

std::vector<WaveVector> read_vectors(const File& file, const std::string& dataset) {
  const auto table = file.read<double, 2>(dataset);
  if (table.shape(1) < 2) throw FileError(file.path(), dataset + " needs two columns, kx and ky in rad/µm");
  std::vector<WaveVector> vectors;
  for (Index i = 0; i < table.shape(0); ++i) vectors.push_back({table(i, 0), table(i, 1)});
  return vectors;
}

HologramStack read_holograms(const File& file) {
  HologramStack stack;
  stack.setup = read_setup(file, layout::kAcquisition);
  stack.holograms = file.read<std::uint16_t, 3>(layout::kHolograms);
  if (file.has(layout::kBackground)) stack.background = file.read<std::uint16_t, 3>(layout::kBackground);
  if (file.has(layout::kIllumination)) stack.illumination = read_vectors(file, layout::kIllumination);
  auto carrier = file.numbers(layout::kAcquisition, "carrier_rad_per_um");
  if (carrier.empty()) carrier = file.numbers("/", "carrier_rad_per_um");
  if (carrier.size() == 2) stack.carrier = WaveVector{carrier[0], carrier[1]};
  const Handle set(H5Dopen2(file.id(), layout::kHolograms, H5P_DEFAULT));
  const Handle type(H5Dget_type(set.get()));
  const int stored_bits = static_cast<int>(8 * H5Tget_size(type.get()));
  stack.bit_depth = static_cast<int>(file.number(layout::kAcquisition, "bit_depth").value_or(stored_bits));
  return stack;
}

bool is_scan_file(const File& file) { return file.text("/", "format") == layout::kFormat; }

Scan read_scan_contents(const File& file, const ScanParts& parts, const Progress& progress) {
  Scan scan;
  scan.sample_id = file.text("/", "sample_id");
  scan.simulated = file.number("/", "simulated").value_or(0.0) != 0.0;
  if (parts.holograms && file.has(layout::kHolograms)) scan.holograms = read_holograms(file);
  progress.report(0.4);
  if (parts.fields && file.has(layout::kField)) scan.fields = read_fields(file);
  progress.report(0.5);
  if (parts.tomogram && file.has(layout::kTomogram)) scan.tomogram = read_tomogram(file, layout::kTomogram);
  if (parts.tomogram && file.has(layout::kLabels)) scan.labels = file.read<std::uint16_t, 3>(layout::kLabels);
  if (file.has(layout::kCells)) scan.cells = read_cells(file);
  progress.report(0.8);
  if (parts.truth && file.has(layout::kTruth)) {
    scan.truth = GroundTruth{file.text(layout::kTruth, "description"), std::nullopt};
    if (file.has(layout::kTruthTomogram)) scan.truth->tomogram = read_tomogram(file, layout::kTruthTomogram);
  }
  scan.provenance = read_provenance(file);
  return scan;
}

}  // namespace hdf5

Scan read_scan(const std::filesystem::path& path, const ScanParts& parts, const Progress& progress) {
  const hdf5::File file = hdf5::File::open(path);
  if (!hdf5::is_scan_file(file))
    throw FileError(path, "is an HDF5 file but not a Tomocyte scan",
                    "tomocyte reconstruct opens the other layouts that Tomocyte understands.");
  const int version = static_cast<int>(file.number("/", "format_version").value_or(0.0));
  if (version > layout::kFormatVersion)
    throw FileError(path,
                    fmt::format("was written in format {}, this program reads up to {}", version, layout::kFormatVersion),
                    "Install a newer Tomocyte.");
  return hdf5::read_scan_contents(file, parts, progress);
}

}  // namespace tomocyte
