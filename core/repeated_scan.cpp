#include "core/repeated_scan.h"

#include <nlohmann/json.hpp>

namespace tomocyte {

std::string repeated_scan(const Scan& scan) {
  for (const Provenance& step : scan.provenance) {
    const auto json = nlohmann::json::parse(step.options_json, nullptr, false);
    if (!json.is_object() || !json.contains("options")) continue;
    const auto& options = json.at("options");
    if (!options.is_object() || !options.contains(kScansAgain)) continue;
    if (const auto& file = options.at(kScansAgain); file.is_string()) return file.get<std::string>();
  }
  return {};
}

}  // namespace tomocyte
