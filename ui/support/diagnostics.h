// What support asks for, as text: of the window, beside what the program says of itself (app/workflow/diagnostics.h).
#pragma once

#include <QString>

#include "ui/support/session_log.h"

class QWidget;

namespace tomocyte {

// Names no sample of the catalog; the log's lines may name files.
[[nodiscard]] QString diagnosticsText(const QWidget& window, const SessionLog& log);

}  // namespace tomocyte
