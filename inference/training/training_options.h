// How a network is trained (Ryu 2021, section 2.5).
#pragma once

#include <string>

#include "core/options.h"

namespace tomocyte {

struct TrainingOptions {
  double learning_rate = 0.004;
  double learning_rate_decay = 0.9999;  // factor per step (batch); the paper does not say per what
  int batch = 8;                        // cells per step
  int epochs = 40;
  int patience = 12;           // stop after so many epochs without a better one; 0: never
  bool class_weights = false;  // weigh classes by the inverse of their number
  std::string split_by = "donor";
  int seed = 1;
  bool mixed_precision = true;  // bfloat16 where a GPU computes; CPUs stay with float32
};
template <>
const OptionTable<TrainingOptions>& option_table<TrainingOptions>();

}  // namespace tomocyte
