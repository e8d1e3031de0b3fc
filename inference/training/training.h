// Trains the network on a split of labelled cells (Ryu 2021, section 2.5): Adam, cross entropy, augmentation, the best
// epoch by validation. Everything random follows from the seed and the position in the run, so that a run that was
// killed and resumed ends in the same weights, bit for bit, on the same machine with the same number of threads.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "core/compute_device.h"
#include "core/progress.h"
#include "inference/network/augmentation.h"
#include "inference/network/named_tensor.h"
#include "inference/training/labelled_cells.h"
#include "inference/training/learning_curve.h"
#include "inference/training/split.h"
#include "inference/training/training_options.h"

namespace tomocyte {

struct TrainingPlan {
  NetworkOptions network;
  AugmentationOptions augmentation;
  TrainingOptions training;
  ComputeDevice device;
  // Written after every epoch, with curve.csv beside it; an existing one is continued. Empty: none.
  std::filesystem::path checkpoint;
};

// All options of the plan, for model cards and for telling whether a checkpoint belongs to it.
[[nodiscard]] std::string plan_to_json(const TrainingPlan& plan);

struct TrainedNetwork {
  NamedTensors weights;  // of the best epoch
  LearningCurve curve;
};

// Called after each epoch, on the calling thread.
using EpochCallback = std::function<void(const LearningCurve& so_far)>;

// Best is the epoch of highest validation accuracy, of equals the one of least validation loss. Throws InputError: an
// empty part, a class without a training cell, a loss that is not finite, a checkpoint of another run; FileError;
// Cancelled (the checkpoint of the last whole epoch stays).
[[nodiscard]] TrainedNetwork train(const LabelledCells& set, const Split& split, const TrainingPlan& plan,
                                   const Progress& progress = {}, const EpochCallback& on_epoch = {});

}  // namespace tomocyte
