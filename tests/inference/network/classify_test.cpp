#include "inference/models/classify.h"

#include "core/error.h"
#include "inference/calibration.h"
#include "inference/measure.h"
#include "inference/models/class_task.h"
#include "inference/models/model_folder.h"
#include "tests/catch.h"
#include "tests/core/files_fixture.h"
#include "tests/inference/analytic_bodies.h"
#include "toy_cells.h"

using namespace tomocyte;

namespace {

double negative_log_likelihood(const Eigen::MatrixXd& probabilities, const std::vector<int>& truth) {
  double sum = 0.0;
  for (std::size_t i = 0; i < truth.size(); ++i) sum -= std::log(probabilities(static_cast<Eigen::Index>(i), truth[i]));
  return sum;
}

// A dense and a hollow ball like the toy cells, and a speck, in one tomogram.
Tomogram toy_tomogram() {
  Tomogram tomogram = empty_volume({16, 32, 48}, {0.5, 0.5, 0.5});
  add_ellipsoid(tomogram, {2.5, 2.5, 2.5}, {0.0, 0.0, -6.0}, 1.367, true);
  add_ellipsoid(tomogram, {0.8, 0.8, 0.8}, {0.0, 5.0, 0.0}, 1.367, true);
  Tomogram shell = empty_volume({16, 32, 48}, {0.5, 0.5, 0.5});
  add_ellipsoid(shell, {2.5, 2.5, 2.5}, {0.0, 0.0, 6.0}, 1.367, true);
  for (Index z = 0; z < 16; ++z)
    for (Index y = 0; y < 32; ++y)
      for (Index x = 0; x < 48; ++x) {
        const double r = 0.5 * std::hypot(static_cast<double>(z - 8), static_cast<double>(y - 16),
                                          static_cast<double>(x - 24) - 12.0);
        if (r > 1.25) tomogram.ri(z, y, x) = std::max(tomogram.ri(z, y, x), shell.ri(z, y, x));
      }
  return tomogram;
}

}  // namespace

TEST_CASE("a trained model classifies the cells of a scan and leaves specks out") {
  const test::Folder folder;
  const MadeModel made = test::make_toy_model(folder / "model");
  CHECK(made.test.accuracy.value > 0.9);
  CHECK(made.card.data.training_cells == 56);
  CHECK(made.card.data.simulated);
  CHECK(made.card.data.test_donors.size() == 2);
  CHECK_FALSE(std::filesystem::exists(folder / "model" / "checkpoint.safetensors"));

  const Model model = load_model(folder / "model", {{"cpu", 1}});
  const Tomogram tomogram = toy_tomogram();
  Measurement measurement = measure_cells(tomogram);
  REQUIRE(measurement.cells.size() == 3);
  classify_cells(model, {&tomogram, std::as_const(measurement.labels).view(), nullptr}, measurement.cells);
  for (const Cell& cell : measurement.cells) {
    CAPTURE(cell.label);
    REQUIRE(cell.classification.has_value() == !cell.too_small);
    if (cell.too_small) continue;
    const auto& found = *cell.classification;
    CHECK(found.probabilities.front().cell_class == (cell.centroid_um[2] < 0.0 ? "dense" : "hollow"));
    CHECK(found.probabilities[0].probability + found.probabilities[1].probability == Approx(1.0));
    CHECK(found.model == "model");
    CHECK(found.model_checksum == model.checksum);
  }
}

TEST_CASE("cells unlike the training's are uncertain, the training's kind is not") {
  const test::Folder folder;
  test::make_toy_model(folder / "model");
  const Model model = load_model(folder / "model", {{"cpu", 1}});
  const LabelledCells known = test::toy_cells(100, 10, 77);
  Array<float, 4> noise({100, 16, 16, 16});
  std::mt19937 random(5);
  std::normal_distribution<float> normal;
  for (float& v : noise.values()) v = normal(random);
  const auto novel = [&](const Array<float, 4>& cells) {
    return (predict(model, cells.view()).novelty.array() > model.card.largest_novelty).count();
  };
  CHECK(novel(noise) == 100);
  CHECK(novel(known.inputs) < 25);
}

TEST_CASE("novelty is the mean distance to five neighbours in standard deviations") {
  Eigen::MatrixXf features(8, 2);
  features << 0, 0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0;
  const NoveltyReference reference = novelty_reference(features);
  // numpy: s = std(0..7) = 2.2912878; each distance / s / sqrt(2 features); a constant feature weighs nothing.
  Eigen::MatrixXf cell(1, 2);
  cell << 10.0F, 99.0F;
  CHECK(novelty(reference, cell)(0) == Approx((3 + 4 + 5 + 6 + 7) / 5.0 / 2.2912878 / std::sqrt(2.0)).epsilon(1e-5));
  // The cells at the ends have their neighbours at 1 to 5; numpy.percentile([3, 2.2, 1.8, 1.8, ...], 99) = 3.
  CHECK(reference.threshold == Approx(3.0 / 2.2912878 / std::sqrt(2.0)).epsilon(1e-5));
}

TEST_CASE("temperature scaling lowers the negative log likelihood of an overconfident network") {
  const LabelledCells set = test::toy_cells(200, 10, 4);
  TrainingPlan plan = test::toy_plan();
  plan.training.epochs = 6;
  CellSelection first(60);
  CellSelection second(140);
  for (std::size_t i = 0; i < 200; ++i) (i < 60 ? first[i] : second[i - 60]) = i;
  const TrainedNetwork trained = train(set, {first, second, {}}, plan);
  const LoadedNetwork network(plan.network, set.input, 2, trained.weights, {"cpu", 1});
  // Ten times too sure of itself, and one in ten answers wrong.
  Eigen::MatrixXd logits = 10.0 * network.predict(selected_inputs(set, second).view()).logits;
  std::vector<int> truth;
  for (const std::size_t cell : second) truth.push_back(cell % 10 == 0 ? 1 - set.truth[cell] : set.truth[cell]);
  const double temperature = fit_temperature(logits, truth);
  CHECK(temperature > 1.0);
  CHECK(negative_log_likelihood(softmax(logits, temperature), truth) <
        0.9 * negative_log_likelihood(softmax(logits), truth));
}

TEST_CASE("annotations map to the classes of a task") {
  const ClassTask binary = class_task("binary", {});
  CHECK(binary.classes[static_cast<std::size_t>(*class_of(binary, "b-lymphocyte"))] == "lymphoid");
  CHECK(binary.classes[static_cast<std::size_t>(*class_of(binary, "myelocyte"))] == "myeloid");
  CHECK_FALSE(class_of(binary, "platelet"));
  CHECK(class_task("annotations", {"y", "x", "y"}).classes == std::vector<std::string>{"x", "y"});
  CHECK_THROWS_AS(class_task("annotations", {"x", "x"}), InputError);
  CHECK_THROWS_AS(class_task("other", {}), InputError);
}
