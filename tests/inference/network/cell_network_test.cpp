#include "inference/network/cell_network.h"

#include "core/error.h"
#include "inference/training/batch_statistics.h"
#include "tests/catch.h"
#include "toy_cells.h"

using namespace tomocyte;

TEST_CASE("the network gives one logit per class and the last block's features") {
  const auto [shape, width, depth, features] =
      GENERATE(table<Shape<3>, int, int, int>({{Shape<3>{16, 16, 16}, 4, 2, 8},
                                               {Shape<3>{1, 16, 16}, 4, 2, 8},
                                               {Shape<3>{48, 48, 48}, 4, 3, 16},
                                               {Shape<3>{19, 17, 18}, 4, 1, 4}}));
  CellNetwork network(NetworkOptions{width, depth}, shape, 3);
  const NetworkOutput output = network->forward(at::randn({2, 1, shape[0], shape[1], shape[2]}));
  CHECK(output.logits.sizes() == at::IntArrayRef({2, 3}));
  CHECK(output.features.sizes() == at::IntArrayRef({2, features}));
}

// He et al. 2015, equation 14: variance 2 / ((1 + slope^2) fan_in), here of leaky ReLU with slope 0.01.
TEST_CASE("weights begin with the variance of He's initialisation and biases with zero") {
  torch::manual_seed(7);
  const CellNetwork network(NetworkOptions{32, 3}, Shape<3>{32, 32, 32}, 4);
  int checked = 0;
  for (const auto& item : network->named_parameters()) {
    if (item.value().dim() != 5) continue;
    const double fan_in = static_cast<double>(item.value()[0].numel());
    const double expected = 2.0 / ((1.0 + 1e-4) * fan_in);
    const double count = static_cast<double>(item.value().numel());
    CAPTURE(item.key());
    // Five standard errors of a variance, and of a mean, of so many normal numbers.
    CHECK(item.value().var().item<double>() == Approx(expected).epsilon(5.0 * std::sqrt(2.0 / count)));
    CHECK(std::abs(item.value().mean().item<double>()) < 5.0 * std::sqrt(expected / count));
    ++checked;
  }
  CHECK(checked == 1 + 4 * 3 + 1);
  CHECK(network->named_parameters()["stem.bias"].abs().max().item<double>() == 0.0);
}

TEST_CASE("every block reaches the logits: each parameter has a gradient") {
  torch::manual_seed(1);
  CellNetwork network(NetworkOptions{4, 2}, Shape<3>{16, 16, 16}, 3);
  network->forward(at::randn({4, 1, 16, 16, 16})).logits.square().sum().backward();
  for (const auto& item : network->named_parameters()) {
    CAPTURE(item.key());
    // What a batch norm that follows takes away again has a gradient of rounding errors only; weights never do.
    if (item.value().dim() == 5) CHECK(item.value().grad().abs().max().item<double>() > 1e-6);
  }
}

TEST_CASE("a crop too small for the depth is refused") {
  CHECK_THROWS_AS(CellNetwork(NetworkOptions{4, 4}, Shape<3>{16, 16, 16}, 2), InputError);
}

TEST_CASE("measured batch statistics are the mean and variance over all batches") {
  torch::manual_seed(3);
  CellNetwork network(NetworkOptions{4, 2}, Shape<3>{16, 16, 16}, 2);
  const at::Tensor cells = at::randn({12, 1, 16, 16, 16}) * 2.0 + 0.5;
  const auto stem = network->named_parameters();
  const at::Tensor at_norm = at::conv3d(cells, stem["stem.weight"], stem["stem.bias"], 2, 1);
  network->train();
  static_cast<void>(network->forward(cells * 100.0));  // what was before does not count
  measure_batch_statistics(*network, [&] {
    for (int i = 0; i < 3; ++i) static_cast<void>(network->forward(cells.narrow(0, 4 * i, 4)));
  });
  CHECK_FALSE(network->is_training());
  CHECK(at::allclose(network->named_buffers()["down0.norm.running_mean"], at_norm.mean({0, 2, 3, 4}), 1e-4, 1e-5));
  CHECK(at::allclose(network->named_buffers()["down0.norm.running_var"], at_norm.var({0, 2, 3, 4}), 1e-2, 1e-5));
}
