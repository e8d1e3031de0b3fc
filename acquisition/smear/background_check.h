// Can a picture serve as background? Internal to the smear engine.
#pragma once

#include <string>

#include "core/array.h"

namespace tomocyte {

// Empty when the frame is blank and not overexposed; otherwise what is wrong with it. Looked at are means of 8 x 8
// pixels: light that varies slowly passes, a cell does not.
[[nodiscard]] std::string background_problem(View<const std::uint16_t, 2> frame, int bit_depth);

}  // namespace tomocyte
