// Networks and classical classifiers on the same cells, as in figures 5 and 6 of Ryu 2021.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/compute_device.h"
#include "core/progress.h"
#include "inference/classical/classical_classifier.h"
#include "inference/metrics.h"

namespace tomocyte {

struct ComparisonOptions {
  std::filesystem::path training;             // what the classical classifiers learn from (read_cell_set())
  std::filesystem::path test;                 // cells of other donors
  std::vector<std::filesystem::path> models;  // folders
  ClassicalOptions classical;
  BootstrapOptions bootstrap;
  ComputeDevice device;
};

struct ComparedClassifier {
  std::string name;                  // "lda", or the model's name
  std::string input;                 // "six indices", "tomogram", "mip", "phase", "amplitude"
  std::optional<Evaluation> four;    // B, T, monocyte, myelocyte; absent for a binary model
  std::optional<Evaluation> binary;  // lymphoid and myeloid; of a four-type classifier by adding its probabilities
};

struct Comparison {
  std::vector<ComparedClassifier> classifiers;
  bool simulated = false;
};

// Throws InputError when a donor of the test cells is also one that something was trained on, or a model is for other
// classes; FileError; Cancelled.
[[nodiscard]] Comparison compare_classifiers(const ComparisonOptions& options, const Progress& progress = {});

}  // namespace tomocyte
