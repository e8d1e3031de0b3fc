#include "inference/models/model.h"

#include "inference/calibration.h"

namespace tomocyte {

CellPredictions predict(const Model& model, View<const float, 4> cells, const Progress& progress) {
  NetworkPrediction raw = model.network.predict(cells, progress);
  CellPredictions result;
  if (raw.logits.rows() == 0) return result;
  result.probabilities = softmax(raw.logits, model.card.temperature);
  result.novelty = model.known.features.size() > 0 ? novelty(model.known, raw.features)
                                                   : Eigen::VectorXd::Zero(raw.features.rows()).eval();
  result.features = std::move(raw.features);
  return result;
}

}  // namespace tomocyte
