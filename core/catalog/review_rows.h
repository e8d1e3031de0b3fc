// Reviews as rows and as the JSON that the audit trail keeps of them. Internal to core/catalog.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "core/catalog/database.h"
#include "core/catalog/records.h"

namespace tomocyte {

// `condition` on a table named r, with one value.
[[nodiscard]] std::vector<Review> select_reviews(const Database& database, const std::string& condition,
                                                 std::int64_t value);
// Of one review; verification makes it again from the row and compares.
[[nodiscard]] nlohmann::json review_json(const Review& review);
// "monocyte (doublet)", "unidentified".
[[nodiscard]] std::string describe(const CellCall& call);

}  // namespace tomocyte
