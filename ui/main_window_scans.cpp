// Scans with the connected instrument: started, resumed after an interruption, and their complete cells kept.
#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>

#include "app/workflow/model_cards.h"
#include "core/error.h"
#include "core/files/import.h"
#include "ui/background_job.h"
#include "ui/interrupted_scans.h"
#include "ui/main_window.h"
#include "ui/microscope/microscope_view.h"
#include "ui/microscope/positions_panel.h"
#include "ui/microscope/scan_dialog.h"
#include "ui/models/model_panel.h"
#include "ui/notice_bar.h"
#include "ui/side_panel.h"

namespace tomocyte {

InstrumentScanOptions MainWindow::scanOptions(const std::filesystem::path& output) {
  InstrumentScanOptions options;
  options.output = output;
  options.reconstruction = options_.reconstruction;
  options.measurement = options_.measurement;
  options.device = options_.device;
  options.pause = pause_ = std::make_shared<Pause>();
  const int bits = microscope_->instrument()->camera()->bit_depth();
  options.on_frame = [view = microscope_, bits](Index position, Index angle, const CameraFrame& frame) {
    view->postScanFrame(position, angle, frame, bits);
  };
  options.on_focus = [view = microscope_](double zUm, double contrast) { view->postFocus(zUm, contrast); };
  return options;
}

void MainWindow::scanPositions() { scanPlaces(microscope_->positions().positions(), {}); }

void MainWindow::scanPlaces(const std::vector<StagePosition>& places, const std::optional<SampleInformation>& again) {
  if (job_->busy() || !mayDiscard()) return;
  const auto instrument = microscope_->instrument();
  ScanPlan plan;
  plan.positions = places;
  const auto& place = microscope_->positions().background();
  plan.background = place.value_or(plan.positions.front());
  ScanDialog dialog(std::move(plan), place.has_value(), *instrument->config().setup, this);
  if (again) dialog.scanAgain(*again);
  if (dialog.exec() != QDialog::Accepted) return;
  InstrumentScanOptions options = scanOptions(dialog.output());
  options.sample = dialog.sample();
  options.background = dialog.background();
  runScan(journal_of(options.output), options, options.sample.sample_id,
          [instrument, plan = dialog.plan()](const InstrumentScanOptions& own, const Progress& progress) {
            return scan_instrument(*instrument, plan, own, progress);
          });
}

// Between two cells; until then the button says what it waits for.
void MainWindow::pauseOrResume() {
  if (!pause_) return;
  if (pause_->requested())
    pause_->resume();
  else
    pause_->request();
  pauseButton_->setText(pause_->requested() ? tr("Resume") : tr("Pause"));
  pauseButton_->setToolTip(pause_->requested() ? tr("Go on with the next cell (F8)")
                                               : tr("Stop after this cell: light off, stage still (F8)"));
}

// The devices are lent: they come back when the job ends, or at once when another one runs. Then nothing was begun.
bool MainWindow::beginScan(const std::filesystem::path& journal) {
  if (job_->busy()) {
    microscope_->takeDevicesBack();
    return false;
  }
  rememberScan(journal);
  connect(
      job_, &BackgroundJob::ended, this,
      [this] {
        pause_.reset();
        microscope_->takeDevicesBack();
        offerInterruptedScans();
      },
      Qt::SingleShotConnection);
  return true;
}

void MainWindow::runScan(const std::filesystem::path& journal, const InstrumentScanOptions& options,
                         const std::string& sampleId, ScanRun run) {
  const std::filesystem::path model = panel_->models().model();
  microscope_->lendDevices([this, journal, options, sampleId, model, run = std::move(run)] {
    if (!beginScan(journal)) return;
    job_->start(
        tr("Scanning"),
        [this, options, sampleId, model, run](const Progress& progress) -> BackgroundJob::Finish {
          InstrumentScanOptions own = options;
          if (!model.empty()) own.model = open_model(model, own.device);
          return finishScan(run(own, progress), sampleId);
        },
        BackgroundJob::Kind::kAcquires);
  });
}

// On the job's thread; what it returns runs on the GUI thread.
std::function<void()> MainWindow::finishScan(const InstrumentScanResult& result, const std::string& sampleId) {
  auto scan = std::make_shared<Scan>(open_scan(result.files.front(), {}, {}));
  QString text = QCoreApplication::translate("main_window_scans", "%1 scan file(s) in %2")
                     .arg(result.files.size())
                     .arg(QString::fromStdString(result.files.front().parent_path().string()));
  for (const std::string& why : result.unprocessed) text += "; " + QString::fromStdString(why);
  return [this, scan, sampleId, files = result.files, text] {
    setPath(files.front());
    showScan(scan, files.front(), false);
    stage_->setText(text);
    offerToWorklist(files, sampleId);
  };
}

// What is known of an interrupted scan, and what may be done with it.
std::pair<QString, std::vector<NoticeBar::Action>> MainWindow::interruption(const std::filesystem::path& file) {
  const JournalReader reader(file);
  std::vector<NoticeBar::Action> actions;
  if (is_smear_journal(reader)) {
    const SmearJournal journal(file);
    actions.push_back({tr("Resume"), [this, file] { resumeSmear(file); }});
    return {QCoreApplication::translate("main_window_scans",
                                        "The scan of the smear \"%1\" was interrupted: %2 of %3 places are complete")
                .arg(QString::fromStdString(journal.description().sample_id))
                .arg(journal.position_count() - journal.missing())
                .arg(journal.position_count()),
            actions};
  }
  const ScanJournal journal(file);
  const auto complete = journal.complete_positions();
  const auto cells = std::ranges::count_if(complete, [](Index position) { return position > 0; });
  actions.push_back({tr("Resume"), [this, file] { resumeScan(file); }});
  if (cells > 0) actions.push_back({tr("Keep the complete cells"), [this, file] { sealInterrupted(file); }});
  return {QCoreApplication::translate("main_window_scans",
                                      "The scan of \"%1\" was interrupted: %2 of %3 cells are complete")
              .arg(QString::fromStdString(journal.description().sample_id))
              .arg(cells)
              .arg(journal.plan().positions.size()),
          actions};
}

void MainWindow::offerInterruptedScans() {
  for (const QString& path : interruptedScans()) {
    const std::filesystem::path file = path.toStdString();
    QString what;
    std::vector<NoticeBar::Action> actions;
    try {
      std::tie(what, actions) = interruption(file);
      what += " (" + path + ").";
    } catch (const Error& error) {
      what = QString::fromStdString(std::string(error.what()) + " " + error.remedy());
    }
    actions.push_back({tr("Do not ask again"), [file] { forgetScan(file); }});
    microscope_->notices().post("journal " + path, what, std::move(actions));
  }
}

void MainWindow::resumeScan(const std::filesystem::path& journal) {
  const auto instrument = microscope_->instrument();
  if (!instrument || !instrument->camera() || job_->busy() || !mayDiscard()) {
    if (!instrument || !instrument->camera()) stage_->setText(tr("Connect the instrument first, then resume the scan"));
    return offerInterruptedScans();
  }
  try {
    const std::string sampleId = ScanJournal(journal).description().sample_id;
    runScan(journal, scanOptions(std::filesystem::path(journal).replace_extension(".h5")), sampleId,
            [instrument, journal](const InstrumentScanOptions& own, const Progress& progress) {
              return resume_instrument_scan(*instrument, journal, own, progress);
            });
  } catch (const Error&) {  // the journal is gone or damaged by now: its notice says so
    offerInterruptedScans();
  }
}

void MainWindow::sealInterrupted(const std::filesystem::path& journal) {
  if (job_->busy()) return offerInterruptedScans();
  connect(job_, &BackgroundJob::ended, this, &MainWindow::offerInterruptedScans, Qt::SingleShotConnection);
  job_->start(tr("Keeping the complete cells"), [this, journal](const Progress& progress) -> BackgroundJob::Finish {
    const auto output = std::filesystem::path(journal).replace_extension(".h5");
    const Sealed sealed = seal_journal(journal, output, {}, progress);
    return [this, count = sealed.files.size(), folder = output.parent_path().string()] {
      stage_->setText(
          tr("%1 scan file(s) in %2; the rest can still be resumed").arg(count).arg(QString::fromStdString(folder)));
    };
  });
}

}  // namespace tomocyte
