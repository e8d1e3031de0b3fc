#include "ui/samples/scatter_panel.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSettings>
#include <QVBoxLayout>
#include <algorithm>

#include "core/report/reported_index.h"
#include "ui/index_name.h"
#include "ui/samples/scatter_overlay.h"
#include "ui/vtk_widget.h"

namespace tomocyte {
namespace {

constexpr double kReachPixels = 8.0;  // a click that far from a cell is meant for it
constexpr double kMargin = 0.04;      // beside the outermost cells, of the range

QString glyphOf(MarkShape shape) {
  static const QString kGlyphs = QStringLiteral("●■◆✚");
  return kGlyphs.mid(static_cast<int>(shape), 1);
}

int indexCount() { return static_cast<int>(reported_indices().size()); }

}  // namespace

ScatterPanel::ScatterPanel(const QString& name, const ScatterAxes& axes, QWidget* parent)
    : QWidget(parent), name_(name) {
  build(axes);
  connect(x_, &QComboBox::currentIndexChanged, this, &ScatterPanel::choose);
  connect(y_, &QComboBox::currentIndexChanged, this, &ScatterPanel::choose);
  connect(overlay_, &ScatterOverlay::outlined, this, &ScatterPanel::select);
  connect(overlay_, &ScatterOverlay::clicked, this, &ScatterPanel::pick);
  connect(overlay_, &ScatterOverlay::zoomed, this, &ScatterPanel::zoom);
  connect(overlay_, &ScatterOverlay::wholeWanted, this, &ScatterPanel::showWhole);
  scene_.setColours(palette());
  setMessage({});
}

// The canvas lets go of its OpenGL objects before the scene they belong to is destroyed.
ScatterPanel::~ScatterPanel() { delete canvas_; }

void ScatterPanel::build(const ScatterAxes& axes) {
  x_ = new QComboBox;
  y_ = new QComboBox;
  for (const ReportedIndex& index : reported_indices())
    for (QComboBox* box : {x_, y_}) box->addItem(indexTitle(index.name, index.unit));
  x_->addItem(tr("Map of all six (UMAP)"));
  const QSettings settings;
  const int x = settings.value(name_ + "/x", axes.map ? indexCount() : static_cast<int>(axes.x)).toInt();
  const int y = settings.value(name_ + "/y", static_cast<int>(axes.y)).toInt();
  x_->setCurrentIndex(std::clamp(x, 0, indexCount()));
  y_->setCurrentIndex(std::clamp(y, 0, indexCount() - 1));
  x_->setToolTip(tr("Along x. The map lays cells with similar indices together"));
  y_->setToolTip(tr("Along y"));
  for (QComboBox* box : {x_, y_}) {
    box->setFocusPolicy(Qt::TabFocus);  // a click leaves the gallery's keys working
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(10);
  }
  y_->setVisible(x_->currentIndex() < indexCount());
  shownAxes_ = this->axes();
  canvas_ = new VtkWidget(this);
  canvas_->addRenderer(scene_.renderer());
  canvas_->setFocusPolicy(Qt::NoFocus);
  canvas_->installEventFilter(this);
  overlay_ = new ScatterOverlay(canvas_);
  overlay_->setToolTip(
      tr("Drag around cells: select them in the gallery (Ctrl: add them to the selection). "
         "Click: one cell. Wheel: zoom. Double click: all cells."));
  legend_ = new QLabel;
  legend_->setWordWrap(true);
  auto* row = new QHBoxLayout;
  row->addWidget(x_, 1);
  row->addWidget(y_, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  column->addLayout(row);
  column->addWidget(canvas_, 1);
  column->addWidget(legend_);
}

ScatterAxes ScatterPanel::axes() const {
  const bool map = x_->currentIndex() >= indexCount();
  return {map, map ? 0 : static_cast<std::size_t>(x_->currentIndex()), static_cast<std::size_t>(y_->currentIndex())};
}

void ScatterPanel::choose() {
  y_->setVisible(!axes().map);
  QSettings settings;
  settings.setValue(name_ + "/x", x_->currentIndex());
  settings.setValue(name_ + "/y", y_->currentIndex());
  Q_EMIT axesChanged();
}

void ScatterPanel::showCells(ScatterPoints points, std::unordered_set<RecordId> selected, bool simulated) {
  const bool other = axes() != shownAxes_ || points.low != points_.low || points.high != points_.high;
  shownAxes_ = axes();
  points_ = std::move(points);
  selected_ = std::move(selected);
  overlay_->setNote(selected_.empty() ? QString() : tr("%1 selected").arg(selected_.size()));
  overlay_->setSimulated(simulated);
  overlay_->setTitles(shownAxes_.map ? tr("UMAP 1 (no unit)") : x_->currentText(),
                      shownAxes_.map ? tr("UMAP 2 (no unit)") : y_->currentText());
  overlay_->setMessage(points_.points.empty() ? tr("No cells") : QString());
  legend_->setText(legendText());
  if (other) showWhole();
  draw();
}

void ScatterPanel::setMessage(const QString& message) {
  points_ = {};
  overlay_->setMessage(message);
  legend_->clear();
  draw();
}

void ScatterPanel::setLasso(bool lasso) { overlay_->setLasso(lasso); }

QString ScatterPanel::legendText() const {
  QStringList parts;
  bool cut = false;
  for (const ScatterPoint& point : points_.points) cut = cut || point.cut;
  for (std::size_t i = 1; i < points_.groups.size(); ++i) {
    const ScatterGroup& group = points_.groups[i];
    if (group.cells > 0)
      parts << QStringLiteral("<span style='color:%1'>%2</span>&nbsp;%3&nbsp;%4")
                   .arg(group.colour.name(), glyphOf(group.shape),
                        group.name.toHtmlEscaped().replace(' ', QStringLiteral("&nbsp;")))
                   .arg(group.cells);
  }
  if (!points_.groups.empty() && points_.groups.front().cells > 0)
    parts << tr("faint grey: %1 that the gallery does not show").arg(points_.groups.front().cells);
  if (cut) parts << tr("pale: cut by the volume's border, lower bounds");
  return parts.join(QStringLiteral("  "));
}

void ScatterPanel::placeOverlay() {
  overlay_->setGeometry(canvas_->rect());
  scene_.setSize((QSizeF(canvas_->size()) * canvas_->devicePixelRatioF()).toSize(), canvas_->devicePixelRatioF());
  overlay_->setPlotArea(scene_.plotArea());
}

void ScatterPanel::showWhole() {
  PlanePoint margin{kMargin * (points_.high.x - points_.low.x), kMargin * (points_.high.y - points_.low.y)};
  if (margin.x <= 0.0) margin.x = 1.0;  // one cell, or all the same
  if (margin.y <= 0.0) margin.y = 1.0;
  scene_.setRange({points_.low.x - margin.x, points_.low.y - margin.y},
                  {points_.high.x + margin.x, points_.high.y + margin.y});
  canvas_->update();
}

// What is under the pointer stays there.
void ScatterPanel::zoom(const QPointF& at, double factor) {
  const PlanePoint fixed = scene_.toPlot(at);
  const auto about = [factor](double value, double centre) { return centre + factor * (value - centre); };
  scene_.setRange({about(scene_.low().x, fixed.x), about(scene_.low().y, fixed.y)},
                  {about(scene_.high().x, fixed.x), about(scene_.high().y, fixed.y)});
  canvas_->update();
}

void ScatterPanel::select(const QPolygonF& outline, bool add) {
  std::vector<PlanePoint> corners;
  for (const QPointF& pixel : outline) corners.push_back(scene_.toPlot(pixel));
  Q_EMIT selectWanted(cellsInside(points_, corners), add);
}

void ScatterPanel::pick(const QPointF& at, bool add) {
  const PlanePoint here = scene_.toPlot(at);
  const PlanePoint aside = scene_.toPlot(at + QPointF(kReachPixels, -kReachPixels));
  const auto cell = nearestCell(points_, here, {aside.x - here.x, aside.y - here.y});
  if (cell)
    Q_EMIT selectWanted({*cell}, add);
  else if (!add)
    Q_EMIT selectWanted({}, false);
}

void ScatterPanel::draw() {
  scene_.show(points_, selected_);
  canvas_->update();
}

bool ScatterPanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched == canvas_ && event->type() == QEvent::Resize) placeOverlay();
  return QWidget::eventFilter(watched, event);
}

void ScatterPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange && canvas_) {
    scene_.setColours(palette());
    draw();
  }
  QWidget::changeEvent(event);
}

}  // namespace tomocyte
