// The tab of the laboratory's samples in the main window.
#include <QDockWidget>
#include <QLabel>
#include <QTabWidget>
#include <QTimer>

#include "app/workflow/recorded_place.h"
#include "app/workflow/scan_again.h"
#include "core/error.h"
#include "core/files/import.h"
#include "core/files/scan_file.h"
#include "ui/background_job.h"
#include "ui/cell_table_view.h"
#include "ui/main_window.h"
#include "ui/microscope/microscope_view.h"
#include "ui/samples/samples_view.h"
#include "ui/viewer/compare_view.h"

namespace tomocyte {

void MainWindow::addSamples() {
  samples_ = new SamplesView(job_);
  tabs_->addTab(samples_, tr("Samples"));
  connect(samples_, &SamplesView::message, this, [this](const QString& text) { stage_->setText(text); });
  connect(samples_, &SamplesView::openWanted, this, &MainWindow::openCell);
  connect(samples_, &SamplesView::compareWanted, this, [this](const std::vector<CellPlace>& cells) {
    comparison_->setCells(cells);
    tabs_->setCurrentWidget(comparison_);
  });
  connect(tabs_, &QTabWidget::currentChanged, this, &MainWindow::makeRoomForSamples);
  connect(samples_, &SamplesView::driveWanted, this, &MainWindow::driveTo);
  connect(samples_, &SamplesView::signedIn, this, [this] { notices_->clear("worklist"); });
  samples_->setDriveChecks(
      {[this] { return microscope_->whyNotDrive(); }, [this] { return microscope_->whyNotScan(); }});
}

// Cells and options are about the open scan: beside the samples and a comparison they would only take room.
void MainWindow::makeRoomForSamples() {
  if (tabs_->currentWidget() != samples_ && tabs_->currentWidget() != comparison_) return giveRoomBack();
  for (const char* name : {"cells", "panel"})
    if (auto* dock = findChild<QDockWidget*>(name); dock && !dock->isHidden()) {
      hiddenDocks_.append(dock);
      dock->hide();
    }
}

void MainWindow::giveRoomBack() {
  for (QDockWidget* dock : hiddenDocks_) dock->show();
  hiddenDocks_.clear();
}

void MainWindow::openCell(const std::filesystem::path& path, int label) {
  if (job_->busy() || !mayDiscard()) return;
  job_->start(tr("Opening ") + QString::fromStdString(path.filename().string()),
              [this, path, label](const Progress& progress) -> BackgroundJob::Finish {
                auto scan = std::make_shared<Scan>(open_scan(path, {}, progress));
                return [this, scan, path, label] {
                  setPath(path);
                  showScan(scan, path, false);
                  cells_->selectCell(label);
                };
              });
}

void MainWindow::offerToWorklist(const std::vector<std::filesystem::path>& files, const std::string& sampleId) {
  samples_->takeAcquired(files, sampleId);
  if (samples_->user()) return;
  notices_->clear("worklist");
  notices_->post("worklist", tr("Nobody is signed in: the scan is not in the worklist yet."),
                 {{tr("Sign in…"), [this] { tabs_->setCurrentWidget(samples_); }}});
}

// The file is read in the background; what speaks against the drive is said in the tab of the samples.
void MainWindow::driveTo(const std::filesystem::path& file, const QString& sampleId, bool again) {
  if (job_->busy()) return;
  job_->start(tr("Reading where the cell lies"),
              [this, file, sampleId, again](const Progress& progress) -> BackgroundJob::Finish {
                const auto scan = std::make_shared<Scan>(read_scan(
                    file, {.holograms = false, .fields = false, .tomogram = false, .truth = false}, progress));
                return [this, scan, file, sampleId, again] {
                  QString why = again ? microscope_->whyNotScan() : microscope_->whyNotDrive();
                  std::optional<RecordedPlace> place;
                  try {
                    if (why.isEmpty()) place = place_to_return_to(*scan, microscope_->instrument()->simulated());
                  } catch (const Error& error) {
                    why = noticeText(QString::fromStdString(error.what()), QString::fromStdString(error.remedy()));
                  }
                  samples_->notices().clear("drive");
                  if (!why.isEmpty()) return samples_->notices().post("drive", why);
                  microscope_->driveTo(place->position);
                  tabs_->setCurrentWidget(microscope_);
                  stage_->setText(tr("The stage goes where the scan was taken (%1, %2, %3 µm). If the slide was moved "
                                     "since %4, another cell lies there.")
                                      .arg(place->position.x_um, 0, 'f', 1)
                                      .arg(place->position.y_um, 0, 'f', 1)
                                      .arg(place->position.z_um, 0, 'f', 1)
                                      .arg(QString::fromStdString(place->time_utc)));
                  if (!again) return;
                  SampleInformation sample = information_to_scan_again(*scan, file);
                  sample.sample_id = sampleId.toStdString();
                  QTimer::singleShot(0, this, [this, at = place->position, sample] { scanPlaces({at}, sample); });
                };
              });
}

}  // namespace tomocyte
