// The workspaces beside the review: statistics of a sample and the laboratory's quality.
#include <QImage>
#include <QPainter>
#include <QTableWidget>
#include <QTest>
#include <algorithm>

#include "core/catalog/cells.h"
#include "core/catalog/import_scan.h"
#include "core/catalog/reviews.h"
#include "core/catalog/samples.h"
#include "core/catalog/users.h"
#include "core/error.h"
#include "core/files/scan_file.h"
#include "test_application.h"
#include "tests/core/files_fixture.h"
#include "ui/plots/figure_view.h"
#include "ui/plots/statistics_pictures.h"
#include "ui/quality/accept_view.h"
#include "ui/quality/control_view.h"
#include "ui/quality/quality_view.h"
#include "ui/samples/catalog_thread.h"
#include "ui/samples/statistics_view.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

Scan scan_of(const std::string& sample, int cells, double volume_fl) {
  Scan scan;
  scan.sample_id = sample;
  scan.donor_id = "donor 1";
  scan.simulated = true;
  scan.provenance = {{"acquisition", "", "", "2026-01-02T03:04:05Z", "{}", "", "", "simulated microscope"}};
  for (int i = 0; i < cells; ++i) {
    Cell cell;
    cell.label = i + 1;
    cell.indices = {volume_fl + 7.0 * (i % 9), 300.0 + 3.0 * (i % 7), 0.8, 40.0 + i % 5, 15.0 + 0.1 * (i % 6), 1.367};
    cell.classification =
        Classification{{{i % 3 ? "monocyte" : "neutrophil", 0.9}, {"basophil", 0.1}}, "m", "sha256:1", ""};
    scan.cells.push_back(cell);
  }
  return scan;
}

// A catalog with two samples of one donor, and the window's thread on it with a reviewer signed in.
struct TwoVisits {
  TwoVisits() {
    options.password.log2_cost = 4;  // guessing is not what this test is about
    options.now = [this] { return now; };
    Catalog catalog(location(), options);
    create_first_administrator(catalog, {"admin", "Dr. Park", Role::kAdministrator, "correct horse"});
    sign_in(catalog, "admin", "correct horse");
    add_user(catalog, {"kim", "Kim Min-ji", Role::kReviewer, "correct horse"});
    sign_in(catalog, "kim", "correct horse");
    write_bytes(folder / "a.h5", "a");
    import_scan(catalog, scan_of("S-1", 40, 380.0), {folder / "a.h5", {}, {}});
    now += std::chrono::days(7);
    write_bytes(folder / "b.h5", "b");
    sample = import_scan(catalog, scan_of("S-2", 40, 400.0), {folder / "b.h5", {}, {}}).sample;
    std::vector<ReviewRequest> reviews;
    for (const CatalogCell& cell : list_cells(catalog, {.sample = sample})) {
      CellCall to = cell.call;
      if (cell.id % 8 == 0) to.cell_class = "basophil";
      reviews.push_back({cell.id, cell.version, to, ""});
    }
    review_cells(catalog, reviews);
    bool open = false;
    thread.open(
        location(), options, [&] { open = true; }, [](const CatalogThread::Refusal&) {});
    REQUIRE(QTest::qWaitFor([&] { return open; }, kPatienceMs));
    thread.post([](Catalog& opened) -> CatalogThread::Finish {
      sign_in(opened, "kim", "correct horse");
      return {};
    });
  }
  [[nodiscard]] CatalogLocation location() const { return catalog_location((folder / "lab.sqlite").string()); }
  [[nodiscard]] Sample chosen() const { return get_sample(Catalog(location(), options), sample); }

  Folder folder;
  std::chrono::system_clock::time_point now = std::chrono::sys_days(std::chrono::year(2026) / 1 / 5);
  CatalogOptions options;
  RecordId sample = 0;
  CatalogThread thread;
};

// For people to judge: only where the environment names a folder.
void keepScreenshot(QWidget& window, const char* name) {
  const QString folder = qEnvironmentVariable("TOMOCYTE_SCREENSHOTS");
  if (folder.isEmpty()) return;
  QTest::qWait(300);  // what has been shown is laid out
  window.grab().save(folder + '/' + name + ".png");
}

}  // namespace

