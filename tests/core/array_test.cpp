#include "core/array.h"

#include <numeric>
#include <vector>

#include "tests/catch.h"

using namespace tomocyte;

TEST_CASE("a slice of a view shares its memory and keeps the strides") {
  Array<int, 3> array({2, 3, 4});
  std::iota(array.values().begin(), array.values().end(), 0);
  const View<const int, 2> second = std::as_const(array)[1];
  CHECK(second.shape() == Shape<2>{3, 4});
  CHECK(second(2, 3) == 23);
  CHECK(second.data() == array.data() + 12);
}

TEST_CASE("a strided view reads every other element") {
  Array<int, 1> array({6});
  std::iota(array.values().begin(), array.values().end(), 0);
  const View<int, 1> even(array.data(), {3}, {2});
  CHECK(even(2) == 4);
  CHECK_FALSE(even.contiguous());
}

TEST_CASE("an array keeps the owner of adopted memory alive") {
  auto owner = std::make_shared<std::vector<float>>(6, 1.5F);
  const std::weak_ptr<std::vector<float>> watch = owner;
  {
    float* data = owner->data();
    const auto array = Array<float, 2>::adopt(data, {2, 3}, std::move(owner));
    CHECK_FALSE(watch.expired());
    CHECK(array(1, 2) == 1.5F);
  }
  CHECK(watch.expired());
}
