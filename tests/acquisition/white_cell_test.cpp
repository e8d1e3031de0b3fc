#include "acquisition/white_cell.h"

#include <cmath>
#include <set>

#include "acquisition/cell_anatomy.h"
#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;

TEST_CASE("donors differ from each other, and each is the same again") {
  std::set<double> volumes;
  double sum = 0.0;
  double squares = 0.0;
  constexpr int kDonors = 300;
  for (int number = 1; number <= kDonors; ++number) {
    const Donor donor = make_donor(7, number);
    volumes.insert(donor.volume);
    sum += donor.volume / kDonors;
    squares += donor.volume * donor.volume / kDonors;
  }
  CHECK(volumes.size() == kDonors);
  CHECK(sum == Approx(1.0).margin(4.0 * 0.04 / std::sqrt(kDonors)));
  // Cut at 2.5 SD, a normal distribution's SD is 0.954 of itself.
  CHECK(std::sqrt(squares - sum * sum) == Approx(0.954 * 0.04).epsilon(0.15));
  CHECK(make_donor(7, 3).volume == make_donor(7, 3).volume);
  CHECK(make_donor(7, 3).id == "SIM-7-03");
  CHECK(make_donor(8, 3).volume != make_donor(7, 3).volume);
}

TEST_CASE("cells of all donors together spread as the population does") {
  const CellPopulation population = population_of("monocyte", {});
  const CellPopulation within = population_of("monocyte", make_donor(1, 1));
  // Variance within a donor plus variance between donors; the ratios undo what measuring adds and takes.
  const double scale = within.volume_sd / std::sqrt(std::pow(61.31, 2) - std::pow(0.04 * 422.79, 2));
  CHECK(population.volume_sd == 61.31);
  CHECK(scale == Approx(1.0 / 1.055));
  CHECK(within.density_sd * 0.915 == Approx(std::sqrt(1.55 * 1.55 - 0.3 * 0.3)));
}

TEST_CASE("a cell's traits lie within their limits, and its bodies are as many as they say") {
  for (const char* type : {"b-lymphocyte", "t-lymphocyte", "monocyte", "myelocyte", "neutrophil"}) {
    Random random(12);
    const Phantom cell = make_white_cell(type, make_donor(1, 2), 1.337, random);
    for (const AnatomyTrait& trait : anatomy_traits()) {
      CAPTURE(type, trait.name);
      CHECK(cell.traits.at(trait.name) >= trait.low);
      CHECK(cell.traits.at(trait.name) <= trait.high);
    }
    const auto count = [&](const std::string& name) {
      return std::count_if(cell.bodies.begin(), cell.bodies.end(), [&](const Body& body) { return body.name == name; });
    };
    CHECK(count("ruffle") == std::lround(cell.traits.at("ruffles")));
    CHECK(count("granule") == std::lround(cell.traits.at("granules")));
    CHECK(count("chromatin") == std::lround(cell.traits.at("clumps")));
  }
  Random random(1);
  CHECK_THROWS_AS(make_white_cell("rbc", {}, 1.337, random), InputError);
}

TEST_CASE("no trait alone tells two types of a lineage apart") {
  for (const auto& [a, b] : {std::pair{"b-lymphocyte", "t-lymphocyte"}, std::pair{"monocyte", "myelocyte"}})
    for (std::size_t i = 0; i < anatomy_traits().size(); ++i) {
      const TraitSpread& left = anatomy_spreads(a)[i];
      const TraitSpread& right = anatomy_spreads(b)[i];
      CAPTURE(a, b, anatomy_traits()[i].name);
      // Means at most two and a half SDs apart: the best threshold is wrong for one cell in ten.
      CHECK(std::abs(left.mean - right.mean) <= 2.5 * std::hypot(left.sd, right.sd) / std::sqrt(2.0));
    }
}

TEST_CASE("painting a cell on a grid gives at each point what the cell says of it") {
  Random random(4);
  const Phantom cell = make_white_cell("monocyte", {}, 1.337, random);
  const PointGrid grid{{-5.1, -4.9, -5.3}, {0.31, 0.29, 0.37}, {28, 34, 33}};
  Array<float, 3> values(grid.shape);
  paint(cell, grid, values.view());
  int inside = 0;
  int wrong = 0;
  for (Index z = 0; z < grid.shape[0]; ++z)
    for (Index y = 0; y < grid.shape[1]; ++y)
      for (Index x = 0; x < grid.shape[2]; ++x) {
        const Eigen::Vector3d at(static_cast<double>(x), static_cast<double>(y), static_cast<double>(z));
        const auto index = cell.index_at(grid.first + at.cwiseProduct(grid.step));
        inside += index ? 1 : 0;
        wrong += values(z, y, x) == static_cast<float>(index.value_or(0.0)) ? 0 : 1;
      }
  CHECK(inside > 5000);
  CHECK(wrong == 0);
}
