// UMAP: a map of cells on which those with similar features lie together (McInnes, Healy & Melville 2018; Ryu 2021,
// section 2.6). Each step has its own file.
#pragma once

#include <Eigen/Core>

#include "core/options.h"
#include "core/progress.h"
#include "inference/embedding/find_ab.h"

namespace tomocyte {

struct UmapOptions {
  int neighbours = 15;
  double minimum_distance = 0.1;
  double spread = 1.0;
  int dimensions = 2;
  int epochs = 0;  // 0: 500, or 200 for more than 10,000 cells
  int negative_samples = 5;
  double learning_rate = 1.0;
  int seed = 1;
};
template <>
const OptionTable<UmapOptions>& option_table<UmapOptions>();

// A map, with what is needed to place other cells on it.
struct Umap {
  Eigen::MatrixXd map;       // [cell, dimension], no unit
  Eigen::MatrixXd features;  // [cell, feature]
  MembershipCurve curve;
  UmapOptions options;
};

// features: [cell, feature], of comparable scale. The same features, options and seed give the same map. Throws
// InputError: values that are not finite, not more cells than neighbours, options out of range; Cancelled.
[[nodiscard]] Umap fit_umap(const Eigen::MatrixXd& features, const UmapOptions& options = {},
                            const Progress& progress = {});

// Places other cells on the map, which stays as it is: [cell, dimension]. Throws InputError, Cancelled.
[[nodiscard]] Eigen::MatrixXd transform(const Umap& umap, const Eigen::MatrixXd& features,
                                        const Progress& progress = {});

}  // namespace tomocyte
