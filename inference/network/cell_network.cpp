#include "inference/network/cell_network.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"

namespace tomocyte {
namespace {

constexpr double kLeak = 0.01;  // LibTorch's default slope

torch::nn::Conv3dOptions convolution(int from, int to, int kernel, bool flat, int stride = 1) {
  const int half = kernel / 2;
  return torch::nn::Conv3dOptions(from, to, torch::ExpandingArray<3>({flat ? 1 : kernel, kernel, kernel}))
      .stride({flat ? 1 : stride, stride, stride})
      .padding({flat ? 0 : half, half, half});
}

int channels(const NetworkOptions& options, int level) { return options.width << std::max(0, level - 1); }

void initialise(torch::nn::Module& network) {
  const torch::NoGradGuard no_gradient;
  for (const auto& module : network.modules(false))
    if (auto* layer = module->as<torch::nn::Conv3d>()) {
      torch::nn::init::kaiming_normal_(layer->weight, kLeak, torch::kFanIn, torch::kLeakyReLU);
      torch::nn::init::zeros_(layer->bias);
    }
}

}  // namespace

ConvolutionUnitImpl::ConvolutionUnitImpl(int from, int to, int kernel, bool flat)
    : norm_(register_module("norm", torch::nn::BatchNorm3d(from))),
      convolution_(register_module("convolution", torch::nn::Conv3d(convolution(from, to, kernel, flat)))) {}

at::Tensor ConvolutionUnitImpl::forward(const at::Tensor& x) {
  at::Tensor normalised = norm_(x);
  return convolution_(torch::leaky_relu_(normalised, kLeak));
}

// The stem halves the resolution by its stride where the paper pools: at full resolution a convolution with its batch
// norm and pooling took two thirds of the whole time on a CPU.
CellNetworkImpl::CellNetworkImpl(const NetworkOptions& options, const Shape<3>& shape, int classes)
    : flat_(shape[0] == 1),
      stem_(register_module("stem", torch::nn::Conv3d(convolution(1, channels(options, 0), 3, flat_, 2)))),
      classifier_(nullptr) {
  const Index smallest = Index{2} << options.depth;
  if (shape[2] < smallest || shape[1] < smallest || (!flat_ && shape[0] < smallest))
    throw InputError(fmt::format("a network of depth {} needs crops of at least {} voxels, not {}", options.depth,
                                 smallest, to_string(shape)),
                     "Lower --depth or raise --voxels.");
  const auto unit = [&](const char* block, int level, int from, int to, int kernel) {
    return register_module(fmt::format("{}{}", block, level), ConvolutionUnit(from, to, kernel, flat_));
  };
  for (int level = 0; level < options.depth; ++level) {
    const int here = channels(options, level);
    const int below = channels(options, level + 1);
    down_.push_back(unit("down", level, here, below, 3));
    reduce_.push_back(unit("reduce", level, below, here, 1));
    refine_.push_back(unit("refine", level, here, here, 3));
    second_.push_back(unit("second", level, here, below, 3));
  }
  classifier_ = register_module("classifier", ConvolutionUnit(channels(options, options.depth), classes, 1, flat_));
  initialise(*this);
}

at::Tensor CellNetworkImpl::pool(const at::Tensor& x) const {
  return flat_ ? at::max_pool3d(x, {1, 2, 2}) : at::max_pool3d(x, {2, 2, 2});
}

std::vector<at::Tensor> CellNetworkImpl::downsample(const at::Tensor& cells) {
  std::vector<at::Tensor> levels = {stem_(cells)};
  for (ConvolutionUnit& unit : down_) levels.push_back(pool(unit(levels.back())));
  return levels;
}

std::vector<at::Tensor> CellNetworkImpl::upsample(const std::vector<at::Tensor>& down) {
  std::vector<at::Tensor> levels = down;
  for (std::size_t i = refine_.size(); i-- > 0;) {
    // The 1-voxel convolution commutes with the nearest-neighbour upsampling and costs an eighth before it.
    const at::Tensor coarse = at::upsample_nearest3d(reduce_[i](levels[i + 1]), down[i].sizes().slice(2));
    const at::Tensor joined = coarse + down[i];
    levels[i] = joined + refine_[i](joined);
  }
  return levels;
}

NetworkOutput CellNetworkImpl::forward(const at::Tensor& cells) {
  const std::vector<at::Tensor> down = downsample(cells);
  const std::vector<at::Tensor> up = upsample(down);
  at::Tensor x = up[0];
  for (std::size_t i = 0; i < second_.size(); ++i) x = pool(second_[i](x)) + up[i + 1] + down[i + 1];
  const at::Tensor logits = at::adaptive_avg_pool3d(classifier_(x), {1, 1, 1}).flatten(1);
  return {logits, x.mean({2, 3, 4})};
}

}  // namespace tomocyte
