// A model in use: its card, its network on a compute device, and the training cells that tell what is unlike them.
#pragma once

#include <Eigen/Core>
#include <string>

#include "inference/models/model_card.h"
#include "inference/network/loaded_network.h"
#include "inference/network/novelty.h"

namespace tomocyte {

struct Model {
  ModelCard card;
  LoadedNetwork network;
  NoveltyReference known;  // no features: novelty is not checked
  std::string checksum;    // "sha256:…" of the weights
};

struct CellPredictions {
  Eigen::MatrixXd probabilities;  // [cell, class], calibrated
  Eigen::MatrixXf features;       // [cell, feature]
  Eigen::VectorXd novelty;        // [cell]; 0 where it is not checked
};

// cells: [cell, z, y, x] as cell_input() makes them with the card's options. Throws InputError, Cancelled.
[[nodiscard]] CellPredictions predict(const Model& model, View<const float, 4> cells, const Progress& progress = {});

}  // namespace tomocyte
