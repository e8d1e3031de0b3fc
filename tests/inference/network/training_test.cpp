#include "inference/training/training.h"

#include "core/error.h"
#include "inference/network/loaded_network.h"
#include "inference/training/cross_validation.h"
#include "tests/catch.h"
#include "tests/core/files_fixture.h"
#include "toy_cells.h"

using namespace tomocyte;

namespace {

Split fixed_split() {
  Split split;
  for (std::size_t i = 0; i < 24; ++i) split.training.push_back(i);
  for (std::size_t i = 24; i < 32; ++i) split.validation.push_back(i);
  return split;
}

}  // namespace

TEST_CASE("the network learns eight cells by heart") {
  LabelledCells set = test::toy_cells(8);
  std::mt19937 random(3);
  std::normal_distribution<float> noise;
  for (float& v : set.inputs.values()) v = noise(random);  // nothing but noise tells them apart
  TrainingPlan plan = test::toy_plan();
  plan.augmentation = {0.0, 0.0, 0.0, 0.0, false};
  plan.training.epochs = 50;
  plan.training.patience = 0;
  const CellSelection all = all_cells(set);
  const TrainedNetwork trained = train(set, {all, all, {}}, plan);
  CHECK(trained.curve.back().training_loss < 0.05);
  CHECK(trained.curve.back().training_accuracy == 1.0);
}

TEST_CASE("training tells dense from hollow cells that it has not seen, in 3D and 2D") {
  const std::string input = GENERATE(as<std::string>(), "tomogram", "mip");
  const LabelledCells set = test::toy_cells(80, 10, 1, input);
  TrainingPlan plan = test::toy_plan();
  plan.training.epochs = 10;
  const Split split = split_by_donor(set, 1);
  const TrainedNetwork trained = train(set, split, plan);
  const LoadedNetwork network(plan.network, set.input, 2, trained.weights, plan.device);
  const auto logits = network.predict(selected_inputs(set, split.test).view()).logits;
  int correct = 0;
  for (std::size_t i = 0; i < split.test.size(); ++i) {
    const auto row = static_cast<Eigen::Index>(i);
    correct += (logits(row, 1) > logits(row, 0)) == (set.truth[split.test[i]] == 1) ? 1 : 0;
  }
  CHECK(correct >= static_cast<int>(split.test.size()) - 1);
}

TEST_CASE("the same seed gives the same weights, another seed others") {
  const LabelledCells set = test::toy_cells(32);
  TrainingPlan plan = test::toy_plan();
  plan.training.epochs = 2;
  const TrainedNetwork a = train(set, fixed_split(), plan);
  const TrainedNetwork b = train(set, fixed_split(), plan);
  CHECK(a.weights == b.weights);
  CHECK(a.curve == b.curve);
  plan.training.seed = 2;
  CHECK_FALSE(train(set, fixed_split(), plan).weights == a.weights);
}

TEST_CASE("a training stopped between and within epochs ends in the weights of one that was not, bit for bit") {
  const test::Folder folder;
  const LabelledCells set = test::toy_cells(32);
  TrainingPlan plan = test::toy_plan();
  const TrainedNetwork whole = train(set, fixed_split(), plan);

  plan.checkpoint = folder / "checkpoint.safetensors";
  for (const double stop_at : {0.3, 0.55, 0.8}) {  // of the run: within epochs 2, 3 and 4
    std::stop_source stop;
    const Progress progress(
        [&](double fraction, const std::string&) {
          if (fraction >= stop_at) stop.request_stop();
        },
        stop.get_token());
    CHECK_THROWS_AS(train(set, fixed_split(), plan, progress), Cancelled);
  }
  const TrainedNetwork resumed = train(set, fixed_split(), plan);
  CHECK(resumed.weights == whole.weights);
  CHECK(resumed.curve == whole.curve);
  CHECK(test::contains(test::bytes_of(folder / "curve.csv"), "epoch,learning_rate"));
}

TEST_CASE("a checkpoint of other cells or options is refused") {
  const test::Folder folder;
  LabelledCells set = test::toy_cells(32);
  TrainingPlan plan = test::toy_plan();
  plan.training.epochs = 1;
  plan.checkpoint = folder / "checkpoint.safetensors";
  static_cast<void>(train(set, fixed_split(), plan));
  TrainingPlan other = plan;
  other.training.learning_rate = 0.001;
  CHECK(test::contains(test::error_of(plan.checkpoint, [&] { static_cast<void>(train(set, fixed_split(), other)); }),
                       "other cells or options"));
  set.inputs(3, 1, 1, 1) += 0.5F;
  CHECK_THROWS_AS(train(set, fixed_split(), plan), FileError);
}

TEST_CASE("training stops early when no epoch is better, and keeps the best one") {
  LabelledCells set = test::toy_cells(32);
  std::mt19937 random(5);
  for (std::size_t i = 24; i < 32; ++i) set.truth[i] = static_cast<int>(random() % 2);  // nothing to be learnt of these
  TrainingPlan plan = test::toy_plan();
  plan.training.epochs = 60;
  plan.training.patience = 3;
  const TrainedNetwork trained = train(set, fixed_split(), plan);
  REQUIRE(trained.curve.size() < 60);
  int best = 0;
  for (const Epoch& epoch : trained.curve)
    if (epoch.best) best = epoch.number;
  CHECK(static_cast<int>(trained.curve.size()) - best == 3);
}

TEST_CASE("cross-validation judges every cell, and a class that cannot be learnt is refused") {
  LabelledCells set = test::toy_cells(48, 6);
  TrainingPlan plan = test::toy_plan();
  plan.training.epochs = 6;
  const Predictions predictions = cross_validate(set, plan, 3);
  CHECK(predictions.probabilities.rows() == 48);
  CHECK(evaluate(predictions).accuracy.value > 0.8);
  set.classes.push_back("absent");
  CHECK_THROWS_WITH(train(set, fixed_split(), plan), Catch::Contains("absent"));
}
