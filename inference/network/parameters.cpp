#include "inference/network/parameters.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "core/error.h"

namespace tomocyte {
namespace {

// Counts batches for a kind of batch norm that the network does not use.
bool is_counter(const std::string& name) { return name.ends_with("num_batches_tracked"); }

std::vector<std::pair<std::string, at::Tensor>> all_tensors(const torch::nn::Module& network) {
  std::vector<std::pair<std::string, at::Tensor>> tensors;
  for (const auto& item : network.named_parameters()) tensors.emplace_back(item.key(), item.value());
  for (const auto& item : network.named_buffers())
    if (!is_counter(item.key())) tensors.emplace_back(item.key(), item.value());
  return tensors;
}

const char* kRemedy = "The weights belong to another network; take the model folder whole from where it came.";

}  // namespace

NamedTensor named_tensor(const std::string& name, const at::Tensor& tensor) {
  const at::Tensor plain = tensor.detach().to(at::kCPU, at::kFloat).contiguous();
  const float* values = plain.data_ptr<float>();
  return {name, plain.sizes().vec(), {values, values + plain.numel()}};
}

at::Tensor tensor_of(const NamedTensor& tensor) {
  return at::from_blob(const_cast<float*>(tensor.values.data()), tensor.shape, at::TensorOptions().dtype(at::kFloat))
      .clone();
}

NamedTensors parameters_of(const torch::nn::Module& network) {
  NamedTensors tensors;
  for (const auto& [name, tensor] : all_tensors(network)) tensors.push_back(named_tensor(name, tensor));
  return tensors;
}

void set_parameters(torch::nn::Module& network, const NamedTensors& tensors) {
  const torch::NoGradGuard no_gradient;
  auto own = all_tensors(network);
  if (own.size() != tensors.size())
    throw InputError(
        fmt::format("there are {} tensors of weights where the network has {}", tensors.size(), own.size()), kRemedy);
  for (auto& [name, tensor] : own) {
    const auto found = std::find_if(tensors.begin(), tensors.end(), [&](const auto& t) { return t.name == name; });
    if (found == tensors.end()) throw InputError(fmt::format("the weights lack \"{}\"", name), kRemedy);
    if (tensor.sizes().vec() != found->shape)
      throw InputError(fmt::format("the weights \"{}\" are {} where the network has {}", name,
                                   fmt::join(found->shape, " x "), fmt::join(tensor.sizes().vec(), " x ")),
                       kRemedy);
    const at::Tensor values = tensor_of(*found);
    if (!at::isfinite(values).all().item<bool>())
      throw InputError(fmt::format("the weights \"{}\" hold values that are not numbers", name), kRemedy);
    tensor.copy_(values);
  }
}

}  // namespace tomocyte
