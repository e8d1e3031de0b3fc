// Linking of the four views of a tomogram.
#include "ui/tomogram_view.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/slice_image.h"
#include "ui/slice_view.h"
#include "ui/viewer/measurement_panel.h"
#include "ui/viewer/slice_measurements.h"
#include "ui/volume_view.h"

namespace tomocyte {
namespace {

QDoubleSpinBox* riBox(const QString& help) {
  auto* box = new QDoubleSpinBox;
  box->setLocale(QLocale::c());
  box->setDecimals(4);
  box->setRange(1.0, 3.0);
  box->setSingleStep(0.005);
  box->setKeyboardTracking(false);
  box->setToolTip(help);
  return box;
}

}  // namespace

TomogramView::TomogramView(QWidget* parent) : QWidget(parent), measurements_(new SliceMeasurements(this)) {
  slices_ = {new SliceView(SlicePlane::xy), new SliceView(SlicePlane::yz), new SliceView(SlicePlane::xz)};
  volume_ = new VolumeView;
  auto* upper = new QSplitter(Qt::Horizontal);
  auto* lower = new QSplitter(Qt::Horizontal);
  auto* both = new QSplitter(Qt::Vertical);
  upper->addWidget(slices_[0]);
  upper->addWidget(slices_[1]);
  lower->addWidget(slices_[2]);
  lower->addWidget(volume_);
  both->addWidget(upper);
  both->addWidget(lower);
  for (QSplitter* splitter : {upper, lower, both}) {
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({1000, 1000});
  }
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(buildControls());
  buildTools();
  auto* beside = new QSplitter(Qt::Horizontal);
  beside->addWidget(both);
  beside->addWidget(tools_);
  beside->setStretchFactor(0, 1);
  beside->setCollapsible(0, false);
  beside->setSizes({1000, 300});
  column->addWidget(beside, 1);
  for (SliceView* view : slices_) {
    view->setQuantity(QStringLiteral("n"));
    view->setMeasurements(measurements_);
    connect(view, &SliceView::crosshairMoved, this, &TomogramView::moveCrosshair);
    connect(view, &SliceView::cellClicked, this, &TomogramView::cellClicked);
  }
}

void TomogramView::buildTools() {
  tools_ = new QTabWidget;
  tools_->setDocumentMode(true);
  auto* panel = new MeasurementPanel(measurements_);
  measuring_ = panel;
  tools_->addTab(panel, tr("Measure"));
  tools_->hide();
  connect(panel, &MeasurementPanel::message, this, &TomogramView::message);
  connect(panel, &MeasurementPanel::shown, this, [this](int number) {
    const DrawnMeasurement* measurement = measurements_->list().find(number);
    if (measurement && scan_ && scan_->tomogram)
      moveCrosshair(umToVoxel(*scan_->tomogram, measurement->points.front()));
  });
  connect(measure_, &QToolButton::toggled, this, [this](bool on) {
    showTools(measuring_, on);
    if (!on) measurements_->setTool(std::nullopt);
  });
  const std::pair<Qt::Key, MeasurementKind> keys[] = {{Qt::Key_D, MeasurementKind::distance},
                                                      {Qt::Key_A, MeasurementKind::angle},
                                                      {Qt::Key_P, MeasurementKind::profile}};
  for (const auto& [key, kind] : keys)
    connect(new QShortcut(key, this), &QShortcut::activated, this, [this, kind = kind] {
      if (scan_ && scan_->tomogram) measurements_->setTool(kind);
    });
  connect(measurements_, &SliceMeasurements::toolChanged, this, [this] {
    if (!measurements_->tool()) return;
    measure_->setChecked(true);
    mode_->setCurrentIndex(0);  // a projection has no depth to measure in
    slices_[0]->setFocus();     // for Esc
  });
}

void TomogramView::showTools(QWidget* page, bool shown) {
  if (shown) tools_->setCurrentWidget(page);
  tools_->setVisible(shown);
}

QWidget* TomogramView::buildControls() {
  auto* bar = new QWidget;
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(6, 4, 6, 0);
  mode_ = new QComboBox;
  mode_->addItems({QStringLiteral("Slices"), QStringLiteral("Maximum projection")});
  map_ = new QComboBox;
  for (const std::string& name : ColourMap::names()) map_->addItem(QString::fromStdString(name));
  low_ = riBox(QStringLiteral("Refractive index of the darkest colour"));
  high_ = riBox(QStringLiteral("Refractive index of the brightest colour"));
  auto* fit = new QPushButton(QStringLiteral("From data"));
  fit->setToolTip(QStringLiteral("Medium index to the brightest voxels"));
  row->addWidget(new QLabel(QStringLiteral("Show")));
  row->addWidget(mode_);
  row->addSpacing(12);
  row->addWidget(new QLabel(QStringLiteral("Colours")));
  row->addWidget(map_);
  row->addSpacing(12);
  row->addWidget(new QLabel(QStringLiteral("Refractive index from")));
  row->addWidget(low_);
  row->addWidget(new QLabel(QStringLiteral("to")));
  row->addWidget(high_);
  row->addWidget(fit);
  row->addStretch(1);
  measure_ = new QToolButton;
  measure_->setText(tr("Measure"));
  measure_->setCheckable(true);
  measure_->setToolTip(tr("Distances (D), angles (A) and line profiles (P) in the slices"));
  row->addWidget(measure_);
  connect(low_, &QDoubleSpinBox::valueChanged, this, &TomogramView::applyColours);
  connect(high_, &QDoubleSpinBox::valueChanged, this, &TomogramView::applyColours);
  connect(map_, &QComboBox::currentTextChanged, this, &TomogramView::applyColours);
  connect(fit, &QPushButton::clicked, this, &TomogramView::rangeFromData);
  connect(mode_, &QComboBox::currentIndexChanged, this, [this](int mode) {
    for (SliceView* view : slices_) view->setProjection(mode == 1);
  });
  return bar;
}

void TomogramView::rangeFromData() {
  if (!scan_ || !scan_->tomogram) return;
  const RiRange range = displayRange(*scan_->tomogram);
  {
    const QSignalBlocker lowQuiet(low_);
    const QSignalBlocker highQuiet(high_);
    low_->setValue(range.low);
    high_->setValue(range.high);
  }
  applyColours();
}

void TomogramView::applyColours() {
  const double low = low_->value();
  const double high = std::max(high_->value(), low + 1e-4);
  const std::string map = map_->currentText().toStdString();
  for (SliceView* view : slices_) view->setColours(map, low, high);
  volume_->setColours(map, low, high);
}

void TomogramView::setScan(std::shared_ptr<const Scan> scan) {
  scan_ = std::move(scan);
  for (SliceView* view : slices_) {
    view->setScan(scan_);
    view->setSelectedCell(0);
  }
  measurements_->setScan(scan_);
  volume_->setScan(scan_);
  rangeFromData();
  if (!scan_ || !scan_->tomogram) return;
  if (scan_->cells.empty())
    moveCrosshair(umToVoxel(*scan_->tomogram, {0.0, 0.0, 0.0}));
  else
    selectCell(scan_->cells.front().label);
}

void TomogramView::selectCell(int label) {
  for (SliceView* view : slices_) view->setSelectedCell(label);
  if (!scan_ || !scan_->tomogram) return;
  const auto found =
      std::find_if(scan_->cells.begin(), scan_->cells.end(), [&](const Cell& cell) { return cell.label == label; });
  if (found != scan_->cells.end()) moveCrosshair(umToVoxel(*scan_->tomogram, found->centroid_um));
}

void TomogramView::moveCrosshair(const VoxelPoint& voxel) {
  crosshair_ = voxel;
  for (SliceView* view : slices_) view->setCrosshair(voxel);
}

}  // namespace tomocyte
