#include "core/catalog/cell_filter.h"

#include <fmt/format.h>

#include <limits>

#include "core/catalog/database.h"
#include "core/catalog/flags.h"

namespace tomocyte {
namespace {

const char* column_of(CellOrder order) {
  switch (order) {
    case CellOrder::kImported:
      return "c.id";
    case CellOrder::kModelProbability:
      return "c.model_probability";
    case CellOrder::kVolume:
      return "c.volume_fl";
    case CellOrder::kSurfaceArea:
      return "c.surface_area_um2";
    case CellOrder::kSphericity:
      return "c.sphericity";
    case CellOrder::kDryMass:
      return "c.dry_mass_pg";
    case CellOrder::kProteinDensity:
      return "c.protein_density_g_dl";
    case CellOrder::kMeanRi:
      break;
  }
  return "c.mean_ri";
}

class Conditions {
 public:
  template <class... Values>
  void add(const std::string& condition, const Values&... values) {
    sql_.where += (sql_.where.empty() ? "WHERE " : " AND ") + condition;
    (sql_.values.push_back(to_variant(values)), ...);
  }
  template <class T>
  void add_if(const std::string& condition, const std::optional<T>& value) {
    if (value) add(condition, *value);
  }
  void add_either(const std::optional<bool>& choice, const char* when_true, const char* when_false) {
    if (choice) add(*choice ? when_true : when_false);
  }
  [[nodiscard]] FilterSql sql() const { return sql_; }

 private:
  FilterSql sql_;
};

}  // namespace

FilterSql where_of(const CellFilter& filter) {
  Conditions conditions;
  conditions.add_if("c.sample = ?", filter.sample);
  conditions.add_if("c.scan = ?", filter.scan);
  // Most cells are not too small: the plus keeps SQLite from taking an index for it. PostgreSQL does not mind.
  if (!filter.too_small) conditions.add("+c.too_small = 0");
  conditions.add_if("c.cell_class = ?", filter.cell_class);
  conditions.add_if("c.model_class = ?", filter.model_class);
  conditions.add_if("c.reviewed = ?", filter.reviewed);
  conditions.add_either(filter.uncertain, "c.uncertain <> ''", "c.uncertain = ''");
  conditions.add_either(filter.changed_by_people, "c.cell_class <> c.model_class", "c.cell_class = c.model_class");
  if (const int bits = to_bits(filter.any_flag)) conditions.add("c.flags <> 0 AND (c.flags & ?) <> 0", bits);
  for (const CellRange& range : filter.ranges)
    conditions.add(fmt::format("{} BETWEEN ? AND ?", column_of(range.index)), range.least, range.most);
  return conditions.sql();
}

std::string order_of(const CellFilter& filter) {
  const char* column = column_of(filter.order);
  const char* direction = filter.descending ? " DESC" : "";
  std::string sql = fmt::format(" ORDER BY {}{}", column, direction);
  if (filter.order != CellOrder::kImported) sql += fmt::format(", c.id{}", direction);
  return sql;
}

std::string page_of(const CellFilter& filter) {
  // SQLite knows no OFFSET without LIMIT.
  constexpr int kAll = std::numeric_limits<int>::max();
  return fmt::format(" LIMIT {} OFFSET {}", filter.limit > 0 ? filter.limit : kAll, filter.offset);
}

}  // namespace tomocyte
