// A technician's day: the first start, import, review by keys, undo, a colleague who was faster, signing, export, an
// amendment.
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <QTextBrowser>
#include <QTimer>
#include <algorithm>

#include "app/workflow/sample_report.h"
#include "app/workflow/simulated_cell.h"
#include "core/catalog/cells.h"
#include "core/catalog/reviews.h"
#include "core/catalog/samples.h"
#include "core/catalog/users.h"
#include "core/files/scan_file.h"
#include "output_of.h"
#include "test_application.h"
#include "tests/core/files_fixture.h"
#include "ui/background_job.h"
#include "ui/main_window.h"
#include "ui/notice_bar.h"
#include "ui/samples/export_report.h"
#include "ui/samples/report_panel.h"
#include "ui/samples/review_view.h"
#include "ui/samples/samples_view.h"
#include "ui/samples/worklist_model.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

constexpr int kPatienceMs = 30'000;
constexpr Index kVoxels = 32;
constexpr const char* kPassword = "correct horse";

// A third of the network's voxels, few iterations: enough to be looked at.
ImagingOptions small_imaging() {
  ImagingOptions imaging;
  imaging.grid = {0.4, kVoxels};
  imaging.reconstruction.iterations = 4;
  return imaging;
}

Classification said(const std::string& cell_class, double probability) {
  const std::string other = cell_class == "monocyte" ? "t-lymphocyte" : "monocyte";
  return {{{cell_class, probability}, {other, 1.0 - probability}},
          "test model",
          "sha256:12",
          probability < 0.8 ? "probability below 0.80" : ""};
}

// A slide of one cell of each of `types`, side by side along x, as a model would have classified it; of the last the
// model is not sure.
Scan slide_of(const std::vector<std::string>& types, int seed) {
  static const ImagingOptions imaging = small_imaging();
  static const ScanOperator scan_operator = network_operator(imaging);
  const auto count = static_cast<Index>(types.size());
  Scan slide;
  for (Index i = 0; i < count; ++i) {
    Scan one = image_through_operator(make_cell_on_slide(types[static_cast<std::size_t>(i)], make_donor(1, 1), 1.337,
                                                         static_cast<std::uint64_t>(seed + i)),
                                      scan_operator, imaging);
    if (i == 0) {
      slide.tomogram.emplace();
      slide.tomogram->ri = Array<float, 3>({kVoxels, kVoxels, count * kVoxels});
      slide.tomogram->voxel_size_um = one.tomogram->voxel_size_um;
      slide.tomogram->medium_index = one.tomogram->medium_index;
      slide.tomogram->wavelength_um = one.tomogram->wavelength_um;
    }
    for (Index z = 0; z < kVoxels; ++z)
      for (Index y = 0; y < kVoxels; ++y)
        std::copy_n(&one.tomogram->ri(z, y, 0), kVoxels, &slide.tomogram->ri(z, y, i * kVoxels));
    Cell cell = one.cells.at(0);
    cell.label = static_cast<int>(i + 1);
    cell.box.begin[2] += i * kVoxels;
    cell.box.end[2] += i * kVoxels;
    cell.classification = said(cell.annotation, i + 1 == count ? 0.61 : 0.98 - 0.02 * static_cast<double>(i));
    slide.cells.push_back(cell);
  }
  slide.sample_id = "S-2026-0001";
  slide.donor_id = "donor 1";
  slide.simulated = true;
  slide.provenance = {{"acquisition", "", "", "2026-01-02T03:04:05Z", "{}", "", "", "simulated microscope"}};
  return slide;
}

// For people to judge: only where the environment names a folder.
void keepScreenshot(QWidget& window, const QString& name) {
  const QString folder = qEnvironmentVariable("TOMOCYTE_SCREENSHOTS");
  if (folder.isEmpty()) return;
  QTest::qWait(400);  // thumbnails come one after the other
  window.grab().save(QDir(folder).filePath(name + ".png"));
}

