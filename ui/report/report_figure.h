// The differential as a picture: a bar per class with its exact limits over its reference range.
#pragma once

#include <QFont>
#include <QImage>

#include "core/report/report_template.h"

namespace tomocyte {

// Three picture pixels per layout unit. Throws nothing: without a white cell the axes are empty.
[[nodiscard]] QImage reportFigure(const Report& report, const ReportTexts& texts, const QFont& font);

}  // namespace tomocyte
