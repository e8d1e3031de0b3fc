#include "inference/training/checkpoint.h"

#include <fmt/format.h>

#include "core/error.h"
#include "inference/models/tensor_file.h"
#include "inference/network/parameters.h"

namespace tomocyte {
namespace {

using AdamState = torch::optim::AdamParamState;

void add_prefixed(NamedTensors& to, const char* prefix, const NamedTensors& tensors) {
  for (const NamedTensor& tensor : tensors) to.push_back({prefix + tensor.name, tensor.shape, tensor.values});
}

NamedTensors with_prefix(const NamedTensors& tensors, const std::string& prefix) {
  NamedTensors result;
  for (const NamedTensor& tensor : tensors)
    if (tensor.name.starts_with(prefix))
      result.push_back({tensor.name.substr(prefix.size()), tensor.shape, tensor.values});
  return result;
}

NamedTensors moments_of(const TrainingState& state) {
  NamedTensors moments;
  for (const auto& item : state.network->named_parameters()) {
    const auto found = state.optimizer->state().find(c10::guts::to_string(item.value().unsafeGetTensorImpl()));
    if (found == state.optimizer->state().end()) continue;
    const auto& adam = static_cast<const AdamState&>(*found->second);
    moments.push_back(named_tensor(item.key() + ".mean", adam.exp_avg()));
    moments.push_back(named_tensor(item.key() + ".square", adam.exp_avg_sq()));
  }
  return moments;
}

void set_moments(TrainingState& state, const NamedTensors& moments, std::int64_t steps) {
  for (const auto& item : state.network->named_parameters()) {
    const at::Tensor& parameter = item.value();
    auto adam = std::make_unique<AdamState>();
    adam->step(steps);
    adam->exp_avg(tensor_of(find_tensor(moments, item.key() + ".mean")).to(parameter.device()));
    adam->exp_avg_sq(tensor_of(find_tensor(moments, item.key() + ".square")).to(parameter.device()));
    state.optimizer->state()[c10::guts::to_string(parameter.unsafeGetTensorImpl())] = std::move(adam);
  }
}

std::int64_t steps_of(const TrainingState& state) {
  return static_cast<const AdamState&>(*state.optimizer->state().begin()->second).step();
}

torch::optim::AdamOptions& adam_options(const TrainingState& state) {
  return static_cast<torch::optim::AdamOptions&>(state.optimizer->param_groups().front().options());
}

}  // namespace

void write_checkpoint(const std::filesystem::path& path, const TrainingState& state, const std::string& run) {
  TensorFile file;
  add_prefixed(file.tensors, "network.", parameters_of(*state.network));
  add_prefixed(file.tensors, "adam.", moments_of(state));
  add_prefixed(file.tensors, "best.", state.best);
  file.metadata = {{"run", run},
                   {"steps", fmt::format("{}", steps_of(state))},
                   {"learning_rate", fmt::format("{}", adam_options(state).lr())},
                   {"curve", curve_to_json(state.curve)}};
  write_tensors(path, file);
}

void read_checkpoint(const std::filesystem::path& path, TrainingState& state, const std::string& run) {
  const TensorFile file = read_tensors(path);
  const auto value = [&](const char* name) {
    const auto found = file.metadata.find(name);
    if (found == file.metadata.end())
      throw FileError(path, fmt::format("is no checkpoint of a training (\"{}\" is missing)", name));
    return found->second;
  };
  if (value("run") != run)
    throw FileError(path, "is the checkpoint of a training with other cells or options",
                    "Give the same cells and options to continue it, or remove it to begin anew.");
  try {
    set_parameters(*state.network, with_prefix(file.tensors, "network."));
    set_moments(state, with_prefix(file.tensors, "adam."), std::stoll(value("steps")));
    adam_options(state).lr(detail::parse_number("learning-rate", value("learning_rate")));
    state.best = with_prefix(file.tensors, "best.");
    state.curve = curve_from_json(value("curve"));
  } catch (const InputError& error) {
    throw FileError(path, error.what(), "The checkpoint is damaged; remove it to begin anew.");
  }
}

}  // namespace tomocyte
