// The parts of a graph that hang together.
#pragma once

#include <vector>

#include "inference/embedding/fuzzy_union.h"

namespace tomocyte {

// Points of each part, in ascending order; the part of point 0 first.
[[nodiscard]] std::vector<std::vector<int>> graph_components(const FuzzyGraph& graph);

// The graph of some of the points, renumbered in their order. points: ascending.
[[nodiscard]] FuzzyGraph subgraph(const FuzzyGraph& graph, const std::vector<int>& points);

}  // namespace tomocyte
