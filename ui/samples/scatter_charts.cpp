#include "ui/samples/scatter_charts.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QItemSelection>
#include <QLabel>
#include <QListView>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/workflow/index_map.h"
#include "ui/background_job.h"
#include "ui/samples/catalog_thread.h"
#include "ui/samples/scatter_panel.h"

namespace tomocyte {
namespace {

constexpr int kQuietMs = 30;  // many cells change one after the other
constexpr int kFrameMs = 16;  // each chart in a frame of its own: the window is away half as long

std::vector<RecordId> idsOf(const std::vector<CatalogCell>& cells) {
  std::vector<RecordId> ids;
  ids.reserve(cells.size());
  for (const CatalogCell& cell : cells) ids.push_back(cell.id);
  return ids;
}

// Few ranges instead of many rows: a selection model is slow with each of them.
QItemSelection rowRanges(const GalleryModel& model, const std::vector<RecordId>& cells) {
  std::vector<int> rows;
  for (const RecordId cell : cells)
    if (const int row = model.rowOf(cell); row >= 0) rows.push_back(row);
  std::ranges::sort(rows);
  QItemSelection selection;
  for (std::size_t first = 0; first < rows.size();) {
    std::size_t last = first;
    while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1) ++last;
    selection.select(model.index(rows[first]), model.index(rows[last]));
    first = last + 1;
  }
  return selection;
}

}  // namespace

ScatterCharts::ScatterCharts(GalleryModel* model, QListView* gallery, bool drawn, QWidget* parent)
    : QWidget(parent), model_(model), gallery_(gallery), job_(new BackgroundJob(this)) {
  setObjectName(QStringLiteral("scatter charts"));
  if (!drawn) {
    auto* why =
        new QLabel(tr("This display cannot draw charts: it has no OpenGL 3.2. Over remote desktop, work at the "
                      "station itself. The review needs no charts."));
    why->setWordWrap(true);
    why->setAlignment(Qt::AlignCenter);
    auto* whole = new QVBoxLayout(this);
    whole->addWidget(why);
    return;
  }
  build();
  connectGallery();
}

ScatterCharts::~ScatterCharts() = default;

void ScatterCharts::build() {
  panels_ = {new ScatterPanel(QStringLiteral("scatter1"), {false, 0, 3}),
             new ScatterPanel(QStringLiteral("scatter2"), {true, 0, 2})};
  lasso_ = new QToolButton;
  auto* rectangle = new QToolButton;
  lasso_->setText(tr("Lasso"));
  rectangle->setText(tr("Rectangle"));
  auto* tools = new QButtonGroup(this);
  auto* row = new QHBoxLayout;
  row->addWidget(new QLabel(tr("Select with")));
  for (QToolButton* button : {lasso_, rectangle}) {
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(tr("Drag in a plot to select cells in the gallery; Ctrl adds them to the selection"));
    tools->addButton(button);
    row->addWidget(button);
  }
  lasso_->setChecked(true);
  row->addStretch();
  auto* splitter = new QSplitter(Qt::Vertical);
  for (ScatterPanel* panel : panels_) {
    splitter->addWidget(panel);
    connect(panel, &ScatterPanel::axesChanged, this, &ScatterCharts::refresh);
    connect(panel, &ScatterPanel::selectWanted, this, &ScatterCharts::select);
    connect(lasso_, &QToolButton::toggled, panel, &ScatterPanel::setLasso);
  }
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->addLayout(row);
  whole->addWidget(splitter, 1);
}

