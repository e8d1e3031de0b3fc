// Looking over a slide for cells, and scanning a smear: both fill the stage map while they run.
#include <QCoreApplication>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QTabWidget>
#include <algorithm>
#include <iterator>

#include "app/workflow/find_cells.h"
#include "app/workflow/smear_job.h"
#include "core/error.h"
#include "ui/background_job.h"
#include "ui/main_window.h"
#include "ui/microscope/map_picture.h"
#include "ui/microscope/microscope_view.h"
#include "ui/microscope/positions_panel.h"
#include "ui/option_dialog.h"

namespace tomocyte {
void MainWindow::findCells() {
  const auto instrument = microscope_->instrument();
  if (!instrument || job_->busy()) return;
  if (!askOptions(
          this, tr("Find cells"),
          tr("The stage goes over the region field by field; every cell that the phase shows is put on the list of "
             "positions."),
          fieldsOf(overview_), tr("Look for cells")))
    return;
  microscope_->lendDevices([this, instrument, options = overview_] {
    if (job_->busy()) return microscope_->takeDevicesBack();
    connect(job_, &BackgroundJob::ended, microscope_, &MicroscopeView::takeDevicesBack, Qt::SingleShotConnection);
    job_->start(
        tr("Looking for cells"),
        [this, instrument, options](const Progress& progress) -> BackgroundJob::Finish {
          const auto show = [view = microscope_](const StagePosition& at, const LiveImage& image) {
            if (image.preview) view->postField(at, widthUmOf(*image.preview), mapPicture(*image.preview));
          };
          std::vector<StagePosition> places;
          for (const FoundCell& cell : find_cells(*instrument, options, show, progress))
            places.push_back(cell.position);
          return [this, places] {
            microscope_->positions().addPositions(places);
            stage_->setText(tr("%1 cells found").arg(places.size()));
          };
        },
        BackgroundJob::Kind::kAcquires);
  });
}

// Of the connected instrument when it scans smears, else of the simulated smear microscope.
MainWindow::SmearDevices MainWindow::smearDevices() const {
  if (const auto instrument = microscope_->instrument(); instrument && instrument->config().smear)
    return {instrument, nullptr, {}};
  return {nullptr, std::make_shared<SimulatedSmearSession>(SmearSlideOptions{}, SmearMicroscopeOptions{}), {}};
}

void MainWindow::scanSmear() {
  if (job_->busy()) return;
  try {
    SmearDevices devices = smearDevices();
    const SmearSource source = devices.source();
    const auto plan = [this, &source] { return smear_plan_of(smearJob(), source.offered); };
    const auto consequence = [&source, plan] {
      try {
        return QString::fromStdString(to_string(smear_forecast(plan(), source), plan()));
      } catch (const Error& error) {
        return QString::fromStdString(std::string(error.what()) + " " + error.remedy());
      }
    };
    // One sample's words are not the next one's.
    for (std::string* said : {&smearRequest_.sample_id, &smearRequest_.donor_id, &smearRequest_.notes}) said->clear();
    std::vector<OptionField> fields = fieldsOf(smearRequest_);
    if (devices.session)  // the simulated smear says itself what it is
      std::erase_if(fields, [](const OptionField& field) { return field.kind == OptionField::Kind::text; });
    std::ranges::move(fieldsOf(smear_), std::back_inserter(fields));
    const QString title = devices.session ? tr("Scan a smear (simulated)") : tr("Scan a smear");
    if (!askOptions(
            this, title,
            QCoreApplication::translate("main_window_overviews",
                                        "A region of a smear, field by field at each wavelength. The map of the tab "
                                        "Microscope fills in."),
            std::move(fields), tr("Choose the file and scan"), consequence))
      return;
    if (!devices.session && smearRequest_.sample_id.empty())
      return showError(tr("the sample needs an id"), tr("Enter it, then scan the smear."));
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Smear file"), lastFolder() + "/smear.tomocyte.h5", tr("Smears (*.h5)"));
    if (path.isEmpty()) return;
    SmearJob job = smearJob();
    job.output = path.toStdString();
    devices.sample = smearRequest_.sample();
    runSmear(devices, journal_of(job.output), job, plan());
  } catch (const Error& error) {
    showError(QString::fromUtf8(error.what()), QString::fromStdString(error.remedy()));
  }
}

SmearSource MainWindow::SmearDevices::source() const {
  return session ? smear_source(*session) : smear_source(*instrument, sample);
}

SmearJob MainWindow::smearJob() const {
  SmearJob job;
  job.scan = smear_;
  job.region = smearRequest_.region();
  job.background = smearRequest_.background();
  return job;
}

// `plan` absent: the journal's.
void MainWindow::runSmear(const SmearDevices& devices, const std::filesystem::path& journal, SmearJob job,
                          const std::optional<SmearPlan>& plan) {
  job.pause = pause_ = std::make_shared<Pause>();
  const auto begin = [this, devices, journal, job, plan] {
    if (!beginScan(journal)) return;
    tabs_->setCurrentWidget(microscope_);
    job_->start(
        tr("Scanning the smear"),
        [this, devices, journal, job, plan](const Progress& progress) mutable -> BackgroundJob::Finish {
          const SmearSource source = devices.source();
          const SmearDescription& description = source.description;
          job.on_tile = [view = microscope_, width = description.field().width_um, bits = description.bit_depth](
                            const SmearTile& tile, Index wavelength, const CameraFrame& frame) {
            if (wavelength == 0) view->postField({tile.x_um, tile.y_um, tile.z_um}, width, mapPicture(frame, bits));
          };
          const SmearResult result =
              plan ? scan_smear(source, *plan, job, progress) : resume_smear_job(source, journal, job, progress);
          const QString text = (description.simulated ? tr("%1 tiles in %2. SIMULATED.") : tr("%1 tiles in %2"))
                                   .arg(result.tiles)
                                   .arg(QString::fromStdString(job.output.string()));
          return [this, text] { stage_->setText(text); };
        },
        BackgroundJob::Kind::kAcquires);
  };
  if (devices.instrument)
    microscope_->lendDevices(begin);
  else
    begin();
}

void MainWindow::resumeSmear(const std::filesystem::path& file) {
  if (job_->busy()) return offerInterruptedScans();
  try {
    const SmearJournal journal(file);
    SmearDevices devices = smearDevices();
    if (devices.session && !journal.description().simulated)
      throw InputError(tr("the smear was scanned with an instrument that is not connected").toStdString(),
                       tr("Connect it, then resume the scan.").toStdString());
    if (devices.session) devices.session.reset(new SimulatedSmearSession(SimulatedSmearSession::of(journal)));
    SmearJob job;
    job.output = std::filesystem::path(file).replace_extension(".h5");
    runSmear(devices, file, job, std::nullopt);
  } catch (const Error& error) {
    showError(QString::fromUtf8(error.what()), QString::fromStdString(error.remedy()));
    offerInterruptedScans();
  }
}

}  // namespace tomocyte
