// A network's parameters and buffers (running means of batch norm) to and from NamedTensors. Internal to the folders of
// networks: includes LibTorch.
#pragma once

#include <torch/torch.h>

#include "inference/network/named_tensor.h"

namespace tomocyte {

[[nodiscard]] NamedTensor named_tensor(const std::string& name, const at::Tensor& tensor);
// A copy on the CPU.
[[nodiscard]] at::Tensor tensor_of(const NamedTensor& tensor);

[[nodiscard]] NamedTensors parameters_of(const torch::nn::Module& network);
// Throws InputError when a tensor is missing, has another shape, is not finite, or is not the network's.
void set_parameters(torch::nn::Module& network, const NamedTensors& tensors);

}  // namespace tomocyte
