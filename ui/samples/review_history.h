// The reviews of one person in one sample, to be undone and redone. Of the catalog's thread.
#pragma once

#include <span>
#include <vector>

#include "core/catalog/reviews.h"

namespace tomocyte {

class ReviewHistory {
 public:
  // Stored at once; what was undone before can no longer be redone. Throws like review_cells().
  void review(Catalog& catalog, std::span<const ReviewRequest> requests);
  // The last step and the last undone step. A step that somebody else's review has overtaken is refused and forgotten:
  // it cannot be undone any more. Without a step nothing happens. Returns the cells. Throws like undo_reviews().
  std::vector<RecordId> undo(Catalog& catalog) { return takeBack(catalog, done_, undone_); }
  std::vector<RecordId> redo(Catalog& catalog) { return takeBack(catalog, undone_, done_); }

  [[nodiscard]] bool canUndo() const { return !done_.empty(); }
  [[nodiscard]] bool canRedo() const { return !undone_.empty(); }

 private:
  struct Step {  // one keystroke
    std::vector<RecordId> reviews;
    std::vector<RecordId> cells;
  };
  static std::vector<RecordId> takeBack(Catalog& catalog, std::vector<Step>& from, std::vector<Step>& to);

  std::vector<Step> done_;
  std::vector<Step> undone_;
};

}  // namespace tomocyte