// A window with a catalog of its own, in which somebody has signed in.
class Day {
 public:
  Day() {
    QSettings().clear();
    options.password.log2_cost = 4;  // guessing is not what this test is about
    window.show();
    window.activateWindow();  // without a window manager nobody else does, and shortcuts need it
    REQUIRE(QTest::qWaitForWindowActive(&window, kPatienceMs));
    window.samples().openCatalog(location(), options);
  }
  ~Day() { QSettings().clear(); }
  [[nodiscard]] CatalogLocation location() const { return catalog_location((folder / "lab.sqlite").string()); }
  [[nodiscard]] SamplesView& view() { return window.samples(); }
  [[nodiscard]] QListView& gallery() { return view().review().list(); }

  // What another station sees, with a connection of its own.
  [[nodiscard]] Catalog other() const { return Catalog(location(), options); }
  [[nodiscard]] Sample sample() const { return list_samples(other()).at(0); }

  void type(const char* field, const char* text) {
    auto* edit = view().findChild<QLineEdit*>(field);
    REQUIRE(edit);
    edit->setText(text);
  }
  void createAccounts() {
    REQUIRE(
        QTest::qWaitFor([this] { return view().findChild<QLineEdit*>("reviewer account")->isVisible(); }, kPatienceMs));
    keepScreenshot(window, "samples-first-start");
    type("reviewer full name", "Kim Min-ji");
    type("reviewer account", "kim");
    type("administrator full name", "Dr. Park");
    for (const char* field :
         {"reviewer password", "reviewer repeated", "administrator password", "administrator repeated"})
      type(field, kPassword);
    view().findChild<QPushButton*>("account go")->click();
    REQUIRE(QTest::qWaitFor([this] { return view().user().has_value(); }, kPatienceMs));
  }
  void import() {
    keepScreenshot(window, "samples-empty");
    std::filesystem::create_directory(folder / "scans");
    static const Scan first = slide_of({"monocyte", "t-lymphocyte", "neutrophil", "monocyte"}, 10);
    static const Scan second = slide_of({"neutrophil", "b-lymphocyte", "neutrophil", "neutrophil"}, 20);
    write_scan(folder / "scans" / "a.tomocyte.h5", first);
    write_scan(folder / "scans" / "b.tomocyte.h5", second);
    view().importFiles({folder / "scans"});
    REQUIRE(QTest::qWaitFor([this] { return view().review().model().cells().size() == 8; }, kPatienceMs));
  }
  // The catalog has `changes` more of the sample than at the last call, and the report is of them.
  void settle(int changes) {
    settled_ += changes;
    const auto done = [this] {
      const auto& report = view().report().report();
      return report && report->sample.revision == settled_ && sample().revision == settled_;
    };
    REQUIRE(QTest::qWaitFor(done, kPatienceMs));
  }
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&gallery(), key, modifiers); }

  // Presses the panel's button and fills in the dialog.
  void sign(const char* button, const char* reasonField = nullptr, const char* reason = nullptr) {
    QTimer::singleShot(200, [=] {
      auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
      if (!dialog) return;
      dialog->findChild<QLineEdit*>("password")->setText(kPassword);
      if (reasonField) dialog->findChild<QLineEdit*>(reasonField)->setText(reason);
      dialog->accept();
    });
    for (auto* candidate : view().report().findChildren<QPushButton*>())
      if (candidate->text() == QString::fromUtf8(button)) {
        REQUIRE(candidate->isEnabled());
        candidate->click();
      }
  }
  std::string exported(const char* key) {
    const auto& formats = reportFormats();
    const ReportFormat& format = *std::ranges::find(formats, std::string(key), &ReportFormat::key);
    const auto path = folder / (std::string("report") + format.ending);
    std::filesystem::remove(path);
    view().report().exportTo(path, format);
    REQUIRE(QTest::qWaitFor([&] { return std::filesystem::exists(path) && !window.job().busy(); }, kPatienceMs));
    return path.string();
  }

  Folder folder;
  CatalogOptions options;
  MainWindow window;

 private:
  std::int64_t settled_ = 2;  // its two scans
};

std::string classOf(const Catalog& catalog, RecordId cell) { return get_cell(catalog, cell).call.cell_class; }

void call(Catalog& catalog, const CatalogCell& cell, const CellCall& as) {
  const ReviewRequest request{cell.id, cell.version, as, ""};
  review_cells(catalog, {&request, 1});
}

}  // namespace

