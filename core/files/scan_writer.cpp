// Writes one scan into one HDF5 file (docs/file-format.md), atomically.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/files/atomic_file.h"
#include "core/files/cell_columns.h"
#include "core/files/hdf5.h"
#include "core/files/scan_file.h"
#include "core/files/scan_layout.h"

namespace tomocyte {
namespace {

using hdf5::File;

void write_setup(const File& file, const std::string& group, const OpticalSetup& setup) {
  file.set_number(group, "wavelength_um", setup.wavelength_um);
  file.set_number(group, "medium_index", setup.medium_index);
  file.set_number(group, "numerical_aperture", setup.numerical_aperture);
  file.set_number(group, "pixel_size_um", setup.pixel_size_um);
}

void write_vectors(const File& file, const std::string& dataset, const std::vector<WaveVector>& vectors) {
  if (vectors.empty()) return;
  Array<double, 2> table({static_cast<Index>(vectors.size()), 2});
  for (std::size_t i = 0; i < vectors.size(); ++i) {
    table(i, 0) = vectors[i].x;
    table(i, 1) = vectors[i].y;
  }
  file.write<double, 2>(dataset, std::as_const(table).view(), table.shape());
  file.set_text(dataset, "unit", "rad/µm, columns kx, ky");
}

void write_holograms(const File& file, const HologramStack& stack, const Progress& progress) {
  const hid_t stored = stack.bit_depth <= 8 ? H5T_STD_U8LE : H5T_STD_U16LE;
  const Shape<3> frame = {1, stack.holograms.shape(1), stack.holograms.shape(2)};
  file.make_group(layout::kAcquisition);
  write_setup(file, layout::kAcquisition, stack.setup);
  file.set_integer(layout::kAcquisition, "bit_depth", stack.bit_depth);
  if (stack.carrier) file.set_numbers(layout::kAcquisition, "carrier_rad_per_um", {stack.carrier->x, stack.carrier->y});
  file.write<std::uint16_t, 3>(layout::kHolograms, stack.holograms.view(), frame, stored);
  progress.report(0.5);
  if (!stack.background.empty())
    file.write<std::uint16_t, 3>(layout::kBackground, stack.background.view(), frame, stored);
  write_vectors(file, layout::kIllumination, stack.illumination);
}

void write_fields(const File& file, const FieldStack& stack) {
  file.make_group(layout::kFields);
  write_setup(file, layout::kFields, stack.setup);
  file.set_number(layout::kFields, "focus_offset_um", stack.focus_offset_um);
  file.write<std::complex<float>, 3>(layout::kField, stack.field.view(),
                                     {1, stack.field.shape(1), stack.field.shape(2)});
  write_vectors(file, layout::kFieldIllumination, stack.illumination);
}

// Slabs of 16 planes: a viewer that reads one z pays for little, and chunks stay near 1 MB compressed.
Shape<3> slab(const Shape<3>& shape) { return {std::min<Index>(16, shape[0]), shape[1], shape[2]}; }

void write_tomogram(const File& file, const std::string& dataset, const Tomogram& tomogram) {
  file.write<float, 3>(dataset, tomogram.ri.view(), slab(tomogram.ri.shape()));
  const VoxelSize& voxel = tomogram.voxel_size_um;
  file.set_numbers(dataset, "voxel_size_um", {voxel.z, voxel.y, voxel.x});
  file.set_number(dataset, "medium_index", tomogram.medium_index);
  file.set_number(dataset, "wavelength_um", tomogram.wavelength_um);
  file.set_text(dataset, "quantity", "refractive index [z, y, x]");
  if (!tomogram.convergence.empty()) file.set_numbers(dataset, "convergence", tomogram.convergence);
}

std::string quality_json(const std::vector<FrameQuality>& quality) {
  nlohmann::json list = nlohmann::json::array();
  for (const FrameQuality& frame : quality)
    list.push_back({{"phase_noise_rad", frame.phase_noise_rad},
                    {"gradient_score", frame.gradient_score},
                    {"phase_jump_rad", frame.phase_jump_rad},
                    {"contrast", frame.contrast},
                    {"saturated_fraction", frame.saturated_fraction},
                    {"rejected", frame.rejected},
                    {"reason", frame.reason}});
  return list.dump();
}

void write_cells(const File& file, const std::vector<Cell>& cells) {
  if (cells.empty()) return;
  for (const CellColumn& column : cell_columns()) {
    Array<double, 1> values({static_cast<Index>(cells.size())});
    std::transform(cells.begin(), cells.end(), values.data(), column.get);
    const std::string dataset = std::string(layout::kCells) + "/" + column.name;
    file.write<double, 1>(dataset, std::as_const(values).view(), values.shape());
    if (!column.unit.empty()) file.set_text(dataset, "unit", column.unit);
  }
}

std::string provenance_json(const std::vector<Provenance>& records) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Provenance& record : records)
    list.push_back({{"step", record.step},
                    {"program_version", record.program_version},
                    {"git_revision", record.git_revision},
                    {"time_utc", record.time_utc},
                    {"options", record.options_json},
                    {"input", record.input},
                    {"input_checksum", record.input_checksum},
                    {"device", record.device}});
  return list.dump();
}

