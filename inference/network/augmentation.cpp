#include "inference/network/augmentation.h"

#include <ATen/CPUGeneratorImpl.h>
#include <torch/torch.h>

#include <cmath>
#include <numbers>

#include "core/compute/torch_device.h"

namespace tomocyte {

template <>
const OptionTable<AugmentationOptions>& option_table<AugmentationOptions>() {
  using O = AugmentationOptions;
  static const OptionTable<O> table = {
      {&O::translation, "translation", "", "largest random shift, of the crop's edge", 0.0, 0.5, {}},
      {&O::cropping, "cropping", "", "largest random cut at each side, of the crop's edge", 0.0, 0.4, {}},
      {&O::elastic, "elastic", "", "standard deviation of the random deformation, of the crop's edge", 0.0, 0.2, {}},
      {&O::noise, "noise", "", "standard deviation of the added noise, of the input's scale", 0.0, 1.0, {}},
      {&O::rotation, "rotation", "", "rotate at random about the optical axis", 0.0, 0.0, {}},
  };
  return table;
}

namespace {

constexpr std::int64_t kElasticKnots = 5;  // per axis: bends of a third of the crop

// Uniform in [-1, 1].
at::Tensor signed_random(at::IntArrayRef shape, at::Generator& generator) {
  return at::rand(shape, generator) * 2.0 - 1.0;
}

// Per cell the map from the changed crop to the original one, in LibTorch's coordinates [-1, 1]: [cell, 3, 4], x y z.
at::Tensor rigid_maps(std::int64_t cells, bool flat, const AugmentationOptions& options, at::Generator& generator) {
  at::Tensor maps = at::zeros({cells, 3, 4});
  const double largest = options.rotation ? std::numbers::pi : 0.0;
  const at::Tensor angle = signed_random({cells}, generator) * largest;
  maps.select(1, 0).select(1, 0).copy_(angle.cos());
  maps.select(1, 0).select(1, 1).copy_(-angle.sin());
  maps.select(1, 1).select(1, 0).copy_(angle.sin());
  maps.select(1, 1).select(1, 1).copy_(angle.cos());
  maps.select(1, 2).select(1, 2).fill_(1.0);
  // Coordinates span 2 over the edge.
  maps.select(2, 3).copy_(signed_random({cells, 3}, generator) * (2.0 * options.translation));
  if (flat) maps.select(1, 2).select(1, 3).zero_();
  return maps;
}

// Smooth random displacement [cell, z, y, x, 3].
at::Tensor elastic_field(at::IntArrayRef shape, const AugmentationOptions& options, at::Generator& generator) {
  const bool flat = shape[2] == 1;
  at::Tensor knots = at::randn({shape[0], 3, flat ? 1 : kElasticKnots, kElasticKnots, kElasticKnots}, generator);
  if (flat) knots.select(1, 2).zero_();
  const at::Tensor field = at::upsample_trilinear3d(knots * (2.0 * options.elastic), shape.slice(2), true);
  return field.permute({0, 2, 3, 4, 1});
}

// Medium (0) outside a window that leaves out a random part at each side.
void crop(at::Tensor& cells, const AugmentationOptions& options, at::Generator& generator) {
  const at::Tensor cuts = at::rand({cells.size(0), 3, 2}, generator) * options.cropping;
  for (std::int64_t cell = 0; cell < cells.size(0); ++cell)
    for (std::int64_t axis = 0; axis < 3; ++axis) {
      const std::int64_t length = cells.size(axis + 2);
      if (length == 1) continue;
      const auto cut = [&](int side) {
        return static_cast<std::int64_t>(
            std::lround(cuts[cell][axis][side].item<double>() * static_cast<double>(length)));
      };
      at::Tensor volume = cells[cell];
      volume.narrow(axis + 1, 0, cut(0)).zero_();
      volume.narrow(axis + 1, length - cut(1), cut(1)).zero_();
    }
}

}  // namespace

void augment(View<float, 4> view, const AugmentationOptions& options, std::uint64_t seed) {
  const torch::NoGradGuard no_gradient;
  at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(seed);
  at::Tensor original = as_tensor(view).unsqueeze(1);
  const bool flat = original.size(2) == 1;
  const at::Tensor maps = rigid_maps(original.size(0), flat, options, generator);
  at::Tensor grid = torch::nn::functional::affine_grid(maps, original.sizes(), false);
  if (options.elastic > 0.0) grid = grid + elastic_field(original.sizes(), options, generator);
  constexpr std::int64_t kLinear = 0;
  constexpr std::int64_t kZeros = 0;
  at::Tensor cells = at::grid_sampler_3d(original, grid, kLinear, kZeros, false);
  if (options.cropping > 0.0) crop(cells, options, generator);
  if (options.noise > 0.0) cells.add_(at::randn(cells.sizes(), generator), options.noise);
  original.copy_(cells);
}

}  // namespace tomocyte
