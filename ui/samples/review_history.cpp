#include "ui/samples/review_history.h"

#include <utility>

namespace tomocyte {

void ReviewHistory::review(Catalog& catalog, std::span<const ReviewRequest> requests) {
  if (requests.empty()) return;
  Step step;
  for (const ReviewRequest& request : requests) step.cells.push_back(request.cell);
  step.reviews = review_cells(catalog, requests);
  done_.push_back(std::move(step));
  undone_.clear();
}

std::vector<RecordId> ReviewHistory::takeBack(Catalog& catalog, std::vector<Step>& from, std::vector<Step>& to) {
  if (from.empty()) return {};
  Step step = std::move(from.back());
  from.pop_back();
  step.reviews = undo_reviews(catalog, step.reviews);
  to.push_back(step);
  return step.cells;
}

}  // namespace tomocyte
