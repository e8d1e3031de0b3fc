// The data sets beside the checkout. A test that needs one says that it skips when the folder is absent.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "tests/catch.h"

inline std::optional<std::filesystem::path> shared_data(const std::string& name) {
  const std::filesystem::path path = std::filesystem::path(TOMOCYTE_SHARED_DATA) / name;
  if (std::filesystem::exists(path)) return path;
  WARN("skipped: " << path << " is not here (set TOMOCYTE_SHARED_DATA)");
  return std::nullopt;
}
