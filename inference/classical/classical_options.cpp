// The one table of the classical classifiers' options, and the names of the classifiers.
#include <fmt/format.h>

#include <array>
#include <utility>

#include "core/error.h"
#include "inference/classical/classical_classifier.h"

namespace tomocyte {
namespace {

constexpr std::array<std::pair<ClassicalKind, const char*>, 5> kNames = {{
    {ClassicalKind::kSupportVectors, "svm"},
    {ClassicalKind::kNearestNeighbours, "knn"},
    {ClassicalKind::kLinearDiscriminant, "lda"},
    {ClassicalKind::kNaiveBayes, "naive-bayes"},
    {ClassicalKind::kDecisionTree, "tree"},
}};

}  // namespace

std::string name_of(ClassicalKind kind) {
  for (const auto& [value, name] : kNames)
    if (value == kind) return name;
  throw InputError("unknown kind of classifier");
}

ClassicalKind classical_kind(const std::string& name) {
  for (const auto& [value, known] : kNames)
    if (name == known) return value;
  throw InputError(fmt::format("there is no classifier \"{}\"", name), "Choose svm, knn, lda, naive-bayes or tree.");
}

template <>
const OptionTable<ClassicalOptions>& option_table<ClassicalOptions>() {
  using O = ClassicalOptions;
  static const OptionTable<O> table = {
      {&O::kernel, "kernel", "", "kernel of the support vector machines", 0.0, 0.0, {"linear", "rbf"}},
      {&O::kernel_scale, "kernel-scale", "", "rbf: width of the kernel, in SDs of the features", 0.001, 1000.0, {}},
      {&O::box_constraint,
       "box-constraint",
       "",
       "cost of a training cell on the wrong side of its margin",
       1e-6,
       1e6,
       {}},
      {&O::neighbours, "neighbours", "", "nearest training cells that vote (Ryu 2021: 5)", 1, 1000, {}},
      {&O::maximum_splits, "maximum-splits", "", "limit of the tree's splits; 0 = none", 0, 1000000, {}},
      {&O::minimum_parent, "minimum-parent", "cells", "the tree does not split fewer", 2, 1000000, {}},
      {&O::minimum_leaf, "minimum-leaf", "cells", "the tree's leaves hold at least these", 1, 1000000, {}},
  };
  return table;
}

}  // namespace tomocyte
