#include "inference/models/classify.h"

#include <fmt/format.h>

#include <algorithm>

namespace tomocyte {
namespace {

std::string why_uncertain(const ModelCard& card, const Cell& cell, double probability, double novelty) {
  std::vector<std::string> reasons;
  if (probability < card.least_probability)
    reasons.push_back(fmt::format("its probability {:.2f} is below {:.2f}", probability, card.least_probability));
  if (card.largest_novelty > 0.0 && novelty > card.largest_novelty)
    reasons.push_back(fmt::format("it is unlike the cells that the model was trained on (novelty {:.2f} above {:.2f})",
                                  novelty, card.largest_novelty));
  if (cell.touches_border) reasons.push_back("the volume's border cuts it");
  std::string text;
  for (const std::string& reason : reasons) text += (text.empty() ? "" : "; ") + reason;
  return text;
}

Classification classification(const Model& model, const Cell& cell, const Eigen::RowVectorXd& probabilities,
                              double novelty) {
  Classification result;
  for (std::size_t i = 0; i < model.card.classes.size(); ++i)
    result.probabilities.push_back({model.card.classes[i], probabilities(static_cast<Eigen::Index>(i))});
  std::stable_sort(result.probabilities.begin(), result.probabilities.end(),
                   [](const auto& a, const auto& b) { return a.probability > b.probability; });
  result.model = model.card.name;
  result.model_checksum = model.checksum;
  result.uncertain = why_uncertain(model.card, cell, result.probabilities.front().probability, novelty);
  return result;
}

}  // namespace

Array<float, 4> cell_inputs(const CellImages& images, const std::vector<Cell>& cells,
                            const std::vector<std::size_t>& which, const InputOptions& options) {
  const Shape<3> shape = input_shape(options);
  Array<float, 4> inputs({static_cast<Index>(which.size()), shape[0], shape[1], shape[2]});
  for (std::size_t i = 0; i < which.size(); ++i) {
    const Array<float, 3> input = cell_input(images, cells[which[i]], options);
    std::copy(input.values().begin(), input.values().end(), &inputs(static_cast<Index>(i), 0, 0, 0));
  }
  return inputs;
}

void classify_cells(const Model& model, const CellImages& images, std::vector<Cell>& cells, const Progress& progress) {
  std::vector<std::size_t> which;
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (!cells[i].too_small) which.push_back(i);
  const Array<float, 4> inputs = cell_inputs(images, cells, which, model.card.input);
  const CellPredictions predictions = predict(model, inputs.view(), progress);
  for (Cell& cell : cells) cell.classification.reset();
  for (std::size_t i = 0; i < which.size(); ++i) {
    const auto row = static_cast<Eigen::Index>(i);
    Cell& cell = cells[which[i]];
    cell.classification = classification(model, cell, predictions.probabilities.row(row), predictions.novelty(row));
  }
}

}  // namespace tomocyte
