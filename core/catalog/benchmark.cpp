#include "core/catalog/benchmark.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <functional>
#include <random>

#include "core/catalog/cells.h"
#include "core/catalog/import_scan.h"
#include "core/catalog/reviews.h"
#include "core/catalog/samples.h"
#include "core/error.h"

namespace tomocyte {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::array<const char*, 5> kClasses = {"neutrophil", "lymphocyte", "monocyte", "eosinophil", "basophil"};
constexpr int kLargeScan = 10000;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

Cell random_cell(int label, std::mt19937& random) {
  std::normal_distribution<double> spread(1.0, 0.1);
  std::uniform_real_distribution<double> share(0.0, 1.0);
  Cell cell;
  cell.label = label;
  cell.indices = {200.0 * spread(random), 180.0 * spread(random), 0.9 * spread(random),
                  35.0 * spread(random),  18.0 * spread(random),  1.36 + 0.01 * share(random)};
  Classification found{{}, "bench", "sha256:00", ""};
  const auto likely = static_cast<std::size_t>(random() % kClasses.size());
  const double most = 0.5 + 0.5 * share(random);
  if (most < 0.6) found.uncertain = "probability below 0.6";
  found.probabilities.push_back({kClasses[likely], most});
  for (std::size_t i = 0; i < kClasses.size(); ++i)
    if (i != likely) found.probabilities.push_back({kClasses[i], (1.0 - most) / (kClasses.size() - 1)});
  cell.classification = std::move(found);
  return cell;
}

// Seconds that it took.
double import_simulated(Catalog& catalog, const std::filesystem::path& folder, int number, int cells,
                        std::mt19937& random) {
  Scan scan;
  scan.sample_id = fmt::format("bench-{:05}", number);
  scan.donor_id = fmt::format("donor {}", number % 97);
  scan.simulated = true;
  for (int i = 0; i < cells; ++i) scan.cells.push_back(random_cell(i + 1, random));
  const auto file = folder / (scan.sample_id + ".h5");
  std::ofstream(file) << scan.sample_id;
  // As large as a thumbnail of 96 x 96 pixels.
  const std::vector<std::string> thumbnails(static_cast<std::size_t>(cells), std::string(6000, 'x'));
  const auto start = Clock::now();
  import_scan(catalog, scan, {file, {}, thumbnails});
  return 1e-3 * milliseconds_since(start);
}

void fill(Catalog& catalog, const std::filesystem::path& folder, const CatalogBenchmarkOptions& options,
          CatalogBenchmark& result, const Progress& progress) {
  std::mt19937 random(1);
  const int large = std::min(kLargeScan, options.cells);
  result.largest_import_s = import_simulated(catalog, folder, 0, large, random);
  result.import_s = result.largest_import_s;
  result.cells = large;
  for (result.samples = 1; result.cells < options.cells; ++result.samples) {
    progress.report(static_cast<double>(result.cells) / options.cells);
    const int cells = std::min(options.cells_per_sample, options.cells - result.cells);
    result.import_s += import_simulated(catalog, folder, result.samples, cells, random);
    result.cells += cells;
  }
}

// One at a time, as a technician makes them.
void review_some(Catalog& catalog, CatalogBenchmark& result) {
  std::vector<double> times_ms;
  for (const CatalogCell& cell : list_cells(catalog, {.limit = 200})) {
    const std::vector<ReviewRequest> one = {{cell.id, cell.version, {"neutrophil", {}}, ""}};
    const auto start = Clock::now();
    review_cells(catalog, one);
    times_ms.push_back(milliseconds_since(start));
  }
  if (times_ms.empty()) return;
  std::sort(times_ms.begin(), times_ms.end());
  result.review_ms = times_ms[times_ms.size() / 2];
}

CatalogBenchmark::Answer ask(const std::string& question, int repeats, const std::function<std::int64_t()>& query) {
  CatalogBenchmark::Answer answer{question, query(), 0.0, 0.0};
  std::vector<double> times_ms;
  for (int i = 0; i < repeats; ++i) {
    const auto start = Clock::now();
    query();
    times_ms.push_back(milliseconds_since(start));
  }
  std::sort(times_ms.begin(), times_ms.end());
  answer.median_ms = times_ms[times_ms.size() / 2];
  answer.worst_ms = times_ms.back();
  return answer;
}

std::vector<std::pair<std::string, CellFilter>> cell_questions(RecordId large, RecordId small) {
  const CellRange range{CellOrder::kVolume, 190.0, 210.0};
  return {
      {"a sample of 200, all its cells", {.sample = small, .limit = 0}},
      {"the large sample, first page", {.sample = large}},
      {"the large sample, last page by volume",
       {.sample = large, .order = CellOrder::kVolume, .offset = kLargeScan - 500}},
      {"the large sample, a class, least sure first",
       {.sample = large, .cell_class = "monocyte", .order = CellOrder::kModelProbability}},
      {"the large sample, unidentified", {.sample = large, .cell_class = ""}},
      {"all samples, first page", {}},
      {"all samples, largest", {.order = CellOrder::kVolume, .descending = true}},
      {"all samples, least sure", {.order = CellOrder::kModelProbability}},
      {"all samples, a class by mean RI", {.cell_class = "basophil", .order = CellOrder::kMeanRi}},
      {"all samples, uncertain, not reviewed", {.reviewed = false, .uncertain = true}},
      {"all samples, changed by people", {.changed_by_people = true}},
      {"all samples, flagged", {.any_flag = {true, true, true, true}}},
      {"all samples, a range of volumes by dry mass", {.ranges = {range}, .order = CellOrder::kDryMass}},
  };
}

void ask_all(const Catalog& catalog, int repeats, CatalogBenchmark& result) {
  const RecordId large = find_sample(catalog, "bench-00000")->id;
  const auto second = find_sample(catalog, "bench-00001");
  const auto rows = [](const auto& list) { return static_cast<std::int64_t>(list.size()); };
  auto& answers = result.answers;
  answers.push_back(ask("worklist", repeats, [&] { return rows(list_samples(catalog)); }));
  answers.push_back(
      ask("worklist, donor searched", repeats, [&] { return rows(list_samples(catalog, {.text = "donor 9"})); }));
  answers.push_back(ask("worklist, to review", repeats,
                        [&] { return rows(list_samples(catalog, {.state = SampleState::kToReview})); }));
  for (const auto& [question, filter] : cell_questions(large, second ? second->id : large)) {
    answers.push_back(ask(question, repeats, [&, &f = filter] { return rows(list_cells(catalog, f)); }));
    answers.push_back(ask(question + ", counted", repeats, [&, &f = filter] { return count_cells(catalog, f); }));
  }
  answers.push_back(
      ask("classes of the large sample", repeats, [&] { return rows(count_classes(catalog, {.sample = large})); }));
  answers.push_back(ask("classes of all samples", repeats, [&] { return rows(count_classes(catalog, {})); }));
}

}  // namespace

CatalogBenchmark benchmark_catalog(Catalog& catalog, const std::filesystem::path& folder,
                                   const CatalogBenchmarkOptions& options, const Progress& progress) {
  if (!list_samples(catalog, {.limit = 1}).empty())
    throw InputError("the catalog to measure holds samples", "Give an empty one; it is filled with simulated cells.");
  CatalogBenchmark result;
  fill(catalog, folder, options, result, progress.part(0.0, 0.8, "Importing simulated cells"));
  review_some(catalog, result);
  progress.part(0.8, 1.0, "Asking").report(0.0);
  ask_all(catalog, options.repeats, result);
  return result;
}

}  // namespace tomocyte
