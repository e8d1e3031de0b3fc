#include "day.h"

#include <QApplication>
#include <QDialog>
#include <QPushButton>
#include <QSettings>
#include <QTimer>
#include <algorithm>

#include "app/workflow/sample_report.h"
#include "app/workflow/simulated_cell.h"
#include "core/catalog/samples.h"
#include "core/files/scan_file.h"
#include "tests/catch.h"
#include "ui/background_job.h"
#include "ui/samples/export_report.h"
#include "ui/samples/report_panel.h"

namespace tomocyte::test {
namespace {

constexpr Index kVoxels = 32;

// A third of the network's voxels, few iterations: enough to be looked at.
ImagingOptions small_imaging() {
  ImagingOptions imaging;
  imaging.grid = {0.4, kVoxels};
  imaging.reconstruction.iterations = 4;
  return imaging;
}

}  // namespace

Classification said(const std::string& cell_class, double probability) {
  const std::string other = cell_class == "monocyte" ? "t-lymphocyte" : "monocyte";
  return {{{cell_class, probability}, {other, 1.0 - probability}},
          "test model",
          "sha256:12",
          probability < 0.8 ? "probability below 0.80" : ""};
}

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

Scan scan_of_cells(int count) {
  Scan scan;
  scan.sample_id = "S-2026-0002";
  scan.simulated = true;
  for (int label = 1; label <= count; ++label) {
    Cell cell;
    cell.label = label;
    const double size = 1.0 + 0.0001 * label;
    cell.indices = {200.0 * size, 180.0 * size, 0.9, 40.0 * size, 18.0, 1.36};
    cell.classification = said(label % 3 == 0 ? "monocyte" : "neutrophil", 0.99);
    scan.cells.push_back(cell);
  }
  scan.provenance = {{"acquisition", "", "", "2026-01-02T03:04:05Z", "{}", "", "", "simulated microscope"}};
  return scan;
}

void keepScreenshot(QWidget& window, const QString& name) {
  const QString folder = qEnvironmentVariable("TOMOCYTE_SCREENSHOTS");
  if (folder.isEmpty()) return;
  QTest::qWait(400);  // thumbnails come one after the other
  window.grab().save(QDir(folder).filePath(name + ".png"));
}

Day::Day() : Day(std::filesystem::path()) {}

Day::Day(const std::filesystem::path& catalog) : catalog_(catalog.empty() ? folder / "lab.sqlite" : catalog) {
  QSettings().clear();
  options.password.log2_cost = 4;  // guessing is not what this test is about
  window.show();
  window.activateWindow();  // without a window manager nobody else does, and shortcuts need it
  REQUIRE(QTest::qWaitForWindowActive(&window, kPatienceMs));
  window.samples().openCatalog(location(), options);
}

Day::~Day() { QSettings().clear(); }

Sample Day::sample() const { return list_samples(other()).at(0); }

void Day::type(const char* field, const char* text) {
  auto* edit = view().findChild<QLineEdit*>(field);
  REQUIRE(edit);
  edit->setText(text);
}

void Day::createAccounts() {
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

void Day::import() {
  keepScreenshot(window, "samples-empty");
  std::filesystem::create_directory(folder / "scans");
  static const Scan first = slide_of({"monocyte", "t-lymphocyte", "neutrophil", "monocyte"}, 10);
  static const Scan second = slide_of({"neutrophil", "b-lymphocyte", "neutrophil", "neutrophil"}, 20);
  write_scan(folder / "scans" / "a.tomocyte.h5", first);
  write_scan(folder / "scans" / "b.tomocyte.h5", second);
  view().importFiles({folder / "scans"});
  REQUIRE(QTest::qWaitFor([this] { return view().review().model().cells().size() == 8; }, kPatienceMs));
}

void Day::settle(int changes) {
  settled_ += changes;
  const auto done = [this] {
    const auto& report = view().report().report();
    return report && report->sample.revision == settled_ && sample().revision == settled_;
  };
  REQUIRE(QTest::qWaitFor(done, kPatienceMs));
}

void Day::sign(const char* button, const char* reasonField, const char* reason) {
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

std::string Day::exported(const char* key) {
  const auto& formats = reportFormats();
  const ReportFormat& format = *std::ranges::find(formats, std::string(key), &ReportFormat::key);
  const auto path = folder / (std::string("report") + format.ending);
  std::filesystem::remove(path);
  view().report().exportTo(path, format);
  REQUIRE(QTest::qWaitFor([&] { return std::filesystem::exists(path) && !window.job().busy(); }, kPatienceMs));
  return path.string();
}

}  // namespace tomocyte::test
