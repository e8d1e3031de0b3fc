#include "app/workflow/sphere_truth.h"

#include <nlohmann/json.hpp>

namespace tomocyte {

std::optional<SphereAccuracy> compare_with_truth(const Scan& scan) {
  if (!scan.truth || !scan.tomogram) return std::nullopt;
  const auto json = nlohmann::json::parse(scan.truth->description_json, nullptr, false);
  if (!json.is_object() || json.value("shape", "") != "sphere") return std::nullopt;
  return compare_with_sphere(*scan.tomogram, json.at("radius_um").get<double>(),
                             json.at("refractive_index").get<double>());
}

}  // namespace tomocyte
