// A network with its weights on a compute device, ready to look at cells. Keeps LibTorch out of what includes it.
#pragma once

#include <Eigen/Core>
#include <filesystem>
#include <memory>

#include "core/array.h"
#include "core/compute_device.h"
#include "core/progress.h"
#include "inference/network/named_tensor.h"
#include "inference/network/network_options.h"

namespace tomocyte {

struct NetworkPrediction {
  Eigen::MatrixXd logits;    // [cell, class]
  Eigen::MatrixXf features;  // [cell, feature]: what UMAP draws and novelty is measured in
};

class LoadedNetwork {
 public:
  // Throws InputError when the weights are not those of such a network, DeviceError.
  LoadedNetwork(const NetworkOptions& options, const InputOptions& input, int classes, const NamedTensors& weights,
                const ComputeDevice& device = {});
  // TorchScript: the file is a program that runs with the user's rights, so only from a source that is trusted. It maps
  // [cell, 1, z, y, x] to logits, or to (logits, features). Without features the logits stand for them.
  LoadedNetwork(const std::filesystem::path& torch_script, const InputOptions& input, int classes,
                const ComputeDevice& device = {});
  ~LoadedNetwork();
  LoadedNetwork(LoadedNetwork&&) noexcept;
  LoadedNetwork& operator=(LoadedNetwork&&) noexcept;

  // cells: [cell, z, y, x] as cell_input() makes them. Throws InputError: another shape, an output that is not
  // [cell, class]; Cancelled.
  [[nodiscard]] NetworkPrediction predict(View<const float, 4> cells, const Progress& progress = {}) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace tomocyte
