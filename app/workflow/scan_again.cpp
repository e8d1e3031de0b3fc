#include "app/workflow/scan_again.h"

#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/recorded_conditions.h"

namespace tomocyte {
namespace {

std::optional<double> recorded_medium_index(const nlohmann::json& conditions) {
  try {
    for (const Condition& condition : conditions_from_json(conditions.dump()).values)
      if (condition.name == "medium index")
        if (const double* value = std::get_if<double>(&condition.value)) return *value;
  } catch (const InputError&) {  // of another program: the instrument's own index is offered
  }
  return std::nullopt;
}

// Absent: the first scan used the instrument's own, as the new one will.
std::optional<double> typed_medium_index(const Scan& first) {
  for (const Provenance& step : first.provenance) {
    const auto json = nlohmann::json::parse(step.options_json, nullptr, false);
    if (!json.is_object() || !json.contains("options") || !json.contains("position")) continue;
    const auto& options = json.at("options");
    const auto& position = json.at("position");
    if (!options.is_object() || options.value("medium_index_source", nlohmann::json()) != "typed") continue;
    if (position.is_object() && position.contains("conditions"))
      return recorded_medium_index(position.at("conditions"));
  }
  return std::nullopt;
}

}  // namespace

SampleInformation information_to_scan_again(const Scan& first, const std::filesystem::path& file) {
  SampleInformation sample;
  sample.sample_id = first.sample_id;
  sample.donor_id = first.donor_id;
  sample.medium_index = typed_medium_index(first);
  sample.scans_again = std::filesystem::weakly_canonical(std::filesystem::absolute(file));
  return sample;
}

}  // namespace tomocyte
