// The second reader's pass over a sample.
#include <QAction>
#include <QCoreApplication>
#include <QListView>

#include "app/workflow/reading_agreement.h"
#include "core/catalog/readings.h"
#include "ui/samples/catalog_thread.h"
#include "ui/samples/review_view.h"
#include "ui/samples/scatter_charts.h"

namespace tomocyte {
namespace {

QString agreementText(const ReadingAgreement& agreement) {
  if (agreement.cells == 0)
    return QCoreApplication::translate("review_view_reading",
                                       "The reading is closed. No cell of it has been reviewed yet.");
  if (!agreement.kappa)
    return QCoreApplication::translate("review_view_reading",
                                       "The reading is closed: %1 of %2 cells are what the review says.")
        .arg(agreement.same)
        .arg(agreement.cells);
  return QCoreApplication::translate("review_view_reading",
                                     "The reading is closed: %1 of %2 cells are what the review says, Cohen's kappa %3 "
                                     "(standard error %4).")
      .arg(agreement.same)
      .arg(agreement.cells)
      .arg(agreement.kappa->value, 0, 'f', 2)
      .arg(agreement.kappa->standard_error, 0, 'f', 2);
}

}  // namespace

void ReviewView::setReading(RecordId reading) {
  const bool changed = (reading != 0) != isReading();
  reading_ = reading;
  secondReading_->setChecked(isReading());
  charts_->setBlind(isReading());
  closeReading_->setVisible(isReading());
  for (QAction* action : {undo_, redo_}) action->setVisible(!isReading());  // the next call of a cell replaces the last
  if (changed) Q_EMIT readingChanged(isReading());
}

void ReviewView::startReading() {
  if (sample_.id == 0) return;
  catalog_->post(
      [this, id = sample_.id](Catalog& catalog) -> CatalogThread::Finish {
        return [this, id, reading = start_reading(catalog, id)] {
          if (sample_.id != id) return;
          forgetHistory();
          setReading(reading.id);
          model_->setCells({}, true);
          load(true);
          list_->setFocus();
        };
      },
      [this](const CatalogThread::Refusal& refusal) {
        setReading(0);
        Q_EMIT notice(refusal.text());
      });
}

void ReviewView::leaveReading() {
  setReading(0);
  load(true);
}

void ReviewView::closeReading() {
  catalog_->post(
      [this, reading = reading_](Catalog& catalog) -> CatalogThread::Finish {
        close_reading(catalog, reading);
        return [this, agreement = reading_agreement(catalog, reading)] {
          leaveReading();
          Q_EMIT notice(agreementText(agreement));
        };
      },
      [this](const CatalogThread::Refusal& refusal) { Q_EMIT notice(refusal.text()); });
}

void ReviewView::callCells(const std::vector<CatalogCell>& called) {
  std::vector<CellReading> calls;
  for (const CatalogCell& cell : called) calls.push_back({cell.id, cell.call});
  catalog_->post(
      [reading = reading_, calls](Catalog& catalog) -> CatalogThread::Finish {
        call_cells(catalog, reading, calls);
        return {};
      },
      [this](const CatalogThread::Refusal& refusal) {
        Q_EMIT notice(refusal.text());
        load(true);
      });
}

}  // namespace tomocyte
