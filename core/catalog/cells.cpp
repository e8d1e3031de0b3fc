#include "core/catalog/cells.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/catalog/cell_filter.h"
#include "core/catalog/cell_rows.h"
#include "core/catalog/change.h"
#include "core/error.h"

namespace tomocyte {

std::vector<CatalogCell> list_cells(const Catalog& catalog, const CellFilter& filter) {
  const FilterSql sql = where_of(filter);
  const std::string order = order_of(filter);
  // The page is found by ids alone: whole rows, with their texts, are too much to sort.
  Statement rows = catalog.database().prepare(
      fmt::format("SELECT {} FROM cells c JOIN (SELECT c.id FROM cells c {}{}{}) page ON page.id = c.id{}",
                  cell_select_list(), sql.where, order, page_of(filter), order));
  rows.execute(sql.values);
  std::vector<CatalogCell> cells;
  while (rows.next()) cells.push_back(read_cell(rows));
  return cells;
}

std::int64_t count_cells(const Catalog& catalog, const CellFilter& filter) {
  const FilterSql sql = where_of(filter);
  Statement row = catalog.database().prepare("SELECT count(*) FROM cells c " + sql.where);
  row.execute(sql.values);
  row.next();
  return row.integer();
}

CatalogCell get_cell(const Catalog& catalog, RecordId id) {
  Statement row = catalog.database().run(fmt::format("SELECT {} FROM cells c WHERE c.id = ?", cell_select_list()), id);
  if (!row.next()) throw InputError(fmt::format("the catalog has no cell {}", id));
  return read_cell(row);
}

std::vector<ClassCount> count_classes(const Catalog& catalog, const CellFilter& filter) {
  const FilterSql sql = where_of(filter);
  Statement rows = catalog.database().prepare(fmt::format(
      "SELECT c.cell_class, count(*), sum(c.reviewed) FROM cells c {} GROUP BY c.cell_class ORDER BY c.cell_class",
      sql.where));
  rows.execute(sql.values);
  std::vector<ClassCount> counts;
  while (rows.next()) counts.push_back({rows.text(), rows.integer(), rows.integer()});
  // PostgreSQL sorts as its locale does; the answer is the same on both engines.
  std::sort(counts.begin(), counts.end(),
            [](const ClassCount& a, const ClassCount& b) { return a.cell_class < b.cell_class; });
  return counts;
}

std::string cell_thumbnail(const Catalog& catalog, RecordId id) {
  Statement row = catalog.database().run("SELECT png FROM thumbnails WHERE cell = ?", id);
  return row.next() ? row.bytes().toStdString() : std::string();
}

void set_cell_thumbnail(Catalog& catalog, RecordId id, const std::string& png) {
  static_cast<void>(get_cell(catalog, id));
  Change change(catalog, Permission::kManageSamples);
  change.database().run("DELETE FROM thumbnails WHERE cell = ?", id);
  change.database().run("INSERT INTO thumbnails (cell, png) VALUES (?, ?)", id, QByteArray::fromStdString(png));
  change.commit();
}

}  // namespace tomocyte
