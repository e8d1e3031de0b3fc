#include "inference/network/cell_input.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/error.h"
#include "inference/network/resample.h"

namespace tomocyte {
namespace {

constexpr double kContrastScale = 0.03;
constexpr double kPhaseScale = 2.0;  // rad
constexpr double kAmplitudeScale = 0.2;
constexpr double kCoarsestVoxel = 1.5;          // of the model's voxel: coarser lacks what the model was trained on
constexpr double kLargestNormalAngle = 0.1;     // rad

void check_voxel(double found_um, const InputOptions& options) {
  if (found_um <= kCoarsestVoxel * options.voxel_size_um) return;
  throw InputError(fmt::format("its voxels of {:.3f} µm are too coarse for a model that looks at {:.3f} µm", found_um,
                               options.voxel_size_um),
                   "Reconstruct with smaller voxels, or use a model trained on such tomograms.");
}

void check_parts(const CellImages& images) {
  if (!images.tomogram || images.labels.empty())
    throw InputError("the scan holds no measured tomogram to classify", "Reconstruct and measure it first.");
  if (images.labels.shape() != images.tomogram->ri.shape())
    throw InputError("the labels do not have the tomogram's shape", "Measure the tomogram again.");
}

// Contrast in the box that the crop reaches into; voxels of other cells are medium.
Array<float, 3> masked_contrast(const CellImages& images, const Cell& cell, const VoxelBox& box) {
  const Tomogram& tomogram = *images.tomogram;
  Array<float, 3> result({box.end[0] - box.begin[0], box.end[1] - box.begin[1], box.end[2] - box.begin[2]});
  for (Index z = 0; z < result.shape(0); ++z)
    for (Index y = 0; y < result.shape(1); ++y)
      for (Index x = 0; x < result.shape(2); ++x) {
        const Shape<3> at = {z + box.begin[0], y + box.begin[1], x + box.begin[2]};
        const int label = images.labels(at[0], at[1], at[2]);
        if (label != 0 && label != cell.label) continue;
        result(z, y, x) = static_cast<float>((tomogram.ri(at[0], at[1], at[2]) - tomogram.medium_index) /
                                             kContrastScale);
      }
  return result;
}

Array<float, 3> volume_input(const CellImages& images, const Cell& cell, const InputOptions& options) {
  const Tomogram& tomogram = *images.tomogram;
  const VoxelSize& voxel = tomogram.voxel_size_um;
  const std::array<double, 3> size = {voxel.z, voxel.y, voxel.x};
  SamplingGrid grid;
  VoxelBox box;
  for (std::size_t axis = 0; axis < 3; ++axis) {
    check_voxel(size[axis], options);
    const Index length = tomogram.ri.shape(axis);
    grid.shape[axis] = options.voxels;
    grid.step[axis] = options.voxel_size_um / size[axis];
    grid.centre[axis] = cell.centroid_um[axis] / size[axis] + static_cast<double>(length / 2);
    const double reach = (options.voxels / 2 + 1) * grid.step[axis] + 1.0;
    box.begin[axis] = std::clamp<Index>(static_cast<Index>(std::floor(grid.centre[axis] - reach)), 0, length - 1);
    box.end[axis] = std::clamp<Index>(static_cast<Index>(std::ceil(grid.centre[axis] + reach)), 1, length);
    grid.centre[axis] -= static_cast<double>(box.begin[axis]);
  }
  const Array<float, 3> contrast = masked_contrast(images, cell, box);
  return resample(contrast.view(), grid, 0.0F);
}

Array<float, 3> projection(const Array<float, 3>& volume) {
  Array<float, 3> result({1, volume.shape(1), volume.shape(2)});
  std::fill(result.values().begin(), result.values().end(), -1e30F);
  for (Index z = 0; z < volume.shape(0); ++z)
    for (Index y = 0; y < volume.shape(1); ++y)
      for (Index x = 0; x < volume.shape(2); ++x) result(0, y, x) = std::max(result(0, y, x), volume(z, y, x));
  return result;
}

Index normal_frame(const FieldStack& fields) {
  const auto tilt = [](const WaveVector& k) { return std::hypot(k.x, k.y); };
  const auto nearest = std::min_element(fields.illumination.begin(), fields.illumination.end(),
                                        [&](const auto& a, const auto& b) { return tilt(a) < tilt(b); });
  const double k = 2.0 * std::numbers::pi * fields.setup.medium_index / fields.setup.wavelength_um;
  if (nearest == fields.illumination.end() || tilt(*nearest) > k * std::sin(kLargestNormalAngle))
    throw InputError("the scan has no frame at normal incidence",
                     "Record one, or use a model of tomograms or maximum projections.");
  return nearest - fields.illumination.begin();
}

// Where another cell, and not this one, lies in the projection along z: 1, elsewhere 0.
Array<unsigned char, 2> shadow_of_others(const CellImages& images, int label) {
  const auto& labels = images.labels;
  Array<unsigned char, 2> shadow({labels.shape(1), labels.shape(2)});
  for (Index y = 0; y < labels.shape(1); ++y)
    for (Index x = 0; x < labels.shape(2); ++x)
      for (Index z = 0; z < labels.shape(0); ++z) {
        if (labels(z, y, x) == label) {
          shadow(y, x) = 0;
          break;
        }
        if (labels(z, y, x) != 0) shadow(y, x) = 1;
      }
  return shadow;
}

// Phase or amplitude of the frame, normalised, 0 where other cells are.
Array<float, 3> masked_frame(const CellImages& images, const Cell& cell, bool phase) {
  const FieldStack& fields = *images.fields;
  const Index frame = normal_frame(fields);
  if (phase && fields.phase.empty())
    throw InputError("the phase of the fields is not unwrapped", "Reconstruct the scan from its holograms.");
  const Array<unsigned char, 2> shadow = shadow_of_others(images, cell.label);
  const VoxelSize& voxel = images.tomogram->voxel_size_um;
  const double pixel = fields.setup.pixel_size_um;
  Array<float, 3> result({1, fields.field.shape(1), fields.field.shape(2)});
  const auto in_labels = [&](Index i, Index count, double size, Index labels) {
    const double at = static_cast<double>(i - count / 2) * pixel / size + static_cast<double>(labels / 2);
    return std::clamp<Index>(static_cast<Index>(std::lround(at)), 0, labels - 1);
  };
  for (Index y = 0; y < result.shape(1); ++y)
    for (Index x = 0; x < result.shape(2); ++x) {
      if (shadow(in_labels(y, result.shape(1), voxel.y, shadow.shape(0)),
                 in_labels(x, result.shape(2), voxel.x, shadow.shape(1))))
        continue;
      result(0, y, x) = static_cast<float>(phase ? fields.phase(frame, y, x) / kPhaseScale
                                                 : (std::abs(fields.field(frame, y, x)) - 1.0) / kAmplitudeScale);
    }
  return result;
}

Array<float, 3> frame_input(const CellImages& images, const Cell& cell, const InputOptions& options) {
  if (!images.fields) throw InputError("the scan holds no fields", "Reconstruct it from its holograms.");
  const double pixel = images.fields->setup.pixel_size_um;
  check_voxel(pixel, options);
  const Array<float, 3> frame = masked_frame(images, cell, options.input == "phase");
  SamplingGrid grid;
  grid.shape = input_shape(options);
  grid.step = {1.0, options.voxel_size_um / pixel, options.voxel_size_um / pixel};
  for (std::size_t axis = 1; axis < 3; ++axis)
    grid.centre[axis] = cell.centroid_um[axis] / pixel + static_cast<double>(frame.shape(axis) / 2);
  return resample(frame.view(), grid, 0.0F);
}

}  // namespace

Array<float, 3> cell_input(const CellImages& images, const Cell& cell, const InputOptions& options) {
  check_parts(images);
  if (options.input == "phase" || options.input == "amplitude") return frame_input(images, cell, options);
  Array<float, 3> volume = volume_input(images, cell, options);
  return options.input == "mip" ? projection(volume) : std::move(volume);
}

}  // namespace tomocyte