void ScatterCharts::connectGallery() {
  soon_.setSingleShot(true);
  soon_.setInterval(kQuietMs);
  connect(&soon_, &QTimer::timeout, this, &ScatterCharts::refresh);
  const auto later = [this] { soon_.start(); };
  connect(model_, &QAbstractItemModel::modelReset, this, later);
  connect(model_, &QAbstractItemModel::rowsRemoved, this, later);
  connect(model_, &QAbstractItemModel::dataChanged, this,
          [later](const QModelIndex&, const QModelIndex&, const QList<int>& roles) {
            if (roles != QList<int>{Qt::DecorationRole}) later();  // not for a thumbnail
          });
  connect(gallery_->selectionModel(), &QItemSelectionModel::selectionChanged, this, later);
  connect(job_, &BackgroundJob::progressed, this, [this](double fraction) {
    say(tr("Laying out the map of %1 cells: %2 %").arg(mapping_.size()).arg(100.0 * fraction, 0, 'f', 0));
  });
  connect(job_, &BackgroundJob::failed, this, [this](const QString& what, const QString& remedy) {
    auto refused = std::make_shared<Map>();
    refused->ids = mapping_;
    refused->refusal = CatalogThread::Refusal{what, remedy}.text();
    map_ = refused;
  });
  connect(job_, &BackgroundJob::ended, this, &ScatterCharts::refresh);
}

void ScatterCharts::setBlind(bool blind) {
  blind_ = blind;
  soon_.start();
}

void ScatterCharts::setSimulated(bool simulated) {
  if (simulated == simulated_) return;
  simulated_ = simulated;
  soon_.start();
}

void ScatterCharts::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  soon_.start();
}

bool ScatterCharts::wantsMap() const {
  return std::ranges::any_of(panels_, [](const ScatterPanel* panel) { return panel->axes().map; });
}

void ScatterCharts::say(const QString& message) {
  for (ScatterPanel* panel : panels_)
    if (panel->axes().map) panel->setMessage(message);
}

// Hidden charts cost nothing.
void ScatterCharts::refresh() {
  soon_.stop();
  if (!panels_[0] || !isVisible()) return;
  showCells(panels_.front());
  QTimer::singleShot(kFrameMs, this, [this] { showCells(panels_.back()); });
  if (wantsMap() && !hasMap())
    layOutMap();
  else if (job_->busy() && (!wantsMap() || mapping_ != idsOf(model_->cells())))
    job_->cancel();
}

bool ScatterCharts::hasMap() const { return map_ && map_->ids == idsOf(model_->cells()); }

void ScatterCharts::showCells(ScatterPanel* panel) {
  const ScatterAxes axes = panel->axes();
  if (axes.map && !hasMap()) return;
  if (axes.map && !map_->refusal.isEmpty()) return panel->setMessage(map_->refusal);
  std::unordered_set<RecordId> selected;
  for (const QModelIndex& index : gallery_->selectionModel()->selectedIndexes())
    selected.insert(model_->cellAt(index.row()).id);
  panel->showCells(scatterPoints(*model_, axes.map ? map_->places : indexPlaces(model_->cells(), axes), blind_),
                   std::move(selected), simulated_);
}

void ScatterCharts::layOutMap() {
  std::vector<RecordId> ids = idsOf(model_->cells());
  if (job_->busy()) {
    if (mapping_ != ids) job_->cancel();  // its end comes back here
    return;
  }
  if (ids.empty()) return say(tr("No cells"));
  if (std::ssize(ids) < kFewestMappedCells)
    return say(tr("A map needs at least %1 cells, there are %2. Show two indices instead.")
                   .arg(kFewestMappedCells)
                   .arg(ids.size()));
  mapping_ = ids;
  auto map = std::make_shared<Map>();
  map->ids = std::move(ids);
  for (const CatalogCell& cell : model_->cells()) map->indices.push_back(cell.cell.indices);
  say(tr("Laying out the map of %1 cells…").arg(mapping_.size()));
  job_->start(tr("Laying out the map"), [this, map](const Progress& progress) -> BackgroundJob::Finish {
    map->places = index_map(map->indices, progress);
    return [this, map] { map_ = map; };
  });
}

void ScatterCharts::select(const std::vector<RecordId>& cells, bool add) {
  QItemSelectionModel* selection = gallery_->selectionModel();
  const QItemSelection rows = rowRanges(*model_, cells);
  if (!rows.isEmpty()) {
    const QModelIndex first = rows.front().topLeft();
    selection->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    gallery_->scrollTo(first);
  }
  if (!add) selection->clearSelection();  // not with the next: thousands of old and new ranges would be compared
  selection->select(rows, QItemSelectionModel::Select);
  gallery_->setFocus();  // the next key is for them
}

}  // namespace tomocyte