TEST_CASE("the statistics of a sample are shown with its earlier ones, saved, and kept from a blinded reader") {
  testApplication();
  TwoVisits laboratory;
  StatisticsView view(&laboratory.thread);
  view.resize(1000, 800);
  view.show();
  view.setSample(laboratory.chosen());
  REQUIRE(QTest::qWaitFor([&] { return view.shown() != nullptr; }, kPatienceMs));
  REQUIRE(QTest::qWaitFor([&] { return view.findChild<FigureView*>()->isDrawn(); }, kPatienceMs));
  keepScreenshot(view, "statistics");
  const auto& shown = *view.shown();
  CHECK(shown.sample.simulated);
  REQUIRE(shown.earlier.size() == 1);
  CHECK(shown.earlier[0].before.sample_id == "S-1");
  const auto tables = view.findChildren<QTableWidget*>();
  CHECK(std::ranges::all_of(tables, [](const QTableWidget* table) { return table->rowCount() > 0; }));
  view.saveTables((laboratory.folder / "s.csv").string());
  CHECK(contains(bytes_of(laboratory.folder / "s.csv"), "\"S-2\",\"donor 1\",SIMULATED,\"neutrophil\""));
  CHECK(contains(bytes_of(laboratory.folder / "s-delta.csv"), "\"S-2\",\"S-1\""));
  view.setBlind(true);
  CHECK(view.shown() == nullptr);
  for (const QTableWidget* table : tables) CHECK_FALSE(table->isVisible());
  view.setBlind(false);
  CHECK(QTest::qWaitFor([&] { return view.shown() != nullptr; }, kPatienceMs));
}

TEST_CASE("a control is added from its scan file, charted, and excluded with a reason") {
  testApplication();
  TwoVisits laboratory;
  QualityView view(&laboratory.thread);
  view.resize(1000, 800);
  view.show();
  ControlView& controls = view.controls();
  for (int day = 1; day <= 24; ++day) {
    Scan scan = scan_of("control", 1, 113.0);
    scan.cells[0].indices.mean_ri = day == 23 ? 1.4542 : 1.45 + 0.001 * (day % 3 - 1);
    scan.provenance[0].time_utc = QString("2026-01-%1T08:00:00Z").arg(day, 2, 10, QChar('0')).toStdString();
    const auto path = laboratory.folder / ("control" + std::to_string(day) + ".h5");
    write_scan(path, scan);
    controls.addFromFile({path, "bead lot 12", {}});
  }
  const auto counted = [&] { return controls.shown() ? controls.shown()->counted.size() : 0; };
  REQUIRE(QTest::qWaitFor([&] { return counted() == 24; }, kPatienceMs));
  const QualityChart chart = *controls.shown();
  CHECK(chart.series.simulated);
  CHECK(chart.chart.baseline == 20);
  CHECK(rules_text(chart.chart.points[22].rules) == "1-2s, 1-3s");
  keepScreenshot(view, "quality-control");
  controls.exclude(chart.counted[22].id, "the bead was at the edge");
  REQUIRE(QTest::qWaitFor([&] { return counted() == 23; }, kPatienceMs));
  CHECK(controls.shown()->excluded.at(0).excluded == "the bead was at the edge");

  view.acceptance().refresh();
  CHECK(view.acceptance().shown().empty());  // the samples are simulated
}

TEST_CASE("the figures are written as PNG and as SVG with their words, and as nothing else") {
  testApplication();
  const Folder folder;
  CheckedSample sample;
  sample.sample_id = "S-1";
  sample.simulated = true;
  save_index_picture(folder / "a.png", sample, default_index_ranges(), default_differential_table());
  CHECK(QImage(QString::fromStdString((folder / "a.png").string())).width() == 2400);
  const std::vector<AcceptRate> rates = {{"2026-01", "monocyte", 40, 36, binomial_interval(36, 40)},
                                         {"2026-01", "neutrophil", 90, 88, binomial_interval(88, 90)},
                                         {"2026-02", "monocyte", 20, 19, binomial_interval(19, 20)}};
  save_accept_picture(folder / "b.svg", rates, true, default_differential_table());
  const std::string svg = bytes_of(folder / "b.svg");
  CHECK(contains(svg, "SIMULATED"));
  CHECK(contains(svg, "2026-02"));
  CHECK(contains(svg, "For Research Use Only."));
  CHECK_THROWS_AS(save_accept_picture(folder / "c.gif", rates, true, default_differential_table()), InputError);
  const QString kept = qEnvironmentVariable("TOMOCYTE_SCREENSHOTS");
  if (!kept.isEmpty())
    save_accept_picture((kept + "/accept.png").toStdString(), rates, true, default_differential_table());
}
