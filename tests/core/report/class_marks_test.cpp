#include "core/report/class_marks.h"

#include <set>

#include "tests/catch.h"

using namespace tomocyte;

TEST_CASE("every class of the table has a mark of its own, and none looks like an unidentified cell") {
  const DifferentialTable table = default_differential_table();
  std::set<std::pair<std::string, MarkShape>> seen;
  const ClassMark none = class_mark(table, "");
  seen.insert({none.colour, none.shape});
  for (const DifferentialClass& c : table.classes) {
    const ClassMark mark = class_mark(table, c.cell_class);
    CHECK(seen.insert({mark.colour, mark.shape}).second);
  }
  CHECK(class_mark(table, "no such class") == none);
}
