#include "core/report/class_marks.h"

#include <algorithm>
#include <array>

namespace tomocyte {

ClassMark class_mark(const DifferentialTable& table, const std::string& cell_class) {
  constexpr std::array kColours = {"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"};
  constexpr std::size_t kShapes = 4;
  const auto found = std::ranges::find(table.classes, cell_class, &DifferentialClass::cell_class);
  if (cell_class.empty() || found == table.classes.end()) return {"#8a8f96", MarkShape::kCircle};
  const auto place = static_cast<std::size_t>(found - table.classes.begin());
  return {kColours[place % kColours.size()], static_cast<MarkShape>(place / kColours.size() % kShapes)};
}

}  // namespace tomocyte
