#include "core/catalog/reviews.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "core/catalog/catalog_error.h"
#include "core/catalog/cell_rows.h"
#include "core/catalog/change.h"
#include "core/catalog/flags.h"
#include "core/catalog/review_rows.h"

namespace tomocyte {
namespace {

struct PresentCell {
  RecordId sample = 0;
  CellCall call;
  bool reviewed = false;
  std::int64_t version = 0;
};

PresentCell read_present(Statement& select, RecordId cell) {
  select.run(cell);
  if (!select.next()) throw InputError(fmt::format("the catalog has no cell {}", cell));
  return {select.integer(), {select.text(), flags_from(select.small())}, select.flag(), select.integer()};
}

[[noreturn]] void refuse_stale(const Database& database, RecordId cell) {
  const std::vector<Review> history = select_reviews(database, "r.cell = ?", cell);
  if (history.empty()) throw InputError(fmt::format("cell {} has no version like that", cell), "Read the cell again.");
  const Review& last = history.back();
  throw ConflictError(fmt::format("cell {} was changed by {} from {} to {} at {}", cell, last.reviewer,
                                  describe(last.from), describe(last.to), last.time_utc),
                      "Look at the cell again, and repeat your change if it still stands.");
}

// Writes reviews one by one inside a change and gathers their audit entry.
class ReviewWriter {
 public:
  explicit ReviewWriter(const Change& change)
      : change_(change),
        select_(
            change.database().prepare("SELECT sample, cell_class, flags, reviewed, version FROM cells WHERE id = ?")),
        update_(change.database().prepare(
            "UPDATE cells SET cell_class = ?, flags = ?, reviewed = ?, version = ? WHERE id = ?")),
        insert_(change.database().prepare(
            "INSERT INTO reviews (cell, sample, reviewer, time_utc, from_class, from_flags, from_reviewed, to_class, "
            "to_flags, to_reviewed, reason, undoes, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING "
            "id")) {}

  // `version`: of the cell that `wanted` was based on. Cell, to, reason and undoes are taken from `wanted`.
  RecordId write(Review wanted, std::int64_t version) {
    const PresentCell before = read_present(select_, wanted.cell);
    if (before.version != version) refuse_stale(change_.database(), wanted.cell);
    wanted.from = before.call;
    wanted.from_reviewed = before.reviewed;
    wanted.version = version + 1;
    update_.run(wanted.to.cell_class, to_bits(wanted.to.flags), wanted.to_reviewed, wanted.version, wanted.cell);
    insert_.run(wanted.cell, before.sample, change_.user().name, change_.time_utc(), wanted.from.cell_class,
                to_bits(wanted.from.flags), wanted.from_reviewed, wanted.to.cell_class, to_bits(wanted.to.flags),
                wanted.to_reviewed, wanted.reason, wanted.undoes, wanted.version);
    insert_.next();
    wanted.id = insert_.integer();
    samples_.insert(before.sample);
    entries_.push_back(review_json(wanted));
    return wanted.id;
  }

  void finish(const std::string& action) const {
    std::string subject = samples_.size() == 1 ? "sample" : "samples";
    for (const RecordId sample : samples_) {
      change_.touch_sample(sample);
      subject += fmt::format(" {}", sample);
    }
    change_.audit(action, subject, {{"reviews", entries_}});
  }

 private:
  const Change& change_;
  Statement select_;
  Statement update_;
  Statement insert_;
  std::set<RecordId> samples_;
  nlohmann::json entries_ = nlohmann::json::array();
};

Review undoing(const Review& review, const std::string& reason) {
  Review back;
  back.cell = review.cell;
  back.to = review.from;
  back.to_reviewed = review.from_reviewed;
  back.reason = reason;
  back.undoes = review.id;
  return back;
}

Review existing_review(const Database& database, RecordId id) {
  auto found = select_reviews(database, "r.id = ?", id);
  if (found.empty()) throw InputError(fmt::format("the catalog has no review {}", id));
  return std::move(found.front());
}

}  // namespace

std::vector<RecordId> review_cells(Catalog& catalog, std::span<const ReviewRequest> requests) {
  if (requests.empty()) return {};
  Change change(catalog, Permission::kReview);
  std::vector<RecordId> ids;
  {
    ReviewWriter writer(change);  // its statements end before the commit
    for (const ReviewRequest& request : requests) {
      Review wanted;
      wanted.cell = request.cell;
      wanted.to = request.to;
      wanted.reason = request.reason;
      ids.push_back(writer.write(std::move(wanted), request.version));
    }
    writer.finish("review");
  }
  change.commit();
  return ids;
}

std::vector<RecordId> undo_reviews(Catalog& catalog, std::span<const RecordId> reviews, const std::string& reason) {
  if (reviews.empty()) return {};
  Change change(catalog, Permission::kReview);
  std::vector<RecordId> ids;
  {
    ReviewWriter writer(change);
    for (const RecordId id : reviews) {
      const Review review = existing_review(change.database(), id);
      ids.push_back(writer.write(undoing(review, reason), review.version));
    }
    writer.finish("undo review");
  }
  change.commit();
  return ids;
}

std::vector<Review> reviews_of_cell(const Catalog& catalog, RecordId cell) {
  return select_reviews(catalog.database(), "r.cell = ?", cell);
}

std::vector<Review> reviews_of_sample(const Catalog& catalog, RecordId sample) {
  return select_reviews(catalog.database(), "r.sample = ?", sample);
}

}  // namespace tomocyte
