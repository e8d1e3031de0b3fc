// The names of cell indices in the language of the window: those of reported_indices() and of control_quantities().
#pragma once

#include <QString>

namespace tomocyte {

// "Volume"
[[nodiscard]] QString indexName(const char* name);
// "Volume (fL)", as an axis or a list has it; `unit` may be "".
[[nodiscard]] QString indexTitle(const char* name, const char* unit);

}  // namespace tomocyte
