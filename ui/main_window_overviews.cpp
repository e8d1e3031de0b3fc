// Looking over a slide for cells, and scanning a smear: both fill the stage map while they run.
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
          this, QStringLiteral("Find cells"),
          QStringLiteral("The stage goes over the region field by field; every cell that the phase shows is put "
                         "on the list of positions."),
          fieldsOf(overview_), QStringLiteral("Look for cells")))
    return;
  microscope_->lendDevices([this, instrument, options = overview_] {
    if (job_->busy()) return microscope_->takeDevicesBack();
    connect(job_, &BackgroundJob::ended, microscope_, &MicroscopeView::takeDevicesBack, Qt::SingleShotConnection);
    job_->start(QStringLiteral("Looking for cells"),
                [this, instrument, options](const Progress& progress) -> BackgroundJob::Finish {
                  const auto show = [view = microscope_](const StagePosition& at, const LiveImage& image) {
                    if (image.preview) view->postField(at, widthUmOf(*image.preview), mapPicture(*image.preview));
                  };
                  std::vector<StagePosition> places;
                  for (const FoundCell& cell : find_cells(*instrument, options, show, progress))
                    places.push_back(cell.position);
                  return [this, places] {
                    microscope_->positions().addPositions(places);
                    stage_->setText(QString("%1 cells found").arg(places.size()));
                  };
                });
  });
}

void MainWindow::scanSmear() {
  if (job_->busy()) return;
  std::vector<OptionField> fields = fieldsOf(smearRegion_);
  std::ranges::move(fieldsOf(smear_), std::back_inserter(fields));
  if (!askOptions(this, QStringLiteral("Scan a smear (simulated)"),
                  QStringLiteral("A region of a simulated smear at 260, 280 and 300 nm. The map of the tab Microscope "
                                 "fills in."),
                  std::move(fields), QStringLiteral("Choose the file and scan")))
    return;
  QString path = QFileDialog::getSaveFileName(this, QStringLiteral("Smear file"), lastFolder() + "/smear.tomocyte.h5",
                                              QStringLiteral("Smears (*.h5)"));
  if (path.isEmpty()) return;
  SmearJob job;
  job.scan = smear_;
  job.region = smearRegion_.region();
  job.output = path.toStdString();
  tabs_->setCurrentWidget(microscope_);
  job_->start(
      QStringLiteral("Scanning the smear (simulated)"),
      [this, job](const Progress& progress) mutable -> BackgroundJob::Finish {
        SimulatedSmearSession session(job.slide, job.microscope);
        const SmearPlan plan = smear_plan_of(job, session.plan());
        const SmearForecast forecast = smear_forecast(plan, session);
        job.on_tile = [view = microscope_, width = forecast.field.width_um, bits = job.microscope.bit_depth](
                          const SmearTile& tile, Index wavelength, const CameraFrame& frame) {
          if (wavelength == 0) view->postField({tile.x_um, tile.y_um, tile.z_um}, width, mapPicture(frame, bits));
        };
        const SmearResult result = scan_smear(session, plan, job, progress);
        return [this, result, file = job.output.string()] {
          stage_->setText(QString("%1 tiles in %2. SIMULATED.").arg(result.tiles).arg(QString::fromStdString(file)));
        };
      });
}

}  // namespace tomocyte
