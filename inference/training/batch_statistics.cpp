#include "inference/training/batch_statistics.h"

#include <optional>

namespace tomocyte {

void measure_batch_statistics(torch::nn::Module& network, const std::function<void()>& show_cells) {
  const torch::NoGradGuard no_gradient;
  const auto set_momentum = [&](std::optional<double> momentum) {
    for (const auto& module : network.modules(false))
      if (auto* norm = module->as<torch::nn::BatchNorm3d>()) {
        norm->options.momentum(momentum ? c10::optional<double>(*momentum) : c10::nullopt);
        if (!momentum) norm->reset_running_stats();
      }
  };
  constexpr double kUsualMomentum = 0.1;
  set_momentum(std::nullopt);  // the plain mean over all batches
  network.train();
  show_cells();
  network.eval();
  set_momentum(kUsualMomentum);
}

}  // namespace tomocyte
