#include "inference/embedding/graph_components.h"

#include <algorithm>

namespace tomocyte {

std::vector<std::vector<int>> graph_components(const FuzzyGraph& graph) {
  std::vector<bool> seen(static_cast<std::size_t>(graph.rows()), false);
  std::vector<std::vector<int>> components;
  for (int start = 0; start < static_cast<int>(graph.rows()); ++start) {
    if (seen[static_cast<std::size_t>(start)]) continue;
    std::vector<int> members = {start};
    seen[static_cast<std::size_t>(start)] = true;
    for (std::size_t next = 0; next < members.size(); ++next)
      for (FuzzyGraph::InnerIterator edge(graph, members[next]); edge; ++edge) {
        const auto other = static_cast<int>(edge.col());
        if (seen[static_cast<std::size_t>(other)]) continue;
        seen[static_cast<std::size_t>(other)] = true;
        members.push_back(other);
      }
    std::sort(members.begin(), members.end());
    components.push_back(std::move(members));
  }
  return components;
}

FuzzyGraph subgraph(const FuzzyGraph& graph, const std::vector<int>& points) {
  std::vector<int> position(static_cast<std::size_t>(graph.rows()), -1);
  for (std::size_t i = 0; i < points.size(); ++i) position[static_cast<std::size_t>(points[i])] = static_cast<int>(i);
  std::vector<Eigen::Triplet<double>> edges;
  for (const int point : points)
    for (FuzzyGraph::InnerIterator edge(graph, point); edge; ++edge) {
      const int other = position[static_cast<std::size_t>(edge.col())];
      if (other >= 0) edges.emplace_back(position[static_cast<std::size_t>(point)], other, edge.value());
    }
  FuzzyGraph part(static_cast<Eigen::Index>(points.size()), static_cast<Eigen::Index>(points.size()));
  part.setFromTriplets(edges.begin(), edges.end());
  return part;
}

}  // namespace tomocyte
