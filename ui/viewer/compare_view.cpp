// Columns of a comparison, and what links them.
#include "ui/viewer/compare_view.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "core/error.h"
#include "core/files/scan_file.h"
#include "ui/background_job.h"
#include "ui/painting.h"
#include "ui/slice_image.h"
#include "ui/viewer/compare_column.h"
#include "ui/viewer/refractive_index_box.h"

namespace tomocyte {
namespace {

// Right of the columns: one bar for all of them.
class ColourBar : public QWidget {
 public:
  explicit ColourBar(const CompareFrame& frame) : frame_(frame) { setFixedWidth(84); }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    drawColourBar(painter, QRectF(rect()).adjusted(8.0, 8.0, -2.0, -8.0), ColourMap::named(frame_.map), frame_.low,
                  frame_.high, QStringLiteral("n"));
  }

 private:
  const CompareFrame& frame_;
};

// The cells of one file that were asked for. Throws FileError.
std::vector<CompareCell> readCells(const std::filesystem::path& path, const std::vector<int>& labels,
                                   const Progress& progress) {
  const auto scan =
      std::make_shared<const Scan>(read_scan(path, {.holograms = false, .fields = false, .truth = false}, progress));
  if (!scan->tomogram) throw FileError(path, "holds no tomogram", "Reconstruct it first.");
  if (scan->cells.empty()) throw FileError(path, "holds no measured cells", "Open it and press Measure first.");
  std::vector<CompareCell> cells;
  for (const Cell& cell : scan->cells) {
    const bool all = std::find(labels.begin(), labels.end(), 0) != labels.end();
    if ((all && !cell.too_small) || std::find(labels.begin(), labels.end(), cell.label) != labels.end())
      cells.push_back({scan, cell.label});
  }
  if (cells.empty()) throw FileError(path, "does not hold the cell that was asked for", "It was measured anew since.");
  return cells;
}

}  // namespace

CompareView::CompareView(QWidget* parent) : QWidget(parent), job_(new BackgroundJob(this)) {
  setAcceptDrops(true);
  notice_ = new QLabel;
  notice_->setWordWrap(true);
  notice_->setMargin(8);
  notice_->setObjectName(QStringLiteral("notice"));
  auto* columns = new QWidget;
  row_ = new QHBoxLayout(columns);
  row_->setContentsMargins(0, 0, 0, 0);
  row_->setSpacing(4);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->addWidget(buildControls());
  whole->addWidget(notice_);
  bar_ = new ColourBar(frame_);
  auto* beside = new QHBoxLayout;
  beside->setSpacing(4);
  beside->addWidget(columns, 1);
  beside->addWidget(bar_);
  whole->addLayout(beside, 1);
  connect(job_, &BackgroundJob::failed, this,
          [this](const QString& what, const QString& remedy) { say(QString("%1 %2").arg(what, remedy)); });
  connect(job_, &BackgroundJob::ended, this, [this] {
    cancel_->hide();
    load();
  });
  fit();
}

CompareView::~CompareView() = default;

bool CompareView::loading() const { return job_->busy() || !waiting_.empty(); }

QWidget* CompareView::buildControls() {
  auto* bar = new QWidget;
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(6, 4, 6, 0);
  auto* add = new QPushButton(tr("Add a cell"));
  add->setToolTip(tr("A cell of the open scan, or scan files. Scan files can also be dropped here."));
  menu_ = new QMenu(add);
  add->setMenu(menu_);
  connect(menu_, &QMenu::aboutToShow, this, &CompareView::fillMenu);
  auto* none = new QPushButton(tr("Remove all"));
  connect(none, &QPushButton::clicked, this, &CompareView::clear);
  cancel_ = new QPushButton(tr("Cancel"));
  cancel_->setToolTip(tr("Stop reading scan files"));
  cancel_->hide();
  connect(cancel_, &QPushButton::clicked, this, [this] {
    waiting_.clear();
    job_->cancel();
  });
  mode_ = new QComboBox;
  mode_->addItems({tr("Slices"), tr("3D")});
  connect(mode_, &QComboBox::currentIndexChanged, this, [this](int mode) { setShown3D(mode == 1); });
  map_ = new QComboBox;
  for (const std::string& name : ColourMap::names()) map_->addItem(QString::fromStdString(name));
  map_->setToolTip(tr("All maps can be told apart by colour-blind people"));
  low_ = refractiveIndexBox(tr("Refractive index of the darkest colour, in all cells"));
  high_ = refractiveIndexBox(tr("Refractive index of the brightest colour, in all cells"));
  auto* fitButton = new QPushButton(tr("Fit"));
  fitButton->setToolTip(tr("Scale and colours so that all cells are shown whole; crosshair to the centres"));
  connect(fitButton, &QPushButton::clicked, this, &CompareView::fit);
  const auto edited = [this] {
    frame_.map = map_->currentText().toStdString();
    frame_.low = low_->value();
    frame_.high = std::max(high_->value(), low_->value() + 1e-4);
    showFrame();
  };
  connect(map_, &QComboBox::currentTextChanged, this, edited);
  connect(low_, &QDoubleSpinBox::valueChanged, this, edited);
  connect(high_, &QDoubleSpinBox::valueChanged, this, edited);
  for (QWidget* widget : std::initializer_list<QWidget*>{
           add, none, cancel_, new QLabel(tr("Show")), mode_, new QLabel(tr("Colours")), map_,
           new QLabel(tr("Refractive index from")), low_, new QLabel(tr("to")), high_, fitButton})
    row->addWidget(widget);
  row->addStretch(1);
  return bar;
}

