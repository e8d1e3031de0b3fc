// The actions of the main window: each starts the background job and shows its result.
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QSettings>
#include <QTabWidget>
#include <QTimer>
#include <chrono>

#include "app/workflow/classify_scan.h"
#include "app/workflow/model_cards.h"
#include "core/error.h"
#include "core/files/export.h"
#include "core/files/import.h"
#include "core/files/scan_file.h"
#include "core/provenance.h"
#include "ui/background_job.h"
#include "ui/hologram_view.h"
#include "ui/main_window.h"
#include "ui/models/model_panel.h"
#include "ui/models/training_dialog.h"
#include "ui/painting.h"
#include "ui/pictures.h"
#include "ui/scan_copy.h"
#include "ui/side_panel.h"

namespace tomocyte {
namespace {

constexpr int kRecentFiles = 8;
constexpr auto kPreviewInterval = std::chrono::milliseconds(600);

// Called on the acquisition's thread: copies the frame and posts it to the view. A preview is computed only now
// and then, so that watching slows the acquisition little.
FrameCallback postTo(HologramView* view) {
  return [view, last = std::chrono::steady_clock::time_point{}](Index angle, const HologramStack& stack) mutable {
    auto frame = std::make_shared<LiveFrame>();
    frame->angle = angle;
    frame->angles = stack.holograms.shape(0);
    frame->bit_depth = stack.bit_depth;
    frame->pixel_size_um = stack.setup.pixel_size_um;
    const auto counts = stack.holograms[angle];
    frame->counts = Array<std::uint16_t, 2>(counts.shape());
    std::copy(counts.data(), counts.data() + counts.size(), frame->counts.data());
    if (std::chrono::steady_clock::now() - last > kPreviewInterval) {
      try {
        frame->preview = preview_hologram(stack, angle);
      } catch (const InputError&) {
        frame->preview.reset();  // a frame that cannot be demodulated is still shown; the reconstruction will say why
      }
      last = std::chrono::steady_clock::now();
    }
    QMetaObject::invokeMethod(
        view, [view, frame] { view->showLive(*frame); }, Qt::QueuedConnection);
  };
}

}  // namespace

QString MainWindow::lastFolder() const { return QSettings().value("folder", QString()).toString(); }

void MainWindow::setPath(const std::filesystem::path& path) {
  path_ = path;
  const QString name = QString::fromStdString(std::filesystem::absolute(path).string());
  recent_.removeAll(name);
  recent_.prepend(name);
  while (recent_.size() > kRecentFiles) recent_.removeLast();
  QSettings().setValue("folder", QFileInfo(name).absolutePath());
  fillRecentMenu();
}

bool MainWindow::mayDiscard() {
  if (!unsaved_) return true;
  const auto answer = QMessageBox::question(
      this, QStringLiteral("Tomocyte"), tr("This scan has results that are not saved. Save them?"),
      QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
  if (answer == QMessageBox::Save) save();  // goes on in the background: whoever asked asks again when it is done
  return answer == QMessageBox::Discard;
}

void MainWindow::chooseFile() {
  if (!mayDiscard()) return;
  const QString path =
      QFileDialog::getOpenFileName(this, tr("Open a scan"), lastFolder(),
                                   tr("Scans and holograms (*.h5 *.hdf5 *.tif *.tiff *.npz *.TCF);;All files (*)"));
  if (!path.isEmpty()) openFile(path.toStdString());
}

void MainWindow::openFile(const std::filesystem::path& path) {
  job_->start(tr("Opening %1").arg(QString::fromStdString(path.filename().string())),
              [this, path](const Progress& progress) -> BackgroundJob::Finish {
                auto scan = std::make_shared<Scan>(open_scan(path, {}, progress));
                return [this, scan, path] {
                  setPath(path);
                  showScan(scan, path, false);
                };
              });
}

void MainWindow::save() {
  const QString suggested = path_.empty()
                                ? lastFolder() + "/" + QString::fromStdString(scan_->sample_id) + ".tomocyte.h5"
                                : QString::fromStdString(path_.string());
  QString path = QFileDialog::getSaveFileName(this, tr("Save the scan"), suggested, tr("Tomocyte scan (*.h5)"));
  if (path.isEmpty()) {
    closeWhenIdle_ = false;
    return;
  }
  if (QFileInfo(path).suffix().isEmpty()) path += ".tomocyte.h5";
  saveTo(path.toStdString());
}

bool MainWindow::saveTo(const std::filesystem::path& path) {
  if (job_->busy() || !scan_) return false;
  job_->start(tr("Saving"), [this, path, scan = scan_](const Progress& progress) -> BackgroundJob::Finish {
    write_scan(path, *scan, progress);
    return [this, path] {
      unsaved_ = false;
      setPath(path);
      if (!justRun_) return;
      justRun_ = scan_->cells.empty();  // refused with the reason, and offered once more when it has some
      offerToWorklist({path}, {});
    };
  });
  return true;
}

void MainWindow::acquire() {
  if (!mayDiscard()) return;
  tabs_->setCurrentIndex(tabs_->indexOf(holograms_));
  job_->start(tr("Acquiring (simulated)"),
              [this, options = options_.simulation,
               live = postTo(holograms_)](const Progress& progress) -> BackgroundJob::Finish {
                auto scan = std::make_shared<Scan>(simulate_scan(options, progress, live));
                return [this, scan] { showScan(scan, {}, true); };
              });
}

void MainWindow::runAll() {
  if (!mayDiscard()) return;
  tabs_->setCurrentIndex(tabs_->indexOf(holograms_));
  job_->start(tr("Acquire, reconstruct, measure (simulated)"),
              [this, options = options_, model = panel_->models().model(),
               live = postTo(holograms_)](const Progress& progress) -> BackgroundJob::Finish {
                MainJobOptions job = options;
                if (!model.empty()) job.model = open_model(model, options.device);
                auto scan = std::make_shared<Scan>(run_main_job(job, progress, live));
                return [this, scan] {
                  showScan(scan, {}, true);
                  justRun_ = true;
                };
              });
}

// It stays the one that was just run.
void MainWindow::showResult(std::shared_ptr<const Scan> scan) {
  const bool justRun = justRun_;
  showScan(std::move(scan), path_, true);
  justRun_ = justRun;
}

void MainWindow::reconstruct() {
  job_->start(tr("Reconstructing"),
              [this, source = scan_, options = options_.reconstruction,
               device = options_.device](const Progress& progress) -> BackgroundJob::Finish {
                auto scan = std::make_shared<Scan>(copyOf(*source));
                reconstruct_scan(*scan, options, device, progress);
                return [this, scan] { showResult(scan); };
              });
}

void MainWindow::measure() {
  job_->start(
      tr("Measuring"),
      [this, source = scan_, options = options_.measurement](const Progress& progress) -> BackgroundJob::Finish {
        auto scan = std::make_shared<Scan>(copyOf(*source));
        measure_scan(*scan, options, progress);
        return [this, scan] { showResult(scan); };
      });
}

void MainWindow::classify() {
  job_->start(tr("Classifying"),
              [this, source = scan_, folder = panel_->models().model(),
               device = options_.device](const Progress& progress) -> BackgroundJob::Finish {
                auto scan = std::make_shared<Scan>(copyOf(*source));
                classify_scan(*scan, *open_model(folder, device), progress);
                return [this, scan] { showResult(scan); };
              });
}

void MainWindow::trainModel() {
  auto* dialog = new TrainingDialog(options_.device, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &TrainingDialog::trained, this,
          [this](const std::filesystem::path& model) { panel_->models().choose(model); });
  dialog->show();
}

void MainWindow::exportCells() {
  const QString path =
      QFileDialog::getSaveFileName(this, tr("Export the cell table"), lastFolder() + "/cells.csv", tr("CSV (*.csv)"));
  if (path.isEmpty()) return;
  try {
    export_cells_csv(path.toStdString(), *scan_);
  } catch (const Error& error) {
    showError(QString::fromStdString(error.what()), QString::fromStdString(error.remedy()));
  }
}

void MainWindow::savePicture() {
  const QString path = QFileDialog::getSaveFileName(this, tr("Save an overview picture"),
                                                    lastFolder() + "/overview.png", tr("PNG (*.png)"));
  if (path.isEmpty()) return;
  try {
    render_overview(*scan_, path.toStdString());
  } catch (const Error& error) {
    showError(QString::fromStdString(error.what()), QString::fromStdString(error.remedy()));
  }
}

void MainWindow::about() {
  QMessageBox::about(
      this, QStringLiteral("Tomocyte"),
      QCoreApplication::translate(
          "main_window_actions", "<b>%1</b> (%2)<br>Label-free hematology by optical diffraction tomography.<br><br>%3")
          .arg(QString::fromStdString(program_version()), QString::fromStdString(git_revision()),
               QString::fromUtf8(kResearchUseOnly)));
}

}  // namespace tomocyte
