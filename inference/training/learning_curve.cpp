#include "inference/training/learning_curve.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/files/text_file.h"

namespace tomocyte {

void write_curve(const std::filesystem::path& path, const LearningCurve& curve) {
  std::string text = "epoch,learning_rate,training_loss,training_accuracy,validation_loss,validation_accuracy,best\n";
  for (const Epoch& e : curve)
    text += fmt::format("{},{:.6g},{:.6g},{:.6g},{:.6g},{:.6g},{}\n", e.number, e.learning_rate, e.training_loss,
                        e.training_accuracy, e.validation_loss, e.validation_accuracy, e.best ? 1 : 0);
  write_text_file(path, text);
}

std::string curve_to_json(const LearningCurve& curve) {
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (const Epoch& e : curve)
    rows.push_back({{"epoch", e.number},
                    {"learning_rate", e.learning_rate},
                    {"training_loss", e.training_loss},
                    {"training_accuracy", e.training_accuracy},
                    {"validation_loss", e.validation_loss},
                    {"validation_accuracy", e.validation_accuracy},
                    {"best", e.best}});
  return rows.dump();
}

LearningCurve curve_from_json(const std::string& json) {
  LearningCurve curve;
  try {
    for (const auto& row : nlohmann::json::parse(json))
      curve.push_back({row.at("epoch").get<int>(), row.at("learning_rate").get<double>(),
                       row.at("training_loss").get<double>(), row.at("training_accuracy").get<double>(),
                       row.at("validation_loss").get<double>(), row.at("validation_accuracy").get<double>(),
                       row.at("best").get<bool>()});
  } catch (const nlohmann::json::exception& error) {
    throw InputError(fmt::format("the learning curve cannot be read ({})", error.what()));
  }
  return curve;
}

}  // namespace tomocyte
