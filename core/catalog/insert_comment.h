// One row of a comment, as a part of a larger change. Internal to core/catalog.
#pragma once

#include <optional>
#include <string>

#include "core/catalog/change.h"

namespace tomocyte {

void insert_comment(const Change& change, RecordId sample, std::optional<RecordId> cell, const std::string& text);

}  // namespace tomocyte
