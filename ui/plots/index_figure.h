// The six indices of a sample's classes as distributions: a point for every cell, with mean, SD and SEM (Ryu 2021,
// figure 4).
#pragma once

#include "core/report/delta_check.h"
#include "ui/plots/plot_frame.h"

namespace tomocyte {

// Of a saved picture, in pixels.
inline constexpr int kIndexFigureWidth = 1200;
inline constexpr int kIndexFigureHeight = 760;

// Keeps what it draws. `table`: of the classes' colours.
[[nodiscard]] Figure indexFigure(const CheckedSample& sample, const IndexRanges& ranges,
                                 const DifferentialTable& table);

}  // namespace tomocyte
