#include "app/workflow/installed_models.h"

#include <algorithm>
#include <cstdlib>

namespace tomocyte {
namespace {

constexpr const char* kDefault = "four-types-3d";

}  // namespace

std::filesystem::path models_folder() {
  std::error_code failure;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failure).parent_path();
  std::vector<std::filesystem::path> places = {program / ".." / "share" / "tomocyte" / "models",
                                               std::filesystem::path(TOMOCYTE_SOURCE_DIR) / "resources" / "models"};
  if (const char* chosen = std::getenv("TOMOCYTE_MODELS")) places.insert(places.begin(), chosen);
  for (const auto& place : places)
    if (std::filesystem::is_directory(place, failure)) return place.lexically_normal();
  return {};
}

std::vector<std::filesystem::path> installed_models() {
  std::vector<std::filesystem::path> models;
  const std::filesystem::path folder = models_folder();
  if (folder.empty()) return models;
  std::error_code failure;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failure))
    if (std::filesystem::exists(entry.path() / "model.json")) models.push_back(entry.path());
  std::ranges::sort(models);
  return models;
}

std::filesystem::path default_model() {
  const std::filesystem::path model = models_folder() / kDefault;
  return std::filesystem::exists(model / "model.json") ? model : std::filesystem::path();
}

}  // namespace tomocyte
