// Cells as rows of the table and back. Its measured columns are those of core/files/cell_columns.h. Internal to
// core/catalog.
#pragma once

#include <string>

#include "core/catalog/database.h"
#include "core/catalog/records.h"

namespace tomocyte {

// What read_cell() reads, in its order; of a table named c.
[[nodiscard]] const std::string& cell_select_list();
[[nodiscard]] CatalogCell read_cell(Statement& row);

struct CellOwner {
  RecordId scan = 0;
  RecordId sample = 0;
};
[[nodiscard]] Statement prepare_insert_cell(const Database& database);
// The new row's id.
[[nodiscard]] RecordId insert_cell_row(Statement& insert, const CellOwner& owner, const Cell& cell);

// What the model says, before anybody has looked: no class where it is unsure.
[[nodiscard]] std::string class_before_review(const Cell& cell);

}  // namespace tomocyte
