// The tab of the laboratory's samples in the main window.
#include <QDockWidget>
#include <QLabel>
#include <QTabWidget>

#include "core/error.h"
#include "core/files/import.h"
#include "ui/background_job.h"
#include "ui/cell_table_view.h"
#include "ui/main_window.h"
#include "ui/microscope/microscope_view.h"
#include "ui/samples/samples_view.h"
#include "ui/viewer/compare_view.h"

namespace tomocyte {

void MainWindow::addSamples() {
  samples_ = new SamplesView(job_);
  tabs_->addTab(samples_, QStringLiteral("Samples"));
  connect(samples_, &SamplesView::message, this, [this](const QString& text) { stage_->setText(text); });
  connect(samples_, &SamplesView::openWanted, this, &MainWindow::openCell);
  connect(tabs_, &QTabWidget::currentChanged, this, &MainWindow::makeRoomForSamples);
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
  job_->start(QStringLiteral("Opening ") + QString::fromStdString(path.filename().string()),
              [this, path, label](const Progress& progress) -> BackgroundJob::Finish {
                auto scan = std::make_shared<Scan>(open_scan(path, {}, progress));
                return [this, scan, path, label] {
                  setPath(path);
                  showScan(scan, path, false);
                  cells_->selectCell(label);
                };
              });
}

void MainWindow::offerToWorklist(const std::vector<std::filesystem::path>& files) {
  samples_->takeAcquired(files);
  if (samples_->user()) return;
  microscope_->notices().clear("worklist");
  microscope_->notices().post("worklist", tr("Nobody is signed in: the scan is not in the worklist yet."),
                              {{tr("Sign in…"), [this] { tabs_->setCurrentWidget(samples_); }}});
}

}  // namespace tomocyte
