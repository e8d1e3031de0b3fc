#include "inference/network/loaded_network.h"

#include <fmt/format.h>
#include <torch/script.h>

#include "core/compute/torch_device.h"
#include "core/error.h"
#include "inference/network/cell_network.h"
#include "inference/network/parameters.h"

namespace tomocyte {
namespace {

constexpr Index kBatch = 16;  // cells at once: bounds the memory

template <class Matrix>
Matrix as_matrix(const at::Tensor& tensor) {
  const at::Tensor plain = tensor.to(at::kCPU, at::kFloat).contiguous();
  using RowMajor = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  return Eigen::Map<const RowMajor>(plain.data_ptr<float>(), plain.size(0), plain.size(1))
      .template cast<typename Matrix::Scalar>();
}

NetworkOutput script_output(const c10::IValue& value) {
  if (value.isTensor()) return {value.toTensor(), value.toTensor()};
  if (value.isTuple() && value.toTupleRef().elements().size() == 2) {
    const auto& elements = value.toTupleRef().elements();
    if (elements[0].isTensor() && elements[1].isTensor()) return {elements[0].toTensor(), elements[1].toTensor()};
  }
  throw InputError("the TorchScript model returns neither logits nor (logits, features)", "Export it again.");
}

}  // namespace

struct LoadedNetwork::Impl {
  at::Device device;
  Shape<3> shape;
  int classes;
  CellNetwork network = nullptr;
  mutable torch::jit::Module script;

  [[nodiscard]] NetworkOutput forward(const at::Tensor& cells) const {
    if (network) return CellNetwork(network)->forward(cells);
    return script_output(script.forward({cells}));
  }
};

LoadedNetwork::LoadedNetwork(const NetworkOptions& options, const InputOptions& input, int classes,
                             const NamedTensors& weights, const ComputeDevice& device)
    : impl_(std::make_unique<Impl>(Impl{torch_device(device), input_shape(input), classes})) {
  impl_->network = CellNetwork(options, impl_->shape, classes);
  set_parameters(*impl_->network, weights);
  impl_->network->to(impl_->device);
  impl_->network->eval();
}

LoadedNetwork::LoadedNetwork(const std::filesystem::path& torch_script, const InputOptions& input, int classes,
                             const ComputeDevice& device)
    : impl_(std::make_unique<Impl>(Impl{torch_device(device), input_shape(input), classes})) {
  try {
    impl_->script = torch::jit::load(torch_script.string(), impl_->device);
  } catch (const c10::Error& error) {
    throw FileError(torch_script, fmt::format("is not a TorchScript model: {}", error.what_without_backtrace()),
                    "Export it with torch.jit.save.");
  }
  impl_->script.eval();
}

LoadedNetwork::~LoadedNetwork() = default;
LoadedNetwork::LoadedNetwork(LoadedNetwork&&) noexcept = default;
LoadedNetwork& LoadedNetwork::operator=(LoadedNetwork&&) noexcept = default;

NetworkPrediction LoadedNetwork::predict(View<const float, 4> cells, const Progress& progress) const {
  const torch::InferenceMode no_gradient;
  if (Shape<3>{cells.shape(1), cells.shape(2), cells.shape(3)} != impl_->shape)
    throw InputError(
        fmt::format("the cells are {} where the model looks at {}", to_string(cells.shape()), to_string(impl_->shape)),
        "Cut them with the model's input options.");
  std::vector<at::Tensor> logits;
  std::vector<at::Tensor> features;
  for (Index from = 0; from < cells.shape(0); from += kBatch) {
    progress.report(static_cast<double>(from) / static_cast<double>(cells.shape(0)));
    const Index count = std::min(kBatch, cells.shape(0) - from);
    const at::Tensor batch = as_tensor(cells).narrow(0, from, count).unsqueeze(1).to(impl_->device);
    const NetworkOutput output = impl_->forward(batch);
    if (output.logits.dim() != 2 || output.logits.size(0) != count || output.logits.size(1) != impl_->classes ||
        output.features.dim() != 2)
      throw InputError(fmt::format("the model does not give {} classes per cell", impl_->classes),
                       "Its model.json names other classes than it was trained on.");
    logits.push_back(output.logits.to(at::kCPU));
    features.push_back(output.features.to(at::kCPU));
  }
  if (logits.empty()) return {};
  return {as_matrix<Eigen::MatrixXd>(at::cat(logits)), as_matrix<Eigen::MatrixXf>(at::cat(features))};
}

}  // namespace tomocyte
