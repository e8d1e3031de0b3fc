#include "inference/training/training.h"

#include <ATen/autocast_mode.h>
#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <random>

#include "core/compute/torch_device.h"
#include "core/error.h"
#include "inference/network/parameters.h"
#include "inference/training/batch_statistics.h"
#include "inference/training/checkpoint.h"

namespace tomocyte {
namespace {

constexpr std::size_t kValidationBatch = 16;
constexpr std::size_t kStatisticsCells = 256;

// An independent stream of random numbers for each place in the run (std::seed_seq is the same everywhere).
std::uint64_t stream(int seed, int epoch, Index step) {
  std::seed_seq mix{seed, epoch, static_cast<int>(step)};
  std::array<std::uint32_t, 2> words{};
  mix.generate(words.begin(), words.end());
  return (std::uint64_t{words[0]} << 32) | words[1];
}

CellSelection shuffled(CellSelection cells, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  for (std::size_t i = cells.size(); i > 1; --i) std::swap(cells[i - 1], cells[random() % i]);
  return cells;
}

// bfloat16 needs no scaling of gradients, unlike half precision.
class MixedPrecision {
 public:
  explicit MixedPrecision(bool on) : on_(on) {
    if (!on_) return;
    at::autocast::set_autocast_gpu_dtype(at::kBFloat16);
    at::autocast::set_enabled(true);
  }
  ~MixedPrecision() {
    if (!on_) return;
    at::autocast::set_enabled(false);
    at::autocast::clear_cache();
  }
  MixedPrecision(const MixedPrecision&) = delete;
  MixedPrecision& operator=(const MixedPrecision&) = delete;

 private:
  bool on_;
};

struct Run {
  const LabelledCells& set;
  const Split& split;
  const TrainingPlan& plan;
  at::Device device;
  at::Tensor class_weights;  // undefined: all alike
  TrainingState state;

  [[nodiscard]] at::Tensor truth(const CellSelection& cells) const {
    std::vector<std::int64_t> values;
    for (const std::size_t cell : cells) values.push_back(set.truth[cell]);
    return torch::tensor(values, at::kLong).to(device);
  }
  [[nodiscard]] at::Tensor loss(const at::Tensor& logits, const at::Tensor& truth) const {
    return at::cross_entropy_loss(logits.to(at::kFloat), truth, class_weights);
  }
};

std::vector<double> counts_by_class(const LabelledCells& set, const CellSelection& cells) {
  std::vector<double> counts(set.classes.size());
  for (const std::size_t cell : cells) counts[static_cast<std::size_t>(set.truth[cell])] += 1.0;
  return counts;
}

void check(const LabelledCells& set, const Split& split) {
  validate(set);
  if (split.training.size() < 2 || split.validation.empty())
    throw InputError("the split leaves no cells to train on or to validate with", "Add annotated cells.");
  const auto counts = counts_by_class(set, split.training);
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] == 0.0)
      throw InputError(fmt::format("the training part has no cell of the class \"{}\"", set.classes[i]),
                       "Annotate cells of this class from more donors, or choose another seed.");
}

TrainingState fresh_state(const LabelledCells& set, const TrainingPlan& plan, at::Device device) {
  torch::manual_seed(static_cast<std::uint64_t>(plan.training.seed));
  TrainingState state;
  state.network = CellNetwork(plan.network, input_shape(set.input), static_cast<int>(set.classes.size()));
  state.network->to(device);
  state.optimizer = std::make_unique<torch::optim::Adam>(state.network->parameters(),
                                                         torch::optim::AdamOptions(plan.training.learning_rate));
  return state;
}

at::Tensor weights_of_classes(const LabelledCells& set, const Split& split, at::Device device) {
  const auto counts = counts_by_class(set, split.training);
  std::vector<float> weights;
  for (const double count : counts)
    weights.push_back(
        static_cast<float>(static_cast<double>(split.training.size()) / (static_cast<double>(counts.size()) * count)));
  return torch::tensor(weights).to(device);
}

