// What the review reads from the catalog and stores in it. The gallery shows a review at once; a refused one is taken
// back by reading the sample again.
#include <QAction>
#include <QImage>
#include <QListView>
#include <algorithm>

#include "app/workflow/laboratory_settings.h"
#include "core/catalog/cells.h"
#include "core/catalog/readings.h"
#include "core/catalog/samples.h"
#include "ui/samples/catalog_thread.h"
#include "ui/samples/class_panel.h"
#include "ui/samples/review_history.h"
#include "ui/samples/review_view.h"
#include "ui/samples/scatter_charts.h"

namespace tomocyte {
namespace {

// A review is stored within a millisecond, before the window shows it; a slow network or disk is not waited for.
constexpr std::chrono::milliseconds kLongestStore{20};

std::vector<CatalogCell> cellsOf(const Catalog& catalog, const std::vector<RecordId>& ids) {
  std::vector<CatalogCell> cells;
  for (const RecordId id : ids) cells.push_back(get_cell(catalog, id));
  return cells;
}

}  // namespace

void ReviewView::setSample(const Sample& sample) {
  const bool same = sample.id == sample_.id;
  if (!same) clear();
  sample_ = sample;
  showProgress();
  load(same);
}

void ReviewView::load(bool same) {
  if (sample_.id == 0) return;
  catalog_->post([this, id = sample_.id, reading = reading_, same](Catalog& catalog) -> CatalogThread::Finish {
    const Sample sample = get_sample(catalog, id);
    auto cells = std::make_shared<std::vector<CatalogCell>>(reading ? list_blinded_cells(catalog, reading, {.limit = 0})
                                                                    : list_cells(catalog, {.sample = id, .limit = 0}));
    const DifferentialTable table = laboratory_settings(catalog).classes;
    return [this, sample, cells, table, reading, same] {
      if (sample_.id != sample.id || reading_ != reading) return;
      const bool changed = sample_.revision != sample.revision;
      const std::vector<RecordId> kept = selected();
      sample_ = sample;
      loaded_ = true;
      model_->setTable(table);
      charts_->setSimulated(sample.simulated);
      model_->setCells(std::move(*cells), same);
      classes_->setCells(model_->cells(), model_->table());
      if (!same && model_->rowCount() > 0) selectRow(0);
      for (const RecordId cell : kept)
        if (const int row = model_->rowOf(cell); row >= 0)
          list_->selectionModel()->setCurrentIndex(model_->index(row), QItemSelectionModel::Select);
      showProgress();
      if (changed) Q_EMIT sampleChanged(sample_);
    };
  });
}

void ReviewView::clear() {
  sample_ = {};
  loaded_ = false;
  forgetHistory();
  model_->setCells({}, false);
  classes_->setCells({}, model_->table());
  showProgress();
}

void ReviewView::forgetHistory() {
  setReading(0);
  history_ = std::make_shared<ReviewHistory>();
  undo_->setEnabled(false);
  redo_->setEnabled(false);
}

void ReviewView::askThumbnail(RecordId cell) {
  catalog_->postIdle([this, cell](Catalog& catalog) -> CatalogThread::Finish {
    const std::string png = cell_thumbnail(catalog, cell);
    QImage image;
    if (png.empty() || !image.loadFromData(QByteArray::fromStdString(png), "PNG")) return {};
    return [this, cell, image] { model_->setThumbnail(cell, image); };
  });
}

void ReviewView::review(const std::vector<RecordId>& cells, const std::function<CellCall(const CellCall&)>& change) {
  if (cells.empty()) return;
  std::vector<ReviewRequest> requests;
  std::vector<CatalogCell> changed;
  int last = -1;
  for (const RecordId id : cells) {
    const int row = model_->rowOf(id);
    if (row < 0) continue;
    last = std::max(last, row);
    CatalogCell cell = model_->cellAt(row);
    const CellCall to = change(cell.call);
    requests.push_back({id, cell.version, to, {}});
    cell.reviewed = true;
    cell.call = to;
    ++cell.version;  // as the catalog will count it: the next key may come before the catalog has answered
    changed.push_back(cell);
  }
  const RecordId next = last + 1 < model_->rowCount() ? model_->cellAt(last + 1).id : 0;
  model_->replaceCells(changed);
  classes_->count(model_->cells());
  selectAfter(last, next);
  if (isReading())
    callCells(changed);
  else
    store(requests);
  catalog_->settle(kLongestStore);
}

void ReviewView::store(const std::vector<ReviewRequest>& requests) {
  catalog_->post(
      [this, history = history_, requests, id = sample_.id](Catalog& catalog) -> CatalogThread::Finish {
        history->review(catalog, requests);
        const Sample sample = get_sample(catalog, id);
        return [this, sample, undo = history->canUndo(), redo = history->canRedo()] { stored(sample, {}, undo, redo); };
      },
      [this](const CatalogThread::Refusal& refusal) {
        Q_EMIT notice(refusal.text());
        load(true);
      });
}

// The cell that came after the reviewed ones, so that the next key is for it.
void ReviewView::selectAfter(int row, RecordId wanted) {
  const int found = wanted ? model_->rowOf(wanted) : -1;
  const int next = found >= 0 ? found : std::min(row, model_->rowCount() - 1);
  if (next >= 0) selectRow(next);
  showProgress();
}

void ReviewView::takeBack(bool redo) {
  if (sample_.id == 0) return;
  catalog_->post(
      [this, history = history_, redo, id = sample_.id](Catalog& catalog) -> CatalogThread::Finish {
        const std::vector<RecordId> changed = redo ? history->redo(catalog) : history->undo(catalog);
        auto cells = std::make_shared<std::vector<CatalogCell>>(cellsOf(catalog, changed));
        const Sample sample = get_sample(catalog, id);
        return [this, sample, cells, undo = history->canUndo(), again = history->canRedo()] {
          stored(sample, *cells, undo, again);
        };
      },
      [this](const CatalogThread::Refusal& refusal) {
        Q_EMIT notice(tr("This can no longer be undone. %1").arg(refusal.text()));
        load(true);
      });
}

// `cells`: what an undo has changed.
void ReviewView::stored(const Sample& sample, const std::vector<CatalogCell>& cells, bool canUndo, bool canRedo) {
  if (sample.id != sample_.id) return;
  sample_ = sample;
  undo_->setEnabled(canUndo);
  redo_->setEnabled(canRedo);
  if (!cells.empty()) {
    model_->replaceCells(cells);
    classes_->count(model_->cells());
    if (const int row = model_->rowOf(cells.front().id); row >= 0) selectRow(row);
  }
  showProgress();
  Q_EMIT sampleChanged(sample);
}

}  // namespace tomocyte