TEST_CASE("a sample is imported, reviewed by keys, undone, signed, exported and amended in the window") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  Day day;
  day.createAccounts();
  day.import();
  REQUIRE(day.view().worklist().rowCount() == 1);
  const auto shown = [&](int column) { return day.view().worklist().index(0, column).data().toString(); };
  CHECK(shown(WorklistModel::kSample).contains("SIMULATED"));
  CHECK(shown(WorklistModel::kState).contains("to review"));
  CHECK(shown(WorklistModel::kReviewed) == "0 of 8");
  const Catalog other = day.other();
  for (const CatalogCell& cell : day.view().review().model().cells()) CHECK(!cell_thumbnail(other, cell.id).empty());
  keepScreenshot(day.window, "samples-to-review");

  // The two of which the model is not sure come first.
  const RecordId first = day.view().review().model().cellAt(0).id;
  CHECK(classOf(other, first).empty());
  day.gallery().setFocus();
  day.press(Qt::Key_M);
  day.settle(1);
  CHECK(classOf(other, first) == "monocyte");
  CHECK(day.sample().counts.reviewed == 1);
  day.press(Qt::Key_Z, Qt::ControlModifier);
  day.settle(1);
  CHECK(classOf(other, first).empty());
  CHECK(day.sample().counts.reviewed == 0);
  day.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
  day.settle(1);
  CHECK(classOf(other, first) == "monocyte");
  CHECK(reviews_of_cell(other, first).size() == 3);

  // Quickly, each key for the next cell.
  const int row = day.view().review().model().rowOf(first);
  day.gallery().setCurrentIndex(day.view().review().model().index(row + 1));
  day.press(Qt::Key_N);
  for (int i = 0; i < 6; ++i) day.press(Qt::Key_Space);
  day.settle(7);
  CHECK(day.sample().counts == SampleCounts{2, 8, 8, 0});
  CHECK(day.sample().state == SampleState::kToSign);
  CHECK(shown(WorklistModel::kReviewed) == "8 of 8");

  day.sign("Sign…");
  REQUIRE(QTest::qWaitFor([&] { return day.sample().state == SampleState::kDone; }, kPatienceMs));
  REQUIRE(QTest::qWaitFor([&] { return day.view().report().report()->is_signed; }, kPatienceMs));
  keepScreenshot(day.window, "samples-signed");
  const std::string text = output_of("pdftotext -layout " + day.exported("pdf") + " -");
  CHECK(contains(text, "S-2026-0001"));
  CHECK(contains(text, "Kim Min-ji"));
  CHECK_FALSE(contains(text, "NOT SIGNED"));
  const std::string csv = bytes_of(day.exported("csv"));
  CHECK(contains(csv, "Neutrophils"));
  CHECK(contains(csv, "SIMULATED"));
  for (const ReportFormat& format : reportFormats()) CHECK(std::filesystem::file_size(day.exported(format.key)) > 0);

  day.gallery().setCurrentIndex(day.view().review().model().index(7));
  day.press(Qt::Key_A);
  day.settle(1);
  CHECK(day.sample().state == SampleState::kToSign);
  day.sign("Amend…", "amendment reason", "one cell was an artefact");
  REQUIRE(QTest::qWaitFor([&] { return day.sample().signed_version == 2; }, kPatienceMs));
  const auto reports = signed_reports(other, day.sample().id);
  REQUIRE(reports.size() == 2);
  CHECK(reports[0].differential.white_cells == 8);
  CHECK(reports[1].differential.white_cells == 7);
  CHECK(reports[1].amendment_reason == "one cell was an artefact");
}

