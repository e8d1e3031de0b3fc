// Writes one scan into one HDF5 file (docs/file-format.md), atomically.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/files/atomic_file.h"
#include "core/files/hdf5.h"
#include "core/files/provenance_texts.h"
#include "core/files/scan_cells.h"
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
  file.set_text(dataset, "units", "rad/µm");
  file.set_text(dataset, "columns", "kx, ky");
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
  if (stack.background_conditions)
    file.write_texts(layout::kBackgroundConditions, {conditions_to_json(*stack.background_conditions)});
  write_vectors(file, layout::kIllumination, stack.illumination);
}

// One JSON object per frame.
std::vector<std::string> quality_texts(const std::vector<FrameQuality>& quality) {
  std::vector<std::string> texts;
  for (const FrameQuality& frame : quality)
    texts.push_back(as_text({{"phase_noise_rad", frame.phase_noise_rad},
                             {"gradient_score", frame.gradient_score},
                             {"phase_jump_rad", frame.phase_jump_rad},
                             {"contrast", frame.contrast},
                             {"saturated_fraction", frame.saturated_fraction},
                             {"rejected", frame.rejected},
                             {"reason", frame.reason}}));
  return texts;
}

void write_fields(const File& file, const FieldStack& stack) {
  file.make_group(layout::kFields);
  write_setup(file, layout::kFields, stack.setup);
  file.set_number(layout::kFields, "focus_offset_um", stack.focus_offset_um);
  const Shape<3> frame = {1, stack.field.shape(1), stack.field.shape(2)};
  file.write<std::complex<float>, 3>(layout::kField, stack.field.view(), frame);
  if (!stack.phase.empty()) {
    file.write<float, 3>(layout::kFieldPhase, stack.phase.view(), frame);
    file.set_text(layout::kFieldPhase, "units", "rad");
  }
  write_vectors(file, layout::kFieldIllumination, stack.illumination);
  if (!stack.quality.empty()) file.write_texts(layout::kFrameQuality, quality_texts(stack.quality));
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

void write_contents(const File& file, const Scan& scan, const Progress& progress) {
  file.set_text("/", "format", layout::kFormat);
  file.set_integer("/", "format_version", layout::kFormatVersion);
  file.set_text("/", "program", program_version() + " " + git_revision());
  file.set_text("/", "sample_id", scan.sample_id);
  if (!scan.donor_id.empty()) file.set_text("/", "donor_id", scan.donor_id);
  file.set_integer("/", "simulated", scan.simulated ? 1 : 0);
  if (scan.holograms) write_holograms(file, *scan.holograms, progress.part(0.0, 0.3, "Writing holograms"));
  progress.part(0.3, 0.6, "Writing fields").report(0.0);
  if (scan.fields) write_fields(file, *scan.fields);
  progress.part(0.6, 0.8, "Writing the tomogram").report(0.0);
  if (scan.tomogram) write_tomogram(file, layout::kTomogram, *scan.tomogram);
  if (!scan.labels.empty())
    file.write<std::uint16_t, 3>(layout::kLabels, scan.labels.view(), slab(scan.labels.shape()), H5T_STD_U16LE);
  write_cells(file, scan.cells);
  progress.part(0.8, 1.0, "Writing the ground truth").report(0.0);
  if (scan.truth) {
    file.make_group(layout::kTruth);
    file.write_texts(layout::kTruthDescription, {scan.truth->description_json});
    if (scan.truth->tomogram) write_tomogram(file, layout::kTruthTomogram, *scan.truth->tomogram);
  }
  if (!scan.provenance.empty()) file.write_texts(layout::kProvenance, provenance_texts(scan.provenance));
}

// An upper bound: compression only helps.
std::uintmax_t bytes_of(const Scan& scan) {
  Index bytes = 1 << 20;
  if (scan.holograms)
    bytes += (scan.holograms->holograms.size() + scan.holograms->background.size()) *
             (scan.holograms->bit_depth <= 8 ? 1 : 2);
  if (scan.fields) bytes += 8 * scan.fields->field.size() + 4 * scan.fields->phase.size();
  if (scan.tomogram) bytes += 4 * scan.tomogram->ri.size();
  if (scan.truth && scan.truth->tomogram) bytes += 4 * scan.truth->tomogram->ri.size();
  bytes += 2 * scan.labels.size() + static_cast<Index>(1024 * scan.cells.size());
  return static_cast<std::uintmax_t>(bytes);
}

// 8-bit counts are stored as uint8: HDF5 would silently clip a count that does not fit.
void check_counts(const HologramStack& stack) {
  const auto full_scale = static_cast<std::uint16_t>((1U << std::clamp(stack.bit_depth, 1, 16)) - 1U);
  for (const auto* frames : {&stack.holograms, &stack.background})
    for (const std::uint16_t count : frames->values())
      if (count > full_scale)
        throw InputError(
            fmt::format("a hologram holds the count {}, but {} bits end at {}", count, stack.bit_depth, full_scale),
            "Give the camera's bit depth.");
}

}  // namespace

void write_scan(const std::filesystem::path& path, const Scan& scan, const Progress& progress) {
  if (scan.holograms) check_counts(*scan.holograms);
  AtomicFile target(path, bytes_of(scan));
  File file = File::create(target);
  write_contents(file, scan, progress);
  file.close();
  progress.check();
  target.commit();
  progress.report(1.0);
}

}  // namespace tomocyte
