// What people say of cells: reclassification, flags, confirmation, and undo of them. Every one is stored as it is made.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/catalog/catalog.h"

namespace tomocyte {

struct ReviewRequest {
  RecordId cell = 0;
  std::int64_t version = 0;  // of the cell as the reviewer saw it
  CellCall to;               // the same class and flags: confirmed
  std::string reason;        // may be empty
};

// All or none. Returns the new reviews' ids, in the order of the requests. Throws ConflictError when a cell has been
// changed since that version, with who changed it to what; InputError, PermissionError.
std::vector<RecordId> review_cells(Catalog& catalog, std::span<const ReviewRequest> requests);

// Brings cells back to what they were before these reviews, as new reviews that name the ones they undo; undoing those
// is redo. All or none; each must be its cell's latest. Returns the new reviews' ids. Throws ConflictError, InputError,
// PermissionError.
std::vector<RecordId> undo_reviews(Catalog& catalog, std::span<const RecordId> reviews, const std::string& reason = {});

// Oldest first.
[[nodiscard]] std::vector<Review> reviews_of_cell(const Catalog& catalog, RecordId cell);
[[nodiscard]] std::vector<Review> reviews_of_sample(const Catalog& catalog, RecordId sample);

}  // namespace tomocyte
