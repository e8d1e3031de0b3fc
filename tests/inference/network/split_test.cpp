#include "inference/training/split.h"

#include <algorithm>
#include <set>

#include "core/error.h"
#include "tests/catch.h"
#include "toy_cells.h"

using namespace tomocyte;

namespace {

LabelledCells set_of(const std::vector<std::string>& donors) {
  LabelledCells set;
  set.input = test::toy_input("mip");
  set.classes = {"a", "b"};
  set.donors = donors;
  set.inputs = Array<float, 4>({static_cast<Index>(donors.size()), 1, 16, 16});
  for (std::size_t i = 0; i < donors.size(); ++i) set.truth.push_back(static_cast<int>(i % 2));
  return set;
}

std::vector<std::string> uneven_donors() {
  std::vector<std::string> donors;
  for (int d = 0; d < 11; ++d)
    for (int cell = 0; cell < 3 + 7 * (d % 4); ++cell) donors.push_back("donor " + std::to_string(d));
  return donors;
}

void check_is_partition(const LabelledCells& set, const Split& split) {
  std::vector<int> seen(set.donors.size());
  for (const auto* part : {&split.training, &split.validation, &split.test})
    for (const std::size_t cell : *part) ++seen[cell];
  CHECK(std::all_of(seen.begin(), seen.end(), [](int n) { return n == 1; }));
}

void check_no_donor_twice(const LabelledCells& set, const Split& split) {
  std::set<std::string> all;
  std::size_t sum = 0;
  for (const auto* part : {&split.training, &split.validation, &split.test}) {
    const auto donors = donors_of(set, *part);
    CHECK_FALSE(donors.empty());
    sum += donors.size();
    all.insert(donors.begin(), donors.end());
  }
  CHECK(all.size() == sum);
}

}  // namespace

TEST_CASE("no donor is on two sides of a split, whatever the seed") {
  const LabelledCells set = set_of(uneven_donors());
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const Split split = split_by_donor(set, seed);
    check_is_partition(set, split);
    check_no_donor_twice(set, split);
  }
}

TEST_CASE("ten equal donors are split 7:1:2, three 1:1:1") {
  std::vector<std::string> donors;
  for (int i = 0; i < 60; ++i) donors.push_back("d" + std::to_string(i % 10));
  const LabelledCells ten = set_of(donors);
  const Split split = split_by_donor(ten, 4);
  CHECK(split.training.size() == 42);
  CHECK(split.validation.size() == 6);
  CHECK(split.test.size() == 12);
  const Split few = split_by_donor(set_of({"x", "x", "x", "x", "y", "z"}), 1);
  for (const auto* part : {&few.training, &few.validation, &few.test}) CHECK_FALSE(part->empty());
}

TEST_CASE("two donors, and cells of unknown donors, cannot be split by donor") {
  CHECK_THROWS_WITH(split_by_donor(set_of({"x", "x", "y", "y"}), 1), Catch::Contains("2 donors"));
  CHECK_THROWS_WITH(split_by_donor(set_of({"x", "", "y", "z"}), 1), Catch::Contains("not known"));
}

TEST_CASE("by cell, each class is split 7:1:2") {
  const LabelledCells set = set_of(std::vector<std::string>(200, "one"));
  const Split split = split_by_cell(set, 9);
  check_is_partition(set, split);
  const auto of_class_a = [&](const CellSelection& part) {
    return std::count_if(part.begin(), part.end(), [&](std::size_t cell) { return set.truth[cell] == 0; });
  };
  CHECK(of_class_a(split.training) == 70);
  CHECK(of_class_a(split.validation) == 10);
  CHECK(of_class_a(split.test) == 20);
}

TEST_CASE("folds test every donor once and never train on it") {
  const LabelledCells set = set_of(uneven_donors());
  const auto folds = split_into_folds(set, 4, true, 3);
  std::vector<int> tested(set.donors.size());
  for (const Split& split : folds) {
    check_is_partition(set, split);
    check_no_donor_twice(set, split);
    for (const std::size_t cell : split.test) ++tested[cell];
  }
  CHECK(std::all_of(tested.begin(), tested.end(), [](int n) { return n == 1; }));
  CHECK_THROWS_AS(split_into_folds(set, 12, true, 3), InputError);
}
