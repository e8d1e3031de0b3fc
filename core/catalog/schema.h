// The catalog's tables, version by version. A version that has been released is never edited: what it made lies in
// laboratories' files. Internal to core/catalog.
#pragma once

#include <string>
#include <vector>

#include "core/catalog/database.h"

namespace tomocyte {

inline constexpr int kSchemaVersion = 4;

// The statements that bring version - 1 to `version` (1 begins at an empty database), in their order.
[[nodiscard]] std::vector<std::string> schema_step(int version, Engine engine);

}  // namespace tomocyte
