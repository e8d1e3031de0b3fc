// How a training went: one row per epoch, on disk as CSV while it runs.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace tomocyte {

struct Epoch {
  int number = 0;              // from 1
  double learning_rate = 0.0;  // after its last step
  double training_loss = 0.0;  // cross entropy, mean over cells, with augmentation and as the weights change
  double training_accuracy = 0.0;
  double validation_loss = 0.0;
  double validation_accuracy = 0.0;
  bool best = false;  // better than all before it
  bool operator==(const Epoch&) const = default;
};
using LearningCurve = std::vector<Epoch>;

// Throws FileError.
void write_curve(const std::filesystem::path& path, const LearningCurve& curve);

[[nodiscard]] std::string curve_to_json(const LearningCurve& curve);
// Throws InputError.
[[nodiscard]] LearningCurve curve_from_json(const std::string& json);

}  // namespace tomocyte
