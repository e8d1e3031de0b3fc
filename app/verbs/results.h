// What verbs print about a scan: text for people (units on every number), JSON for programs.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "core/scan.h"

namespace tomocyte {

// Tomogram: size, RI range, frames left out and why, convergence; against the exact sphere where the scan has one.
[[nodiscard]] std::string tomogram_text(const Scan& scan);
[[nodiscard]] nlohmann::ordered_json tomogram_json(const Scan& scan);

// Fields: size, and the phase of each angle above the sample-free border.
[[nodiscard]] std::string fields_text(const Scan& scan);
[[nodiscard]] nlohmann::ordered_json fields_json(const Scan& scan);

// The table of cells with their indices and flags.
[[nodiscard]] std::string cells_text(const Scan& scan);
[[nodiscard]] nlohmann::ordered_json classification_json(const Classification& found);
[[nodiscard]] nlohmann::ordered_json cells_json(const Scan& scan);

}  // namespace tomocyte
