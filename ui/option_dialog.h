// Options asked before something starts.
#pragma once

#include <QDialog>
#include <functional>

#include "ui/option_form.h"

namespace tomocyte {

// `fields` of a struct that outlives the dialog, shown in one scrolling form under `explanation`. `consequence` says
// what the present values lead to, and is asked again after each edit. True: `action` was pressed.
[[nodiscard]] bool askOptions(QWidget* parent, const QString& title, const QString& explanation,
                              std::vector<OptionField> fields, const QString& action,
                              const std::function<QString()>& consequence = {});

}  // namespace tomocyte
