// Labelled toy cells: balls whose inside is dense or hollow, of the same outer radius, at random places.
#pragma once

#include <cmath>
#include <random>
#include <string>

#include "inference/training/make_model.h"

namespace tomocyte::test {

inline constexpr int kToyVoxels = 16;

inline InputOptions toy_input(const std::string& input = "tomogram") { return {input, kToyVoxels, 0.5}; }

// Classes "dense" and "hollow" in turn; donors "donor 0", "donor 1", … in turn, in blocks of two.
inline LabelledCells toy_cells(int cells, int donors = 10, unsigned seed = 1, const std::string& input = "tomogram") {
  LabelledCells set;
  set.input = toy_input(input);
  set.classes = {"dense", "hollow"};
  set.simulated = true;
  const Shape<3> shape = input_shape(set.input);
  set.inputs = Array<float, 4>({cells, shape[0], shape[1], shape[2]});
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> shift(-1.0, 1.0);
  std::normal_distribution<double> noise(0.0, 0.05);
  for (int i = 0; i < cells; ++i) {
    const double cz = shape[0] == 1 ? 0.0 : 8.0 + shift(random);
    const double cy = 8.0 + shift(random);
    const double cx = 8.0 + shift(random);
    for (Index z = 0; z < shape[0]; ++z)
      for (Index y = 0; y < shape[1]; ++y)
        for (Index x = 0; x < shape[2]; ++x) {
          const double r =
              std::hypot(static_cast<double>(z) - cz, static_cast<double>(y) - cy, static_cast<double>(x) - cx);
          const bool inside = r < 5.0 && (i % 2 == 0 || r > 2.5);
          set.inputs(i, z, y, x) = static_cast<float>((inside ? 1.0 : 0.0) + noise(random));
        }
    set.truth.push_back(i % 2);
    set.donors.push_back("donor " + std::to_string(i / 2 % donors));
  }
  return set;
}

inline TrainingPlan toy_plan() {
  TrainingPlan plan;
  plan.network = {4, 2};
  plan.training.epochs = 4;
  plan.device = {"cpu", 1};
  return plan;
}

// A Model in a folder of its own, trained in a second.
inline MadeModel make_toy_model(const std::filesystem::path& folder) {
  TrainingPlan plan = toy_plan();
  plan.training.epochs = 8;
  plan.augmentation = {0.03, 0.0, 0.0, 0.02, true};
  return make_model(toy_cells(80), plan, {}, folder);
}

}  // namespace tomocyte::test
