// An evaluation as a picture: confusion matrix, ROC curves, reliability.
#pragma once

#include <string>

#include "inference/metrics.h"

namespace tomocyte {

// SVG text of 1200 x 440. `simulated` is written across the title.
[[nodiscard]] std::string evaluation_svg(const Evaluation& evaluation, const std::string& title, bool simulated);

}  // namespace tomocyte
