#include "core/catalog/review_rows.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

#include "core/catalog/flags.h"

namespace tomocyte {

std::vector<Review> select_reviews(const Database& database, const std::string& condition, std::int64_t value) {
  Statement row = database.run(
      "SELECT r.id, r.cell, r.reviewer, r.time_utc, r.from_class, r.from_flags, r.from_reviewed, r.to_class, "
      "r.to_flags, "
      "r.to_reviewed, r.reason, r.undoes, r.version FROM reviews r WHERE " +
          condition + " ORDER BY r.id",
      value);
  std::vector<Review> reviews;
  while (row.next()) {
    Review review;
    review.id = row.integer();
    review.cell = row.integer();
    review.reviewer = row.text();
    review.time_utc = row.text();
    review.from = {row.text(), flags_from(row.small())};
    review.from_reviewed = row.flag();
    review.to = {row.text(), flags_from(row.small())};
    review.to_reviewed = row.flag();
    review.reason = row.text();
    review.undoes = row.optional_integer();
    review.version = row.integer();
    reviews.push_back(std::move(review));
  }
  return reviews;
}

nlohmann::json review_json(const Review& review) {
  nlohmann::json json = {{"id", review.id},
                         {"cell", review.cell},
                         {"from", {review.from.cell_class, to_bits(review.from.flags), review.from_reviewed}},
                         {"to", {review.to.cell_class, to_bits(review.to.flags), review.to_reviewed}},
                         {"reason", review.reason},
                         {"version", review.version}};
  if (review.undoes) json["undoes"] = *review.undoes;
  return json;
}

std::string describe(const CellCall& call) {
  std::vector<std::string> flags;
  if (call.flags.artefact) flags.emplace_back("artefact");
  if (call.flags.doublet) flags.emplace_back("doublet");
  if (call.flags.dead) flags.emplace_back("dead");
  if (call.flags.unclear) flags.emplace_back("unclear");
  const std::string name = call.cell_class.empty() ? "unidentified" : call.cell_class;
  return flags.empty() ? name : fmt::format("{} ({})", name, fmt::join(flags, ", "));
}

}  // namespace tomocyte