TEST_CASE("a colleague's review is not overwritten: the notice says who changed the cell to what") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  Day day;
  day.createAccounts();
  day.import();
  const CatalogCell cell = day.view().review().model().cellAt(0);
  Catalog colleague = day.other();
  sign_in(colleague, "admin", kPassword);
  add_user(colleague, {"lee", "Lee Jun", Role::kTechnician, kPassword});
  sign_in(colleague, "lee", kPassword);
  call(colleague, cell, {"basophil", {}});

  day.gallery().setFocus();
  day.press(Qt::Key_M);
  REQUIRE(QTest::qWaitFor([&] { return day.view().notices().shows("review"); }, kPatienceMs));
  const auto* notice = day.view().notices().findChild<QLabel*>();
  CHECK(contains(notice->text().toStdString(), "changed by lee from unidentified to basophil"));
  CHECK(classOf(colleague, cell.id) == "basophil");
  // The gallery shows what is true now.
  const auto rowShown = [&] { return day.view().review().model().rowOf(cell.id); };
  REQUIRE(QTest::qWaitFor(
      [&] { return rowShown() >= 0 && day.view().review().model().cellAt(rowShown()).call.cell_class == "basophil"; },
      kPatienceMs));

  // Signing with cells left needs a reason.
  day.settle(1);
  keepScreenshot(day.window, "samples-conflict");
  day.sign("Sign…", "override reason", "the tube is clotted");
  REQUIRE(QTest::qWaitFor([&] { return day.sample().signed_version == 1; }, kPatienceMs));
  CHECK(contains(signed_reports(colleague, day.sample().id).at(0).comments.at(0), "the tube is clotted"));
}

TEST_CASE("a second reader is blind to review and report, and the agreement is told when the reading is closed") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  Day day;
  day.createAccounts();
  day.import();
  ReviewView& review = day.view().review();
  const RecordId first = review.model().cellAt(0).id;
  day.gallery().setFocus();
  day.press(Qt::Key_M);
  day.press(Qt::Key_N);
  day.settle(2);
  review.startReading();
  REQUIRE(QTest::qWaitFor([&] { return review.isReading() && review.model().rowCount() == 8; }, kPatienceMs));
  CHECK_FALSE(day.view().report().isVisible());
  CHECK(review.model().cellAt(review.model().rowOf(first)).call.cell_class.empty());
  day.gallery().setCurrentIndex(review.model().index(review.model().rowOf(first)));
  day.press(Qt::Key_M);
  day.press(Qt::Key_O);
  keepScreenshot(day.window, "samples-second-reading");
  review.closeReading();
  REQUIRE(QTest::qWaitFor([&] { return day.view().notices().shows("review"); }, kPatienceMs));
  // Monocyte twice, neutrophil against basophil: 1 of 2 agree, by chance 1/4 would: kappa = (1/2 - 1/4) / (3/4).
  const auto* notice = day.view().notices().findChild<QLabel*>();
  CHECK(contains(notice->text().toStdString(), "1 of 2 cells"));
  CHECK(contains(notice->text().toStdString(), "kappa 0.33"));
  CHECK(day.view().report().isVisible());
  CHECK(day.sample().counts.reviewed == 2);  // the reading changed nothing
}

TEST_CASE("a locked window shows no sample, and a missing scan file is explained") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  Day day;
  day.createAccounts();
  day.import();
  day.view().lock("Locked.");
  CHECK_FALSE(day.view().user());
  CHECK_FALSE(day.gallery().isVisible());
  std::filesystem::remove(day.folder / "scans" / "a.tomocyte.h5");
  day.type("user", "kim");
  day.type("user password", "wrong horse");
  day.view().findChild<QPushButton*>("account go")->click();
  auto* refusal = day.view().findChild<QLabel*>("refusal");
  REQUIRE(QTest::qWaitFor([&] { return refusal->text().contains("wrong"); }, kPatienceMs));
  keepScreenshot(day.window, "samples-sign-in");
  day.type("user password", kPassword);
  day.view().findChild<QPushButton*>("account go")->click();
  REQUIRE(QTest::qWaitFor([&] { return day.gallery().isVisible(); }, kPatienceMs));
  const RecordId sample = day.sample().id;
  REQUIRE(QTest::qWaitFor([&] { return !day.view().worklist().problemOf(sample).isEmpty(); }, kPatienceMs));
  CHECK(day.view().worklist().problemOf(sample).contains("no longer there"));

  day.type("worklist search", "no such sample");
  REQUIRE(QTest::qWaitFor([&] { return day.view().worklist().rowCount() == 0; }, kPatienceMs));
  day.type("worklist search", "s-2026");
  REQUIRE(QTest::qWaitFor([&] { return day.view().worklist().rowCount() == 1; }, kPatienceMs));
}
