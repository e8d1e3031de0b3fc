// Where the points of a distribution stand beside its axis so that all are seen and their outline is a violin: the sina
// plot (Sidiropoulos et al. 2018, Journal of Computational and Graphical Statistics 27:673).
#pragma once

#include <span>
#include <vector>

namespace tomocyte {

// For each value a place between -1 and 1, in the values' order; the same values have the same places. As wide as many
// values are near: a value alone in its neighbourhood (a twentieth of the range to either side) stands near 0.
[[nodiscard]] std::vector<double> sina_offsets(std::span<const double> values);

}  // namespace tomocyte
