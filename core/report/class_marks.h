// How the charts of the program show a class: the same colour and shape in every sample and on every page.
#pragma once

#include <string>

#include "core/differential_table.h"

namespace tomocyte {

enum class MarkShape { kCircle, kSquare, kDiamond, kPlus };

struct ClassMark {
  std::string colour;  // "#0072b2"
  MarkShape shape = MarkShape::kCircle;
  bool operator==(const ClassMark&) const = default;
};

// Follows from the class's place in the table: six colours of Okabe & Ito (2008), which colour-blind readers tell apart
// too and which are seen on white and on black; further classes have the same colours with other shapes. Grey for an
// unidentified cell and for a class that is not in the table.
[[nodiscard]] ClassMark class_mark(const DifferentialTable& table, const std::string& cell_class);

}  // namespace tomocyte
