// tomocyte bench classify: what classifying takes, one cell at a time as in live use, and in batches.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/terminal.h"
#include "app/verbs/model_choice.h"
#include "app/verbs/verbs.h"
#include "app/workflow/classify_scan.h"
#include "app/workflow/simulated_cell.h"
#include "core/error.h"
#include "inference/models/classify.h"

namespace tomocyte {
namespace {

constexpr int kRepeats = 21;
constexpr std::size_t kBatch = 64;

struct BenchClassifyArguments {
  std::string model;
};

template <class Action>
double seconds_of(const Action& action) {
  const auto start = std::chrono::steady_clock::now();
  action();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Of an odd number of runs, after one that does not count.
template <class Action>
double median_s(const Action& action) {
  action();
  std::vector<double> times;
  for (int i = 0; i < kRepeats; ++i) times.push_back(seconds_of(action));
  std::ranges::nth_element(times, times.begin() + kRepeats / 2);
  return times[kRepeats / 2];
}

// A tomogram of 96³ voxels of 0.135 µm, as large as they come: it is resampled to the model's voxels.
Scan simulated_scan() {
  ImagingOptions imaging;
  imaging.grid = {0.135, 96};
  const double medium = imaging.simulation.medium_index;
  const CellOnSlide cell = make_cell_on_slide("monocyte", {}, medium, 1);
  return image_through_operator(cell, network_operator(imaging), imaging);
}

int bench_classify(const Context& context, const BenchClassifyArguments& arguments) {
  Terminal terminal(context.quiet);
  const Progress progress = terminal.progress();
  const std::shared_ptr<const Model> model = model_for(arguments.model, context.device);
  if (!model) throw InputError("there is no model to time", "Give its folder with --model.");
  progress.report(0.0);
  Scan scan = simulated_scan();
  progress.report(0.5);
  const CellImages images{&*scan.tomogram, std::as_const(scan.labels).view(), scan.fields ? &*scan.fields : nullptr};
  const double whole_s = median_s([&] { classify_scan(scan, *model); });
  const Array<float, 4> one = cell_inputs(images, scan.cells, {0}, model->card.input);
  const double network_s = median_s([&] { static_cast<void>(predict(*model, one.view())); });
  const Array<float, 4> many = cell_inputs(images, scan.cells, std::vector<std::size_t>(kBatch, 0), model->card.input);
  const double batch_s = median_s([&] { static_cast<void>(predict(*model, many.view())); });
  terminal.finish_line();
  const auto [z, y, x] = scan.tomogram->ri.shape();
  const double rate = static_cast<double>(kBatch) / batch_s;
  const nlohmann::ordered_json json = {{"simulated", true},     {"model", model->card.name}, {"voxels", {z, y, x}},
                                       {"one_cell_s", whole_s}, {"network_s", network_s},    {"batch", kBatch},
                                       {"cells_per_s", rate}};
  print_result(context, json.dump(2),
               fmt::format("\"{}\" on a SIMULATED cell of {} x {} x {} voxels, medians of {}\n"
                           "  one cell, crop to class  {:.1f} ms\n"
                           "    the network alone      {:.1f} ms\n"
                           "  in batches of {}         {:.1f} cells/s",
                           model->card.name, z, y, x, kRepeats, 1e3 * whole_s, 1e3 * network_s, kBatch, rate));
  return kSuccess;
}

}  // namespace

void add_bench_classify(CLI::App& bench, Context& context) {
  const auto arguments = std::make_shared<BenchClassifyArguments>();
  CLI::App& verb = add_verb(bench, context, "classify", "Time to classify a cell, and cells per second", true,
                            [&context, arguments] { return bench_classify(context, *arguments); });
  add_model_choice(verb, arguments->model);
}

}  // namespace tomocyte