struct Score {
  double loss = 0.0;
  double correct = 0.0;
  double cells = 0.0;
  void add(const at::Tensor& logits, const at::Tensor& truth, const at::Tensor& mean_loss) {
    const auto count = static_cast<double>(truth.size(0));
    const auto value = mean_loss.item<double>();
    if (!std::isfinite(value))
      throw InputError("the training diverged: its loss is not finite", "Lower --learning-rate.");
    loss += value * count;
    correct += logits.argmax(1).eq(truth).sum().item<double>();
    cells += count;
  }
};

Score learn(Run& run, int epoch, const Progress& progress) {
  const TrainingOptions& options = run.plan.training;
  const CellSelection order = shuffled(run.split.training, stream(options.seed, epoch, -1));
  auto& rate = static_cast<torch::optim::AdamOptions&>(run.state.optimizer->param_groups().front().options());
  run.state.network->train();
  Score score;
  const auto batch = static_cast<std::size_t>(options.batch);
  for (std::size_t from = 0; from < order.size(); from += batch) {
    progress.report(static_cast<double>(from) / static_cast<double>(order.size()));
    const CellSelection cells(order.begin() + static_cast<std::ptrdiff_t>(from),
                              order.begin() + static_cast<std::ptrdiff_t>(std::min(from + batch, order.size())));
    Array<float, 4> inputs = selected_inputs(run.set, cells);
    augment(inputs.view(), run.plan.augmentation, stream(options.seed, epoch, static_cast<Index>(from)));
    const at::Tensor images = as_tensor(inputs.view()).unsqueeze(1).to(run.device);
    const at::Tensor truth = run.truth(cells);
    NetworkOutput output;
    {
      const MixedPrecision precision(run.device.is_cuda() && options.mixed_precision);
      output = run.state.network->forward(images);
    }
    const at::Tensor loss = run.loss(output.logits, truth);
    run.state.optimizer->zero_grad();
    loss.backward();
    run.state.optimizer->step();
    rate.lr(rate.lr() * options.learning_rate_decay);
    score.add(output.logits, truth, loss);
  }
  return score;
}

// Over training cells as they are, without augmentation: so will the network see others.
void measure_statistics(Run& run, int epoch, const Progress& progress) {
  CellSelection cells = shuffled(run.split.training, stream(run.plan.training.seed, epoch, -2));
  cells.resize(std::min(cells.size(), kStatisticsCells));
  measure_batch_statistics(*run.state.network, [&] {
    for (std::size_t from = 0; from < cells.size(); from += kValidationBatch) {
      progress.check();
      const auto begin = cells.begin() + static_cast<std::ptrdiff_t>(from);
      const auto count = static_cast<std::ptrdiff_t>(std::min(kValidationBatch, cells.size() - from));
      const Array<float, 4> inputs = selected_inputs(run.set, {begin, begin + count});
      static_cast<void>(run.state.network->forward(as_tensor(inputs.view()).unsqueeze(1).to(run.device)));
    }
  });
}

Score validate_epoch(Run& run, const Progress& progress) {
  const torch::NoGradGuard no_gradient;
  Score score;
  const CellSelection& all = run.split.validation;
  for (std::size_t from = 0; from < all.size(); from += kValidationBatch) {
    progress.check();
    const CellSelection cells(all.begin() + static_cast<std::ptrdiff_t>(from),
                              all.begin() + static_cast<std::ptrdiff_t>(std::min(from + kValidationBatch, all.size())));
    const Array<float, 4> inputs = selected_inputs(run.set, cells);
    const at::Tensor logits = run.state.network->forward(as_tensor(inputs.view()).unsqueeze(1).to(run.device)).logits;
    const at::Tensor truth = run.truth(cells);
    score.add(logits, truth, run.loss(logits, truth));
  }
  return score;
}

bool better(const Epoch& a, const Epoch& b) {
  if (a.validation_accuracy != b.validation_accuracy) return a.validation_accuracy > b.validation_accuracy;
  return a.validation_loss < b.validation_loss;
}

