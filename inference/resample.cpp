#include "inference/resample.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/error.h"

namespace tomocyte {
namespace {

double lanczos(double x) {
  constexpr double kLobes = 3.0;
  if (x == 0.0) return 1.0;
  if (std::abs(x) >= kLobes) return 0.0;
  const double a = M_PI * x;
  return kLobes * std::sin(a) * std::sin(a / kLobes) / (a * a);
}

// The old samples that one new sample is made of: first, and their weights (sum 1).
struct Taps {
  Index first = 0;
  std::vector<float> weight;
};

struct Axis {
  Index old_count;
  double old_step;
  Index new_count;
  double new_step;
  double centre;  // from the old sample n/2
};

std::vector<Taps> taps_of(const Axis& axis) {
  constexpr double kLobes = 3.0;
  const double widening = std::max(1.0, axis.new_step / axis.old_step);
  std::vector<Taps> list;
  for (Index i = 0; i < axis.new_count; ++i) {
    const double at = (static_cast<double>(i - axis.new_count / 2) * axis.new_step + axis.centre) / axis.old_step +
                      static_cast<double>(axis.old_count / 2);
    Taps taps;
    taps.first = static_cast<Index>(std::ceil(at - kLobes * widening));
    const auto last = static_cast<Index>(std::floor(at + kLobes * widening));
    double sum = 0.0;
    for (Index j = taps.first; j <= last; ++j) {
      taps.weight.push_back(static_cast<float>(lanczos((static_cast<double>(j) - at) / widening)));
      sum += taps.weight.back();
    }
    for (float& weight : taps.weight) weight /= static_cast<float>(sum);
    list.push_back(std::move(taps));
  }
  return list;
}

// Along the last axis, which becomes the first: three of these resample a volume and restore the order of its axes.
// Old samples beyond the border are 0.
Array<float, 3> resample_last_axis(View<const float, 3> values, const std::vector<Taps>& taps) {
  const Index count = values.shape(2);
  const auto new_count = static_cast<Index>(taps.size());
  Array<float, 3> result({new_count, values.shape(0), values.shape(1)});
  for (Index z = 0; z < values.shape(0); ++z)
    for (Index y = 0; y < values.shape(1); ++y) {
      const float* row = &values(z, y, Index{0});
      for (Index i = 0; i < new_count; ++i) {
        const Taps& tap = taps[static_cast<std::size_t>(i)];
        const Index begin = std::max<Index>(0, tap.first);
        const Index end = std::min(count, tap.first + static_cast<Index>(tap.weight.size()));
        float sum = 0.0F;
        for (Index j = begin; j < end; ++j) sum += row[j] * tap.weight[static_cast<std::size_t>(j - tap.first)];
        result(i, z, y) = sum;
      }
    }
  return result;
}

Array<float, 3> resample_volume(View<const float, 3> values, const std::array<Axis, 3>& axes) {
  Array<float, 3> x_done = resample_last_axis(values, taps_of(axes[2]));
  Array<float, 3> y_done = resample_last_axis(std::as_const(x_done).view(), taps_of(axes[1]));
  return resample_last_axis(std::as_const(y_done).view(), taps_of(axes[0]));
}

}  // namespace

Tomogram resample(const Tomogram& tomogram, const std::array<double, 3>& centre_um, const VoxelSize& voxel,
                  const Shape<3>& shape) {
  const Shape<3>& old = tomogram.ri.shape();
  const VoxelSize& size = tomogram.voxel_size_um;
  const auto medium = static_cast<float>(tomogram.medium_index);
  Array<float, 3> contrast(old);
  float lowest = 0.0F;
  for (Index i = 0; i < contrast.size(); ++i) {
    contrast.data()[i] = tomogram.ri.data()[i] - medium;
    lowest = std::min(lowest, contrast.data()[i]);
  }
  Tomogram result;
  result.voxel_size_um = voxel;
  result.medium_index = tomogram.medium_index;
  result.wavelength_um = tomogram.wavelength_um;
  result.convergence = tomogram.convergence;
  result.ri = resample_volume(std::as_const(contrast).view(), {{{old[0], size.z, shape[0], voxel.z, centre_um[0]},
                                                                {old[1], size.y, shape[1], voxel.y, centre_um[1]},
                                                                {old[2], size.x, shape[2], voxel.x, centre_um[2]}}});
  // The kernel's negative lobes would undo the reconstruction's non-negativity.
  for (float& n : result.ri.values()) n = medium + std::max(lowest, n);
  return result;
}

FieldStack resample_field(const FieldStack& fields, Index frame, const std::array<double, 2>& centre_um,
                          double pixel_um, Index pixels) {
  if (fields.phase.empty())
    throw InputError("the fields have no unwrapped phase", "Retrieve them from their holograms.");
  const Shape<3> one = {1, fields.field.shape(1), fields.field.shape(2)};
  Array<float, 3> logarithm(one);
  Array<float, 3> phase(one);
  constexpr float kDarkest = 1e-3F;  // a zero of the field has no logarithm
  for (Index i = 0; i < logarithm.size(); ++i) {
    logarithm.data()[i] = std::log(std::max(kDarkest, std::abs(fields.field[frame].data()[i])));
    phase.data()[i] = fields.phase[frame].data()[i];
  }
  const double old_pixel = fields.setup.pixel_size_um;
  const std::array<Axis, 3> axes = {{{1, 1.0, 1, 1.0, 0.0},
                                     {one[1], old_pixel, pixels, pixel_um, centre_um[0]},
                                     {one[2], old_pixel, pixels, pixel_um, centre_um[1]}}};
  logarithm = resample_volume(std::as_const(logarithm).view(), axes);
  FieldStack result;
  result.setup = fields.setup;
  result.setup.pixel_size_um = pixel_um;
  result.illumination = {fields.illumination.at(static_cast<std::size_t>(frame))};
  result.focus_offset_um = fields.focus_offset_um;
  result.phase = resample_volume(std::as_const(phase).view(), axes);
  result.field = Array<std::complex<float>, 3>(result.phase.shape());
  for (Index i = 0; i < result.field.size(); ++i)
    result.field.data()[i] = std::polar(std::exp(logarithm.data()[i]), result.phase.data()[i]);
  return result;
}

}  // namespace tomocyte
