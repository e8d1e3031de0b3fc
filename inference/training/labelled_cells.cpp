#include "inference/training/labelled_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>
#include <span>

#include "core/error.h"
#include "core/files/checksum.h"

namespace tomocyte {

void validate(const LabelledCells& set) {
  const auto cells = static_cast<std::size_t>(set.inputs.shape(0));
  if (cells == 0) throw InputError("the set holds no annotated cell of the model's classes", "Annotate cells first.");
  const Shape<3> shape = input_shape(set.input);
  if (set.truth.size() != cells || set.donors.size() != cells || set.inputs.shape(1) != shape[0] ||
      set.inputs.shape(2) != shape[1] || set.inputs.shape(3) != shape[2])
    throw InputError("inputs, classes and donors of the set disagree in number or size");
  const auto classes = static_cast<int>(set.classes.size());
  if (std::any_of(set.truth.begin(), set.truth.end(), [&](int t) { return t < 0 || t >= classes; }))
    throw InputError("a cell of the set has a class that the set does not name");
}

std::string data_checksum(const LabelledCells& set) {
  // Text of everything but the inputs, whose own checksum stands in it.
  std::string text = checksum(std::as_bytes(set.inputs.values()));
  for (const std::string& name : set.classes) text += "\n" + name;
  for (std::size_t i = 0; i < set.truth.size(); ++i) text += fmt::format("\n{} {}", set.truth[i], set.donors[i]);
  return checksum(std::as_bytes(std::span(text)));
}

Array<float, 4> selected_inputs(const LabelledCells& set, const CellSelection& selection) {
  const Shape<4>& shape = set.inputs.shape();
  Array<float, 4> inputs({static_cast<Index>(selection.size()), shape[1], shape[2], shape[3]});
  const Index size = shape[1] * shape[2] * shape[3];
  for (std::size_t i = 0; i < selection.size(); ++i)
    std::copy_n(set.inputs.data() + static_cast<Index>(selection[i]) * size, size,
                inputs.data() + static_cast<Index>(i) * size);
  return inputs;
}

std::vector<std::string> donors_of(const LabelledCells& set, const CellSelection& selection) {
  std::set<std::string> donors;
  for (const std::size_t cell : selection)
    if (!set.donors[cell].empty()) donors.insert(set.donors[cell]);
  return {donors.begin(), donors.end()};
}

Predictions predictions_of(const LabelledCells& set, const CellSelection& selection,
                           const Eigen::MatrixXd& probabilities) {
  Predictions predictions{set.classes, probabilities, {}};
  bool known = donors_of(set, selection).size() > 1;
  for (const std::size_t cell : selection) {
    predictions.truth.push_back(set.truth[cell]);
    predictions.donors.push_back(set.donors[cell]);
    known &= !set.donors[cell].empty();
  }
  if (!known) predictions.donors.clear();
  return predictions;
}

CellSelection all_cells(const LabelledCells& set) {
  CellSelection selection(set.truth.size());
  std::iota(selection.begin(), selection.end(), std::size_t{0});
  return selection;
}

}  // namespace tomocyte
