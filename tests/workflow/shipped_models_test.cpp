// The models that come with the program, on simulated cells of donors that no training set holds.
#include "app/workflow/classify_scan.h"
#include "app/workflow/installed_models.h"
#include "app/workflow/model_cards.h"
#include "app/workflow/simulated_set.h"
#include "core/files/scan_file.h"
#include "inference/models/class_task.h"
#include "tests/core/files_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

std::vector<Scan> unseen_cells() {
  SimulatedSet set;
  set.set.cells = 16;
  set.set.donors = 2;
  set.imaging.simulation.seed = 9001;
  set.imaging.simulation.exposure = 0.3;
  const Folder folder;
  simulate_set(set, folder / "set");
  std::vector<Scan> scans;
  for (const auto& file : std::filesystem::directory_iterator(folder / "set")) scans.push_back(read_scan(file.path()));
  return scans;
}

std::string wanted(const std::string& annotation, const ModelCard& card) {
  const ClassTask task = class_task(card.task, {annotation});
  return task.classes.at(static_cast<std::size_t>(class_of(task, annotation).value()));
}

}  // namespace

TEST_CASE("the shipped models open, say that they were trained on simulated cells, and are small") {
  const auto folders = installed_models();
  REQUIRE_FALSE(default_model().empty());
  std::uintmax_t bytes = 0;
  for (const auto& folder : folders) {
    INFO(folder.string());
    const auto model = open_model(folder, {});
    CHECK(model->card.data.simulated);
    CHECK_FALSE(model->card.intended_use.empty());
    for (const auto& file : std::filesystem::directory_iterator(folder)) bytes += file.file_size();
  }
  CHECK(bytes < 20'000'000);
}

TEST_CASE("the shipped models know most cells of donors that they never saw") {
  std::vector<Scan> scans = unseen_cells();
  REQUIRE(scans.size() == 16);
  for (const auto& folder : installed_models()) {
    const auto model = open_model(folder, {});
    if (model->card.input.input != "tomogram") continue;
    INFO(folder.string());
    int right = 0;
    for (Scan& scan : scans) {
      classify_scan(scan, *model);
      REQUIRE(scan.cells.size() == 1);
      REQUIRE(scan.cells[0].classification);
      const std::string& said = scan.cells[0].classification->probabilities.front().cell_class;
      right += said == wanted(scan.cells[0].annotation, model->card) ? 1 : 0;
    }
    CHECK(right >= 12);
  }
}
