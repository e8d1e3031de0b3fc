// How often the reviewers kept the model's class, a line per class over weeks or months, with exact 95 % limits.
#pragma once

#include "core/catalog/accept_rate.h"
#include "core/differential_table.h"
#include "ui/plots/plot_frame.h"

namespace tomocyte {

inline constexpr int kAcceptFigureWidth = 1100;
inline constexpr int kAcceptFigureHeight = 520;

// Keeps what it draws. `table`: of the classes' names and colours.
[[nodiscard]] Figure acceptFigure(const std::vector<AcceptRate>& rates, bool simulated, const DifferentialTable& table);

}  // namespace tomocyte
