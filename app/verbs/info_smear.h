// What a smear file holds, for the verb info.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

namespace tomocyte {

struct SmearSummary {
  nlohmann::ordered_json json;
  std::string text;
};

// Throws FileError.
[[nodiscard]] SmearSummary smear_summary(const std::filesystem::path& file);

}  // namespace tomocyte