void CompareView::fillMenu() {
  menu_->clear();
  if (open_ && open_->tomogram)
    for (const Cell& cell : open_->cells)
      menu_->addAction(tr("Cell %1 of the open scan").arg(cell.label), this, [this, scan = open_, label = cell.label] {
        addCell({scan, label});
      });
  if (!menu_->isEmpty()) menu_->addSeparator();
  menu_->addAction(tr("Scan files…"), this, &CompareView::chooseFiles);
}

void CompareView::chooseFiles() {
  const QStringList paths = QFileDialog::getOpenFileNames(
      this, tr("Scans to compare"), QSettings().value("folder").toString(), tr("Scans (*.h5 *.hdf5);;All files (*)"));
  std::vector<CellPlace> places;
  for (const QString& path : paths) places.push_back({path.toStdString(), 0});
  addCells(std::move(places));
}

void CompareView::setOpenScan(std::shared_ptr<const Scan> scan) { open_ = std::move(scan); }

void CompareView::clear() {
  waiting_.clear();
  job_->cancel();
  for (CompareColumn* column : columns_) column->deleteLater();
  columns_.clear();
  say({});
  fit();
}

void CompareView::setCells(std::vector<CellPlace> places) {
  clear();
  addCells(std::move(places));
}

void CompareView::addCells(std::vector<CellPlace> places) {
  say({});
  waiting_.insert(waiting_.end(), places.begin(), places.end());
  load();
}

// File by file: all cells that are wanted of one are read at once.
void CompareView::load() {
  if (job_->busy() || waiting_.empty()) return;
  const std::filesystem::path path = waiting_.front().path;
  std::vector<int> labels;
  for (const CellPlace& place : waiting_)
    if (place.path == path) labels.push_back(place.label);
  std::erase_if(waiting_, [&](const CellPlace& place) { return place.path == path; });
  cancel_->show();
  if (columns_.empty()) say(tr("Reading %1…").arg(QString::fromStdString(path.filename().string())));
  job_->start(tr("Reading"), [this, path, labels](const Progress& progress) -> BackgroundJob::Finish {
    return [this, cells = readCells(path, labels, progress)] {
      for (const CompareCell& cell : cells) addCell(cell);
    };
  });
}

void CompareView::addCell(const CompareCell& cell) {
  if (columns_.size() >= kMostCells)
    return say(tr("%1 cells stand side by side at most. Remove one first.").arg(kMostCells));
  say({});
  auto* column = new CompareColumn(cell);
  connect(column, &CompareColumn::removeWanted, this, [this, column] { removeColumn(column); });
  connect(column, &CompareColumn::crosshairMoved, this, [this](const std::array<double, 3>& at) {
    frame_.crosshairUm = at;
    showFrame();
  });
  connect(column, &CompareColumn::zoomed, this, [this](double factor) {
    frame_.sizeUm = std::clamp(frame_.sizeUm / factor, 0.5, 200.0);
    showFrame();
  });
  connect(column, &CompareColumn::posed, this, [this, column] {
    for (CompareColumn* other : columns_)
      if (other != column) other->setPose(column->pose());
  });
  columns_.push_back(column);
  row_->addWidget(column, 1);
  fit();
  column->setShown3D(mode_->currentIndex() == 1);
  if (columns_.size() > 1) column->setPose(columns_.front()->pose());
}

void CompareView::removeColumn(CompareColumn* column) {
  std::erase(columns_, column);
  column->deleteLater();
  say({});
  fit();
}

void CompareView::fit() {
  if (columns_.empty()) {
    if (notice_->text().isEmpty())
      say(tr("Cells side by side, in one scale and one range of colours. Add cells, or drop scan files here."));
    return showFrame();
  }
  std::vector<CompareCell> cells;
  RiRange range{3.0, 1.0};
  for (const CompareColumn* column : columns_) {
    cells.push_back(column->cell());
    const RiRange own = displayRange(*column->cell().scan->tomogram);
    range = {std::min(range.low, own.low), std::max(range.high, own.high)};
  }
  frame_.sizeUm = commonSizeUm(cells);
  frame_.crosshairUm = {};
  frame_.low = range.low;
  frame_.high = range.high;
  const QSignalBlocker lowQuiet(low_);
  const QSignalBlocker highQuiet(high_);
  low_->setValue(frame_.low);
  high_->setValue(frame_.high);
  showFrame();
}

void CompareView::showFrame() {
  for (CompareColumn* column : columns_) column->setFrame(frame_);
  bar_->setVisible(!columns_.empty());
  bar_->update();
}

void CompareView::setShown3D(bool on) {
  {
    const QSignalBlocker quiet(mode_);
    mode_->setCurrentIndex(on ? 1 : 0);
  }
  for (CompareColumn* column : columns_) {
    column->setShown3D(on);
    if (on && column != columns_.front()) column->setPose(columns_.front()->pose());
  }
}

void CompareView::say(const QString& text) {
  notice_->setText(text);
  notice_->setVisible(!text.isEmpty());
}

void CompareView::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void CompareView::dropEvent(QDropEvent* event) {
  std::vector<CellPlace> places;
  for (const QUrl& url : event->mimeData()->urls())
    if (url.isLocalFile()) places.push_back({url.toLocalFile().toStdString(), 0});
  event->acceptProposedAction();
  addCells(std::move(places));
}

}  // namespace tomocyte
