#include "inference/models/model_card.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>
#include <span>

#include "core/error.h"
#include "core/files/checksum.h"

namespace tomocyte {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kFormat = "tomocyte model";
constexpr const char* kChecksum = "card_checksum";

std::string checksum_of(const Json& json) {
  const std::string text = json.dump();
  return checksum(std::as_bytes(std::span(text)));
}

Json json_of(const TrainingData& data) {
  return {{"training_cells", data.training_cells},
          {"validation_cells", data.validation_cells},
          {"test_cells", data.test_cells},
          {"donors", data.donors},
          {"test_donors", data.test_donors},
          {"checksum", data.checksum},
          {"simulated", data.simulated}};
}

TrainingData data_from(const Json& json) {
  TrainingData data;
  json.at("training_cells").get_to(data.training_cells);
  json.at("validation_cells").get_to(data.validation_cells);
  json.at("test_cells").get_to(data.test_cells);
  json.at("donors").get_to(data.donors);
  json.at("test_donors").get_to(data.test_donors);
  json.at("checksum").get_to(data.checksum);
  json.at("simulated").get_to(data.simulated);
  return data;
}

ModelCard card_from(const Json& json) {
  ModelCard card;
  json.at("name").get_to(card.name);
  json.at("intended_use").get_to(card.intended_use);
  json.at("limits").get_to(card.limits);
  json.at("architecture").get_to(card.architecture);
  card.network = options_from_json<NetworkOptions>(json.at("network").dump());
  card.input = options_from_json<InputOptions>(json.at("input").dump());
  json.at("task").get_to(card.task);
  json.at("classes").get_to(card.classes);
  json.at("temperature").get_to(card.temperature);
  json.at("least_probability").get_to(card.least_probability);
  json.at("largest_novelty").get_to(card.largest_novelty);
  card.data = data_from(json.at("training_data"));
  card.training_json = json.at("training").dump();
  card.metrics_json = json.at("metrics").dump();
  json.at("created_utc").get_to(card.created_utc);
  json.at("program_version").get_to(card.program_version);
  json.at("files").get_to(card.files);
  return card;
}

void check(const ModelCard& card) {
  if (card.classes.size() < 2) throw InputError("the model names fewer than two classes");
  if (!(card.temperature > 0.0)) throw InputError("the model's temperature is not above 0");
  if (card.architecture != "fish" && card.architecture != "torchscript")
    throw InputError(fmt::format("the architecture \"{}\" is not known", card.architecture));
}

// "0.967 (0.94 to 0.98)"
std::string interval_text(const Json& interval) {
  return fmt::format("{:.3f} ({:.3f} to {:.3f})", interval.at("value").get<double>(), interval.at("low").get<double>(),
                     interval.at("high").get<double>());
}

std::string metrics_text(const Json& metrics) {
  if (!metrics.contains("accuracy")) return "not measured";
  std::string text = fmt::format("accuracy {}, {}", interval_text(metrics["accuracy"]),
                                 metrics.value("intervals", std::string("95 %")));
  for (const Json& item : metrics.value("classes", Json::array()))
    if (item.contains("sensitivity"))
      text += fmt::format("\n  {:<16} {:>5} cells  sensitivity {}", item.value("name", std::string()),
                          item.value("cells", 0), interval_text(item["sensitivity"]));
  return text;
}

}  // namespace

std::string card_to_json(const ModelCard& card) {
  Json json = {{"format", kFormat},
               {"format_version", kModelFormatVersion},
               {"name", card.name},
               {"intended_use", card.intended_use},
               {"limits", card.limits},
               {"architecture", card.architecture},
               {"network", Json::parse(options_to_json(card.network))},
               {"input", Json::parse(options_to_json(card.input))},
               {"task", card.task},
               {"classes", card.classes},
               {"temperature", card.temperature},
               {"least_probability", card.least_probability},
               {"largest_novelty", card.largest_novelty},
               {"training_data", json_of(card.data)},
               {"training", Json::parse(card.training_json)},
               {"metrics", Json::parse(card.metrics_json)},
               {"created_utc", card.created_utc},
               {"program_version", card.program_version},
               {"files", card.files}};
  json[kChecksum] = checksum_of(json);
  return json.dump(2) + "\n";
}

ModelCard card_from_json(const std::string& text, const std::filesystem::path& path) {
  Json json = Json::parse(text, nullptr, false);
  const char* remedy = "Take the model folder whole from where it came.";
  if (!json.is_object() || json.value("format", Json()) != kFormat)
    throw FileError(path, "is not the card of a Tomocyte model", remedy);
  try {
    if (const int version = json.at("format_version").get<int>(); version > kModelFormatVersion)
      throw FileError(path, fmt::format("is of format {}; this program reads up to {}", version, kModelFormatVersion),
                      "Update Tomocyte.");
    const auto stored = json.at(kChecksum).get<std::string>();
    json.erase(kChecksum);
    if (stored != checksum_of(json)) throw FileError(path, "was changed after the model was made", remedy);
    ModelCard card = card_from(json);
    check(card);
    return card;
  } catch (const nlohmann::json::exception& error) {
    throw FileError(path, fmt::format("is not a whole card of a model ({})", error.what()), remedy);
  } catch (const InputError& error) {
    throw FileError(path, error.what(), remedy);
  }
}

std::string card_text(const ModelCard& card) {
  const TrainingData& data = card.data;
  std::string text = fmt::format("{}{}\n", card.name, data.simulated ? " (trained on SIMULATED cells)" : "");
  text += fmt::format("intended use: {}\nlimits: {}\n", card.intended_use, card.limits);
  text += fmt::format("classes: {}\n", fmt::join(card.classes, ", "));
  text += fmt::format("input: {}, {} voxels of {} µm\n", card.input.input, card.input.voxels, card.input.voxel_size_um);
  text += card.architecture == "fish"
              ? fmt::format("network: fish, width {}, depth {}\n", card.network.width, card.network.depth)
              : fmt::format("network: {}\n", card.architecture);
  text += fmt::format("trained on {} cells, validated on {}, of {} donors ({})\n", data.training_cells,
                      data.validation_cells, data.donors.size(), data.checksum);
  text += fmt::format("tested on {} cells of {} other donors: {}\n", data.test_cells, data.test_donors.size(),
                      metrics_text(Json::parse(card.metrics_json)));
  text += fmt::format("uncertain below a probability of {} (temperature {:.3g}), or above a novelty of {:.3g}\n",
                      card.least_probability, card.temperature, card.largest_novelty);
  return text + fmt::format("made {} with {}", card.created_utc, card.program_version);
}

}  // namespace tomocyte
