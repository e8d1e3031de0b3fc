// The body of a report's pages as rich text.
#pragma once

#include <QString>

#include "core/report/report_template.h"

namespace tomocyte {

// Names under which the pages' painter finds the pictures.
inline constexpr const char* kFigureImage = "figure.png";
[[nodiscard]] QString cellImage(std::size_t cell);  // "cell-3.png"

// A picture of a cell as the page shows it.
struct PrintedCell {
  std::string cellClass;  // "monocyte"
  QString caption;
};

// The sections of `layout` in its order, in the subset of HTML that QTextDocument knows. Numbers have points, whatever
// the locale. A section without content is left out.
[[nodiscard]] QString reportHtml(const Report& report, const ReportTemplate& layout,
                                 const std::vector<PrintedCell>& cells);

}  // namespace tomocyte
