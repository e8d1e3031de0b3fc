// What a training needs to go on as if it had never stopped: weights, Adam's moments, the best weights so far, the
// curve. The order of cells and the augmentation follow from seed and epoch and need no state. Internal: includes
// LibTorch.
#pragma once

#include <torch/torch.h>

#include <filesystem>

#include "inference/network/cell_network.h"
#include "inference/network/named_tensor.h"
#include "inference/training/learning_curve.h"

namespace tomocyte {

struct TrainingState {
  CellNetwork network = nullptr;
  std::unique_ptr<torch::optim::Adam> optimizer;
  NamedTensors best;
  LearningCurve curve;
};

// `run` identifies data, options and program's format; a checkpoint of another run is refused. Throws FileError.
void write_checkpoint(const std::filesystem::path& path, const TrainingState& state, const std::string& run);
// Into a freshly made network and optimizer. Throws FileError.
void read_checkpoint(const std::filesystem::path& path, TrainingState& state, const std::string& run);

}  // namespace tomocyte
