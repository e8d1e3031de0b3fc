#include "inference/network/cell_input.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/error.h"
#include "inference/resample.h"

namespace tomocyte {
namespace {

constexpr double kContrastScale = 0.03;
constexpr double kPhaseScale = 2.0;  // rad
constexpr double kAmplitudeScale = 0.2;
constexpr double kCoarsestVoxel = 1.5;       // of the model's voxel: coarser lacks what the model was trained on
constexpr double kLargestNormalAngle = 0.1;  // rad
constexpr double kKernelReach = 4.0;         // voxels that the resampling reaches beyond the crop

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

// The part of the tomogram that the crop reaches into, as a tomogram of its own; voxels of other cells are medium.
struct Surroundings {
  Tomogram tomogram;
  std::array<double, 3> centre_um{};  // of the cell, from the part's voxel n/2
};

Surroundings surroundings(const CellImages& images, const Cell& cell, const InputOptions& options) {
  const Tomogram& whole = *images.tomogram;
  const std::array<double, 3> size = {whole.voxel_size_um.z, whole.voxel_size_um.y, whole.voxel_size_um.x};
  Surroundings result;
  Shape<3> begin{};
  Shape<3> shape{};
  for (std::size_t axis = 0; axis < 3; ++axis) {
    const Index length = whole.ri.shape(axis);
    const double centre = cell.centroid_um[axis] / size[axis] + static_cast<double>(length / 2);
    const double reach = (options.voxels / 2 + kKernelReach) * std::max(1.0, options.voxel_size_um / size[axis]);
    begin[axis] = std::clamp<Index>(static_cast<Index>(std::floor(centre - reach)), 0, length - 1);
    shape[axis] = std::clamp<Index>(static_cast<Index>(std::ceil(centre + reach)), 1, length) - begin[axis];
    result.centre_um[axis] = (centre - static_cast<double>(begin[axis] + shape[axis] / 2)) * size[axis];
  }
  result.tomogram.voxel_size_um = whole.voxel_size_um;
  result.tomogram.medium_index = whole.medium_index;
  result.tomogram.ri = Array<float, 3>(shape);
  for (Index z = 0; z < shape[0]; ++z)
    for (Index y = 0; y < shape[1]; ++y)
      for (Index x = 0; x < shape[2]; ++x) {
        const Shape<3> at = {z + begin[0], y + begin[1], x + begin[2]};
        const int label = images.labels(at[0], at[1], at[2]);
        const bool other = label != 0 && label != cell.label;
        result.tomogram.ri(z, y, x) = other ? static_cast<float>(whole.medium_index) : whole.ri(at[0], at[1], at[2]);
      }
  return result;
}

Array<float, 3> volume_input(const CellImages& images, const Cell& cell, const InputOptions& options) {
  const VoxelSize& voxel = images.tomogram->voxel_size_um;
  for (const double size : {voxel.z, voxel.y, voxel.x}) check_voxel(size, options);
  const Surroundings around = surroundings(images, cell, options);
  const double size = options.voxel_size_um;
  Tomogram crop =
      resample(around.tomogram, around.centre_um, {size, size, size}, {options.voxels, options.voxels, options.voxels});
  for (float& n : crop.ri.values()) n = static_cast<float>((n - crop.medium_index) / kContrastScale);
  return std::move(crop.ri);
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

// The frame alone, with the field of the medium where other cells are. A missing phase is 0: the amplitude needs none.
FieldStack masked_frame(const CellImages& images, const Cell& cell, Index frame) {
  const FieldStack& fields = *images.fields;
  const Array<unsigned char, 2> shadow = shadow_of_others(images, cell.label);
  const VoxelSize& voxel = images.tomogram->voxel_size_um;
  const double pixel = fields.setup.pixel_size_um;
  FieldStack result;
  result.setup = fields.setup;
  result.illumination = {fields.illumination[static_cast<std::size_t>(frame)]};
  result.field = Array<std::complex<float>, 3>({1, fields.field.shape(1), fields.field.shape(2)});
  result.phase = Array<float, 3>(result.field.shape());
  const auto in_labels = [&](Index i, Index count, double size, Index labels) {
    const double at = static_cast<double>(i - count / 2) * pixel / size + static_cast<double>(labels / 2);
    return std::clamp<Index>(static_cast<Index>(std::lround(at)), 0, labels - 1);
  };
  for (Index y = 0; y < result.field.shape(1); ++y)
    for (Index x = 0; x < result.field.shape(2); ++x) {
      const bool other = shadow(in_labels(y, result.field.shape(1), voxel.y, shadow.shape(0)),
                                in_labels(x, result.field.shape(2), voxel.x, shadow.shape(1))) != 0;
      result.field(0, y, x) = other ? 1.0F : fields.field(frame, y, x);
      if (!other && !fields.phase.empty()) result.phase(0, y, x) = fields.phase(frame, y, x);
    }
  return result;
}

Array<float, 3> frame_input(const CellImages& images, const Cell& cell, const InputOptions& options) {
  if (!images.fields) throw InputError("the scan holds no fields", "Reconstruct it from its holograms.");
  const bool phase = options.input == "phase";
  if (phase && images.fields->phase.empty())
    throw InputError("the phase of the fields is not unwrapped", "Reconstruct the scan from its holograms.");
  check_voxel(images.fields->setup.pixel_size_um, options);
  const FieldStack frame = masked_frame(images, cell, normal_frame(*images.fields));
  const FieldStack crop =
      resample_field(frame, 0, {cell.centroid_um[1], cell.centroid_um[2]}, options.voxel_size_um, options.voxels);
  Array<float, 3> result(input_shape(options));
  for (Index i = 0; i < result.size(); ++i)
    result.data()[i] = static_cast<float>(phase ? crop.phase.data()[i] / kPhaseScale
                                                : (std::abs(crop.field.data()[i]) - 1.0) / kAmplitudeScale);
  return result;
}

}  // namespace

Array<float, 3> cell_input(const CellImages& images, const Cell& cell, const InputOptions& options) {
  check_parts(images);
  if (options.input == "phase" || options.input == "amplitude") return frame_input(images, cell, options);
  Array<float, 3> volume = volume_input(images, cell, options);
  return options.input == "mip" ? projection(volume) : std::move(volume);
}

}  // namespace tomocyte
