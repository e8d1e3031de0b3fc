// A page of the report as a picture for the screen.
#pragma once

#include <QImage>

#include "ui/report/report_pdf.h"

namespace tomocyte {

// The first page at `dotsPerInch`, with the lines broken as in the PDF. Throws like write_report_pdf().
[[nodiscard]] QImage reportFirstPage(const Report& report, const std::vector<CellPicture>& cells,
                                     const ReportTemplate& layout, int dotsPerInch);

}  // namespace tomocyte
