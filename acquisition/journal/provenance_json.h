// Provenance in a journal's header. Internal to the journals of the kinds of scan.
#pragma once

#include <nlohmann/json.hpp>

#include "core/provenance.h"

namespace tomocyte {

[[nodiscard]] nlohmann::ordered_json provenance_json(const Provenance& provenance);
// Throws nlohmann::json::exception when a member is missing.
[[nodiscard]] Provenance provenance_from(const nlohmann::ordered_json& json);

}  // namespace tomocyte