void write_contents(const File& file, const Scan& scan, const Progress& progress) {
  file.set_text("/", "format", layout::kFormat);
  file.set_integer("/", "format_version", layout::kFormatVersion);
  file.set_text("/", "program", program_version() + " " + git_revision());
  file.set_text("/", "sample_id", scan.sample_id);
  file.set_integer("/", "simulated", scan.simulated ? 1 : 0);
  if (scan.holograms) write_holograms(file, *scan.holograms, progress.part(0.0, 0.3, "Writing holograms"));
  // Fields are recomputed from the holograms in seconds; only those that came alone are kept.
  if (scan.fields && !scan.holograms) write_fields(file, *scan.fields);
  progress.part(0.3, 0.8, "Writing the tomogram").report(0.0);
  if (scan.tomogram) write_tomogram(file, layout::kTomogram, *scan.tomogram);
  if (scan.fields && !scan.fields->quality.empty()) {
    file.make_group(layout::kReconstruction);
    file.set_text(layout::kReconstruction, "frame_quality", quality_json(scan.fields->quality));
  }
  if (!scan.labels.empty())
    file.write<std::uint16_t, 3>(layout::kLabels, scan.labels.view(), slab(scan.labels.shape()), H5T_STD_U16LE);
  write_cells(file, scan.cells);
  progress.part(0.8, 1.0, "Writing the ground truth").report(0.0);
  if (scan.truth) {
    file.make_group(layout::kTruth);
    file.set_text(layout::kTruth, "description", scan.truth->description_json);
    if (scan.truth->tomogram) write_tomogram(file, layout::kTruthTomogram, *scan.truth->tomogram);
  }
  file.make_group(layout::kProvenance);
  file.set_text(layout::kProvenance, "records", provenance_json(scan.provenance));
}

// An upper bound: compression only helps.
std::uintmax_t bytes_of(const Scan& scan) {
  std::uintmax_t bytes = 1 << 20;
  if (scan.holograms)
    bytes += static_cast<std::uintmax_t>(scan.holograms->holograms.size() + scan.holograms->background.size()) *
             (scan.holograms->bit_depth <= 8 ? 1 : 2);
  if (scan.fields && !scan.holograms) bytes += 8 * static_cast<std::uintmax_t>(scan.fields->field.size());
  if (scan.tomogram) bytes += 4 * static_cast<std::uintmax_t>(scan.tomogram->ri.size());
  if (scan.truth && scan.truth->tomogram) bytes += 4 * static_cast<std::uintmax_t>(scan.truth->tomogram->ri.size());
  return bytes;
}

}  // namespace

void write_scan(const std::filesystem::path& path, const Scan& scan, const Progress& progress) {
  AtomicFile target(path, bytes_of(scan));
  {
    const File file = File::create(target.temporary());
    write_contents(file, scan, progress);
    file.flush();
  }
  progress.check();
  target.commit();
}

}  // namespace tomocyte
