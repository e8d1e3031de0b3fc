// Remarks on a sample or on one of its cells. They are not part of what was signed before they were written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/catalog/catalog.h"

namespace tomocyte {

// Throws InputError (empty; no such sample; a cell of another sample), PermissionError.
void add_comment(Catalog& catalog, RecordId sample, std::optional<RecordId> cell, const std::string& text);
// Oldest first, those of its cells among them.
[[nodiscard]] std::vector<Comment> comments_of(const Catalog& catalog, RecordId sample);

}  // namespace tomocyte
