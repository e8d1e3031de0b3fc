// k-fold cross-validation: each donor's cells are judged by a network that never saw this donor.
#pragma once

#include "inference/metrics.h"
#include "inference/training/training.h"

namespace tomocyte {

// The probabilities of all cells of the set, each from the fold that tested it, calibrated on the fold's validation
// cells. Throws like split_into_folds() and train(); Cancelled.
[[nodiscard]] Predictions cross_validate(const LabelledCells& set, const TrainingPlan& plan, int folds,
                                         const Progress& progress = {});

}  // namespace tomocyte
