// The one table of the training's options.
#include "inference/training/training_options.h"

namespace tomocyte {

template <>
const OptionTable<TrainingOptions>& option_table<TrainingOptions>() {
  using O = TrainingOptions;
  static const OptionTable<O> table = {
      {&O::learning_rate, "learning-rate", "", "of Adam (Ryu 2021: 0.004)", 1e-7, 1.0, {}},
      {&O::learning_rate_decay, "learning-rate-decay", "", "factor of the learning rate per step", 0.5, 1.0, {}},
      {&O::batch, "batch", "cells", "cells per step", 2, 1024, {}},
      {&O::epochs, "epochs", "", "at most so many passes over the training cells", 1, 100000, {}},
      {&O::patience, "patience", "epochs", "stop after so many without a better one; 0 = never", 0, 100000, {}},
      {&O::class_weights, "class-weights", "", "weigh rare classes as much as frequent ones", 0.0, 0.0, {}},
      {&O::split_by,
       "split-by",
       "",
       "what is never on both sides of the split into training, validation and test; by cell the numbers flatter",
       0.0,
       0.0,
       {"donor", "cell"}},
      {&O::seed, "seed", "", "of weights, order, split and augmentation", 0, 1000000000, {}},
      {&O::mixed_precision, "mixed-precision", "", "bfloat16 where a GPU computes", 0.0, 0.0, {}},
  };
  return table;
}

}  // namespace tomocyte
