#include "inference/training/split.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>

#include "core/error.h"

namespace tomocyte {
namespace {

constexpr std::array kShares = {0.7, 0.1, 0.2};  // training, validation, test

// Cells that stay together, in random order.
using Groups = std::vector<CellSelection>;

// std::shuffle is not the same on every standard library; this is.
void shuffle(Groups& groups, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  for (std::size_t i = groups.size(); i > 1; --i) std::swap(groups[i - 1], groups[random() % i]);
}

Groups donor_groups(const LabelledCells& set, std::size_t fewest, std::uint64_t seed) {
  std::map<std::string, CellSelection> by_donor;
  for (std::size_t i = 0; i < set.donors.size(); ++i) {
    if (set.donors[i].empty())
      throw InputError("there are cells whose donor is not known, so they cannot be split by donor",
                       "Name the donors in a list (file,label,donor), or accept flattering numbers: --split-by cell.");
    by_donor[set.donors[i]].push_back(i);
  }
  if (by_donor.size() < fewest)
    throw InputError(fmt::format("the cells come from {} donors; a split by donor needs {}", by_donor.size(), fewest),
                     "Add cells of other donors, or accept flattering numbers: --split-by cell.");
  Groups groups;
  for (auto& [donor, cells] : by_donor) groups.push_back(std::move(cells));
  shuffle(groups, seed);
  return groups;
}

// One cell each, the classes in turn, so that what is dealt from them is stratified.
Groups cell_groups(const LabelledCells& set, std::uint64_t seed) {
  std::vector<Groups> by_class(set.classes.size());
  for (std::size_t i = 0; i < set.truth.size(); ++i) by_class[static_cast<std::size_t>(set.truth[i])].push_back({i});
  Groups groups;
  for (Groups& cells : by_class) {
    shuffle(cells, seed);
    groups.insert(groups.end(), cells.begin(), cells.end());
  }
  return groups;
}

Split dealt(const Groups& groups, const std::array<double, 3>& shares) {
  double total = 0.0;
  for (const CellSelection& group : groups) total += static_cast<double>(group.size());
  std::array<CellSelection, 3> parts;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    std::size_t most = 0;
    double largest_lack = -1e300;
    const std::size_t left = groups.size() - i;
    const auto empty = static_cast<std::size_t>(
        std::count_if(parts.begin(), parts.end(), [](const auto& part) { return part.empty(); }));
    for (std::size_t p = 0; p < parts.size(); ++p) {
      if (left <= empty && !parts[p].empty()) continue;  // the last groups are for the parts that have none
      // Relative to the share: a small part must not wait until the large one is full.
      const double lack = 1.0 - static_cast<double>(parts[p].size()) / (shares[p] * total);
      if (lack > largest_lack) {
        largest_lack = lack;
        most = p;
      }
    }
    parts[most].insert(parts[most].end(), groups[i].begin(), groups[i].end());
  }
  for (CellSelection& part : parts) std::sort(part.begin(), part.end());
  return {std::move(parts[0]), std::move(parts[1]), std::move(parts[2])};
}

}  // namespace

Split split_by_donor(const LabelledCells& set, std::uint64_t seed) {
  return dealt(donor_groups(set, kShares.size(), seed), kShares);
}

Split split_by_cell(const LabelledCells& set, std::uint64_t seed) {
  if (set.truth.size() < 10)
    throw InputError(fmt::format("{} cells are too few to split", set.truth.size()), "Annotate more cells.");
  return dealt(cell_groups(set, seed), kShares);
}

std::vector<Split> split_into_folds(const LabelledCells& set, int folds, bool by_donor, std::uint64_t seed) {
  const auto count = static_cast<std::size_t>(folds);
  // What a fold leaves must give a part to learn from and one to validate with.
  const Groups groups = by_donor ? donor_groups(set, folds == 2 ? 4 : count, seed) : cell_groups(set, seed);
  if (folds < 2 || groups.size() < count)
    throw InputError(fmt::format("{} folds cannot be made of {} cells", folds, groups.size()), "Use fewer folds.");
  std::vector<Split> splits(count);
  for (std::size_t fold = 0; fold < count; ++fold) {
    Split& split = splits[fold];
    std::vector<const CellSelection*> others;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (i % count == fold)
        split.test.insert(split.test.end(), groups[i].begin(), groups[i].end());
      else
        others.push_back(&groups[i]);
    }
    const std::size_t every = std::min<std::size_t>(10, others.size());  // the first of each ten validates
    for (std::size_t i = 0; i < others.size(); ++i) {
      CellSelection& part = i % every == 0 ? split.validation : split.training;
      part.insert(part.end(), others[i]->begin(), others[i]->end());
    }
    for (CellSelection* part : {&split.training, &split.validation, &split.test}) std::sort(part->begin(), part->end());
  }
  return splits;
}

}  // namespace tomocyte
