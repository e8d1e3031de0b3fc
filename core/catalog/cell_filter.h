// A filter of cells as SQL with its values. Internal to core/catalog.
#pragma once

#include <QVariant>
#include <string>

#include "core/catalog/cells.h"

namespace tomocyte {

struct FilterSql {
  std::string where;  // "WHERE …" on a table named c
  QVariantList values;
};
[[nodiscard]] FilterSql where_of(const CellFilter& filter);
// "ORDER BY …"
[[nodiscard]] std::string order_of(const CellFilter& filter);
// "LIMIT … OFFSET …"
[[nodiscard]] std::string page_of(const CellFilter& filter);

}  // namespace tomocyte
