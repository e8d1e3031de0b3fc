// The window answers while it works: import of 10,000 cells, review, report and reconstruction go on beside the event
// loop, which is never away for long.
#include <fmt/format.h>

#include <QAction>
#include <QSettings>
#include <algorithm>
#include <iostream>

#include "acquisition/simulate.h"
#include "core/files/scan_file.h"
#include "day.h"
#include "event_loop_watch.h"
#include "test_application.h"
#include "tests/catch.h"
#include "ui/background_job.h"
#include "ui/samples/report_panel.h"
#include "ui/samples/scatter_charts.h"
#include "ui/samples/scatter_panel.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

constexpr double kLongestMs = 50.0;
constexpr int kManyCells = 10'000;

// A sanitizer makes everything several times slower: the stories are run there, their times are only told.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kTimesCount = false;
#else
constexpr bool kTimesCount = true;
#endif

// Processor time is compared: the clock also counts what other programs on the machine take.
void checkAnswered(EventLoopWatch& watch, const char* what) {
  std::cout << fmt::format("{}: the event loop was away for at most {:.0f} ms ({:.0f} ms of processor time)\n", what,
                           watch.longestMs, watch.longestProcessorMs);
  INFO(what);
  if (kTimesCount) CHECK(watch.longestProcessorMs < kLongestMs);
  watch.restart();
}

}  // namespace

TEST_CASE("the event loop is never away for 50 ms during an import of 10,000 cells, a review and a report") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  Day day;
  day.createAccounts();
  const auto file = day.folder / "many.tomocyte.h5";
  write_scan(file, scan_of_cells(kManyCells));
  QTest::qWait(200);  // the accounts' page has gone
  EventLoopWatch watch;
  day.view().importFiles({file});
  REQUIRE(QTest::qWaitFor(
      [&] {
        const auto& report = day.view().report().report();
        return !day.window.job().busy() && report && day.view().review().model().cells().size() == kManyCells;
      },
      4 * kPatienceMs));
  checkAnswered(watch, "import of 10,000 cells and their report");

  day.gallery().setFocus();
  for (int i = 0; i < 20; ++i) {
    day.press(Qt::Key_Space);
    // One key at a time, as from a person: the loop has turned before the next.
    REQUIRE(QTest::qWaitFor([&watch, before = watch.ticks] { return watch.ticks > before + 1; }, kPatienceMs));
  }
  REQUIRE(QTest::qWaitFor([&] { return day.sample().counts.reviewed == 20; }, kPatienceMs));
  REQUIRE(QTest::qWaitFor([&] { return day.view().report().report()->sample.revision == day.sample().revision; },
                          kPatienceMs));
  checkAnswered(watch, "review of 20 cells");

  const auto* charts = day.window.findChild<ScatterCharts*>(QStringLiteral("scatter charts"));
  if (ScatterPanel* panel = charts->panel(0)) {  // none where the display cannot draw them
    std::vector<RecordId> second;                // no two beside each other: the most ranges that a selection can have
    const GalleryModel& model = day.view().review().model();
    for (int row = 0; row < model.rowCount(); row += 2) second.push_back(model.cellAt(row).id);
    Q_EMIT panel->selectWanted(second, false);
    REQUIRE(QTest::qWaitFor([&] { return panel->selected().size() == second.size(); }, kPatienceMs));
    checkAnswered(watch, "a lasso around every second cell");
  }

  for (const char* format : {"pdf", "xlsx"}) {
    day.exported(format);
    checkAnswered(watch, format);
  }
}

TEST_CASE("the event loop is never away for 50 ms during a reconstruction") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  SimulationOptions simulation;
  simulation.camera_pixels = 320;
  simulation.angles = 13;
  simulation.exposure = 0.3;
  QSettings().setValue("options/simulation", QString::fromStdString(options_to_json(simulation)));
  MainWindow window;
  window.show();
  QTest::qWait(200);  // its first frames
  EventLoopWatch watch;
  const auto actions = window.findChildren<QAction*>();
  (*std::ranges::find(actions, QStringLiteral("Run all"), &QAction::text))->trigger();
  REQUIRE(window.job().busy());
  REQUIRE(QTest::qWaitFor([&] { return !window.job().busy(); }, 4 * kPatienceMs));
  REQUIRE(window.scan()->tomogram);
  checkAnswered(watch, "acquisition and reconstruction");
}
