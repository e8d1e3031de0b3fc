#include "inference/training/cross_validation.h"

#include <fmt/format.h>

#include "inference/calibration.h"
#include "inference/network/loaded_network.h"

namespace tomocyte {

Predictions cross_validate(const LabelledCells& set, const TrainingPlan& plan, int folds, const Progress& progress) {
  validate(set);
  const auto splits =
      split_into_folds(set, folds, plan.training.split_by == "donor", static_cast<std::uint64_t>(plan.training.seed));
  const auto classes = static_cast<Eigen::Index>(set.classes.size());
  Eigen::MatrixXd probabilities(static_cast<Eigen::Index>(set.truth.size()), classes);
  for (std::size_t fold = 0; fold < splits.size(); ++fold) {
    const Split& split = splits[fold];
    const auto count = static_cast<double>(splits.size());
    const Progress part = progress.part(static_cast<double>(fold) / count, static_cast<double>(fold + 1) / count,
                                        fmt::format("Fold {} of {}", fold + 1, splits.size()));
    const TrainedNetwork trained = train(set, split, plan, part);
    const LoadedNetwork network(plan.network, set.input, static_cast<int>(classes), trained.weights, plan.device);
    const auto logits = [&](const CellSelection& cells) {
      return network.predict(selected_inputs(set, cells).view()).logits;
    };
    const double temperature =
        fit_temperature(logits(split.validation), predictions_of(set, split.validation, {}).truth);
    const Eigen::MatrixXd found = softmax(logits(split.test), temperature);
    for (std::size_t i = 0; i < split.test.size(); ++i)
      probabilities.row(static_cast<Eigen::Index>(split.test[i])) = found.row(static_cast<Eigen::Index>(i));
  }
  return predictions_of(set, all_cells(set), probabilities);
}

}  // namespace tomocyte
