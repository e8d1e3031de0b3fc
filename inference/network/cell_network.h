// The network of Ryu 2021, section 2.5 and figure 3, after FISH-Net (Sun et al. 2018): a downsampling block, an
// upsampling block, a second downsampling block, residual links that connect all three, a classifier. Internal to the
// folders of networks: includes LibTorch.
//
//   level  voxels  channels   x: first DS      u: US (residual refinement)      d: second DS
//     0     n/2       w       stem        --link-->  u0 --------------------->  d0 = u0
//     1     n/4       w       x1  --link-->  u1 --link-->  d1
//     2     n/8      2w       x2  --link-->  u2 --link-->  d2
//     3     n/16     4w       x3  --link-->  u3 = x3 --link-->  d3 -> features -> classifier
#pragma once

#include <torch/torch.h>

#include <vector>

#include "core/array.h"
#include "inference/network/network_options.h"

namespace tomocyte {

// Batch norm, leaky ReLU, convolution: the unit of all blocks. Kernels are (1, k, k) for 2D inputs.
class ConvolutionUnitImpl : public torch::nn::Module {
 public:
  ConvolutionUnitImpl(int from, int to, int kernel, bool flat);
  [[nodiscard]] at::Tensor forward(const at::Tensor& x);

 private:
  torch::nn::BatchNorm3d norm_;
  torch::nn::Conv3d convolution_;
};
TORCH_MODULE(ConvolutionUnit);

struct NetworkOutput {
  at::Tensor logits;    // [cell, class]
  at::Tensor features;  // [cell, feature], the last layer of the second downsampling block, averaged over space
};

class CellNetworkImpl : public torch::nn::Module {
 public:
  // `shape`: [z, y, x] of the input, z = 1 for 2D. Weights are He-initialised (He et al. 2015) from LibTorch's default
  // generator. Throws InputError when the crop is too small for the depth.
  CellNetworkImpl(const NetworkOptions& options, const Shape<3>& shape, int classes);
  // cells: [cell, 1, z, y, x]
  [[nodiscard]] NetworkOutput forward(const at::Tensor& cells);

 private:
  [[nodiscard]] at::Tensor pool(const at::Tensor& x) const;
  [[nodiscard]] std::vector<at::Tensor> downsample(const at::Tensor& cells);
  [[nodiscard]] std::vector<at::Tensor> upsample(const std::vector<at::Tensor>& down);

  bool flat_;
  torch::nn::Conv3d stem_;
  std::vector<ConvolutionUnit> down_;    // level i -> i + 1
  std::vector<ConvolutionUnit> reduce_;  // level i + 1 -> i, before the upsampling
  std::vector<ConvolutionUnit> refine_;  // at level i
  std::vector<ConvolutionUnit> second_;  // level i -> i + 1
  ConvolutionUnit classifier_;
};
TORCH_MODULE(CellNetwork);

}  // namespace tomocyte
