// A control's measurements over time with mean and ±1, ±2, ±3 SD (Levey & Jennings 1950) and the rules they break.
#pragma once

#include "app/workflow/quality_chart.h"
#include "ui/plots/plot_frame.h"

namespace tomocyte {

inline constexpr int kControlFigureWidth = 1100;
inline constexpr int kControlFigureHeight = 520;

// Keeps what it draws. The latest measurements where there are too many to tell apart.
[[nodiscard]] Figure controlFigure(const QualityChart& chart);

}  // namespace tomocyte