const Epoch* best_of(const LearningCurve& curve) {
  const Epoch* best = nullptr;
  for (const Epoch& epoch : curve)
    if (epoch.best) best = &epoch;
  return best;
}

void run_epoch(Run& run, const Progress& progress) {
  TrainingState& state = run.state;
  Epoch epoch;
  epoch.number = static_cast<int>(state.curve.size()) + 1;
  const Score training = learn(run, epoch.number, progress);
  measure_statistics(run, epoch.number, progress);
  const Score validation = validate_epoch(run, progress);
  epoch.learning_rate = static_cast<torch::optim::AdamOptions&>(state.optimizer->param_groups().front().options()).lr();
  epoch.training_loss = training.loss / training.cells;
  epoch.training_accuracy = training.correct / training.cells;
  epoch.validation_loss = validation.loss / validation.cells;
  epoch.validation_accuracy = validation.correct / validation.cells;
  const Epoch* best = best_of(state.curve);
  epoch.best = !best || better(epoch, *best);
  if (epoch.best) state.best = parameters_of(*state.network);
  state.curve.push_back(epoch);
}

bool finished(const TrainingOptions& options, const LearningCurve& curve) {
  const auto done = static_cast<int>(curve.size());
  if (done >= options.epochs) return true;
  const Epoch* best = best_of(curve);
  return options.patience > 0 && best && done - best->number >= options.patience;
}

// What may not differ between a checkpoint and the run that continues it.
std::string run_identity(const LabelledCells& set, const Split& split, const TrainingPlan& plan) {
  std::string text = plan_to_json(plan) + options_to_json(set.input) + data_checksum(set);
  for (const CellSelection* part : {&split.training, &split.validation}) {
    text += ";";
    for (const std::size_t cell : *part) text += fmt::format(" {}", cell);
  }
  return text;
}

std::string epoch_text(const TrainingOptions& options, const LearningCurve& curve) {
  std::string text = fmt::format("Epoch {} of {}", curve.size() + 1, options.epochs);
  if (const Epoch* best = best_of(curve)) text += fmt::format(", best accuracy {:.3f}", best->validation_accuracy);
  return text;
}

}  // namespace

std::string plan_to_json(const TrainingPlan& plan) {
  using Json = nlohmann::ordered_json;
  return Json({{"network", Json::parse(options_to_json(plan.network))},
               {"augmentation", Json::parse(options_to_json(plan.augmentation))},
               {"training", Json::parse(options_to_json(plan.training))}})
      .dump();
}

TrainedNetwork train(const LabelledCells& set, const Split& split, const TrainingPlan& plan, const Progress& progress,
                     const EpochCallback& on_epoch) {
  check(set, split);
  validate_options(plan.training);
  validate_options(plan.augmentation);
  const at::Device device = torch_device(plan.device);
  Run run{set, split, plan, device, {}, fresh_state(set, plan, device)};
  if (plan.training.class_weights) run.class_weights = weights_of_classes(set, split, device);
  const std::string identity = plan.checkpoint.empty() ? std::string() : run_identity(set, split, plan);
  if (!plan.checkpoint.empty() && std::filesystem::exists(plan.checkpoint))
    read_checkpoint(plan.checkpoint, run.state, identity);
  LearningCurve& curve = run.state.curve;
  while (!finished(plan.training, curve)) {
    const double done = static_cast<double>(curve.size());
    run_epoch(run, progress.part(done / plan.training.epochs, (done + 1.0) / plan.training.epochs,
                                 epoch_text(plan.training, curve)));
    if (!plan.checkpoint.empty()) {
      write_checkpoint(plan.checkpoint, run.state, identity);
      write_curve(plan.checkpoint.parent_path() / "curve.csv", curve);
    }
    if (on_epoch) on_epoch(curve);
  }
  return {std::move(run.state.best), std::move(curve)};
}

}  // namespace tomocyte
