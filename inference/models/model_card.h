// What a person must know of a model, and what a program needs to use it: model.json of a model folder.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "inference/network/network_options.h"

namespace tomocyte {

inline constexpr int kModelFormatVersion = 1;

struct TrainingData {
  int training_cells = 0;
  int validation_cells = 0;
  int test_cells = 0;
  std::vector<std::string> donors;       // on whose cells it was trained or validated, never the test's
  std::vector<std::string> test_donors;  // whose cells the card's metrics are of
  std::string checksum;                  // "sha256:…" of all inputs and classes
  bool simulated = false;
  bool operator==(const TrainingData&) const = default;
};

struct ModelCard {
  std::string name;
  std::string intended_use;
  std::string limits;
  std::string architecture = "fish";  // "fish" (cell_network.h) or "torchscript"
  NetworkOptions network;             // of "fish"
  InputOptions input;
  std::string task = "annotations";  // how annotations map to classes (class_task.h)
  std::vector<std::string> classes;
  double temperature = 1.0;        // divides the logits: calibrates the probabilities
  double least_probability = 0.8;  // below it a cell is uncertain
  double largest_novelty = 0.0;    // above it a cell is uncertain (novelty.h); 0: not checked
  TrainingData data;
  std::string training_json = "{}";  // options and epochs of the training
  std::string metrics_json = "{}";   // an Evaluation of the test cells
  std::string created_utc;
  std::string program_version;
  std::map<std::string, std::string> files;  // name -> "sha256:…"
};

// The text of model.json, with the checksum of its own content: accidents are found, it is no signature.
[[nodiscard]] std::string card_to_json(const ModelCard& card);
// Throws FileError naming `path`: not JSON, a part missing or out of range, changed since it was written, a newer
// format.
[[nodiscard]] ModelCard card_from_json(const std::string& json, const std::filesystem::path& path);

// For people: what it is, for what, trained on what, how good, with which limits.
[[nodiscard]] std::string card_text(const ModelCard& card);

}  // namespace tomocyte
