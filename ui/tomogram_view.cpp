// Linking of the four views of a tomogram.
#include "ui/tomogram_view.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <memory>
#include <tuple>

#include "ui/background_job.h"
#include "ui/slice_image.h"
#include "ui/slice_view.h"
#include "ui/viewer/look_panel.h"
#include "ui/viewer/measurement_panel.h"
#include "ui/viewer/picture_dialog.h"
#include "ui/viewer/refractive_index_box.h"
#include "ui/viewer/slice_measurements.h"
#include "ui/volume_view.h"

namespace tomocyte {
namespace {

constexpr std::array kPlanes = {SlicePlane::xy, SlicePlane::yz, SlicePlane::xz};

}  // namespace

TomogramView::TomogramView(QWidget* parent) : QWidget(parent), measurements_(new SliceMeasurements(this)) {
  std::ranges::transform(kPlanes, slices_.begin(), [](SlicePlane plane) { return new SliceView(plane); });
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
  buildLook();
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
  tools_ = new QStackedWidget;

  auto* panel = new MeasurementPanel(measurements_);
  measuring_ = panel;
  tools_->addWidget(panel);
  tools_->hide();
  connect(panel, &MeasurementPanel::message, this, &TomogramView::message);
  connect(panel, &MeasurementPanel::shown, this, [this](int number) {
    const DrawnMeasurement* measurement = measurements_->list().find(number);
    if (measurement && scan_ && scan_->tomogram)
      moveCrosshair(umToVoxel(*scan_->tomogram, measurement->points.front()));
  });
  connect(measure_, &QToolButton::toggled, this, [this](bool on) {
    if (on) showLook_->setChecked(false);
    if (!on) measurements_->setTool(std::nullopt);
    showTools();
  });
  const std::tuple<Qt::Key, MeasurementKind, QString> keys[] = {
      {Qt::Key_D, MeasurementKind::distance, tr("Measure a distance")},
      {Qt::Key_A, MeasurementKind::angle, tr("Measure an angle")},
      {Qt::Key_P, MeasurementKind::profile, tr("Refractive index along a line")}};
  for (const auto& [key, kind, text] : keys) {
    auto* action = new QAction(text, this);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, [this, kind = kind] {
      if (scan_ && scan_->tomogram) measurements_->setTool(kind);
    });
    addAction(action);
  }
  connect(measurements_, &SliceMeasurements::toolChanged, this, [this] {
    if (!measurements_->tool()) return;
    measure_->setChecked(true);
    mode_->setCurrentIndex(0);  // a projection has no depth to measure in
    slices_[0]->setFocus();     // for Esc
  });
}

// The panel edits the look, the view draws it; both can switch its parts on and off.
void TomogramView::buildLook() {
  look_ = new LookPanel;
  tools_->addWidget(look_);
  volume_->setLook(look_->look());
  connect(look_, &LookPanel::edited, this, [this] { volume_->setLook(look_->look()); });
  connect(look_, &LookPanel::message, this, &TomogramView::message);
  connect(volume_, &VolumeView::shownChanged, look_, &LookPanel::setShown);
  connect(volume_, &VolumeView::posed, this, [this] { look_->setViewDirection(volume_->pose().towards); });
  connect(showLook_, &QToolButton::toggled, this, [this](bool on) {
    if (on) measure_->setChecked(false);
    showTools();
  });
  summary_ = new BackgroundJob(this);
  connect(summary_, &BackgroundJob::ended, this, &TomogramView::summarise);
}

void TomogramView::writePicture() {
  if (!scan_ || !scan_->tomogram) return;
  auto* dialog = new PictureDialog({scan_, look_->look(), volume_->pose(), 0}, volume_->size(), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &PictureDialog::written, this,
          [this](const QString& path) { Q_EMIT message(tr("Written to %1").arg(path)); });
  dialog->show();
}

void TomogramView::showTools() {
  if (measure_->isChecked()) tools_->setCurrentWidget(measuring_);
  if (showLook_->isChecked()) tools_->setCurrentWidget(look_);
  tools_->setVisible(measure_->isChecked() || showLook_->isChecked());
}

// Passes over all voxels: not on the GUI thread.
void TomogramView::summarise() {
  if (summary_->busy() || !scan_ || !scan_->tomogram || summaryOf_ == scan_) return;
  summaryOf_ = scan_;
  summary_->start(tr("Histogram"), [this, scan = scan_](const Progress&) -> BackgroundJob::Finish {
    auto maxima = std::make_shared<std::array<Array<float, 2>, kPlanes.size()>>();
    std::ranges::transform(kPlanes, maxima->begin(),
                           [&scan](SlicePlane plane) { return maximumProjection(*scan->tomogram, plane); });
    return [this, scan, maxima, levels = surface_levels(*scan)] {
      if (scan != scan_) return;
      look_->setLevels(levels);
      for (std::size_t i = 0; i < maxima->size(); ++i) slices_[i]->setMaxima(std::move((*maxima)[i]));
    };
  });
}

QWidget* TomogramView::buildControls() {
  auto* bar = new QWidget;
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(6, 4, 6, 0);
  mode_ = new QComboBox;
  mode_->addItems({tr("Slices"), tr("Maximum projection")});
  map_ = new QComboBox;
  for (const std::string& name : ColourMap::names()) map_->addItem(QString::fromStdString(name));
  low_ = refractiveIndexBox(tr("Refractive index of the darkest colour"));
  high_ = refractiveIndexBox(tr("Refractive index of the brightest colour"));
  auto* fit = new QPushButton(tr("From data"));
  fit->setToolTip(tr("Medium index to the brightest voxels"));
  row->addWidget(new QLabel(tr("Show")));
  row->addWidget(mode_);
  row->addSpacing(12);
  row->addWidget(new QLabel(tr("Colours")));
  row->addWidget(map_);
  row->addSpacing(12);
  row->addWidget(new QLabel(tr("Refractive index from")));
  row->addWidget(low_);
  row->addWidget(new QLabel(tr("to")));
  row->addWidget(high_);
  row->addWidget(fit);
  row->addStretch(1);
  showLook_ = new QToolButton;
  showLook_->setText(tr("3D look"));
  showLook_->setCheckable(true);
  showLook_->setToolTip(tr("Surfaces, clipping plane, colours and opacity of the 3D view"));
  measure_ = new QToolButton;
  measure_->setText(tr("Ruler"));
  measure_->setCheckable(true);
  measure_->setToolTip(tr("Distances (D), angles (A) and line profiles (P) in the slices"));
  auto* picture = new QToolButton;
  picture->setText(tr("Picture…"));
  picture->setToolTip(tr("The 3D view as PNG, any size, or a turntable movie"));
  connect(picture, &QToolButton::clicked, this, &TomogramView::writePicture);
  row->addWidget(picture);
  row->addWidget(measure_);
  row->addWidget(showLook_);
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
  look_->setColours(map, low, high);
}

void TomogramView::setScan(std::shared_ptr<const Scan> scan) {
  scan_ = std::move(scan);
  for (SliceView* view : slices_) {
    view->setScan(scan_);
    view->setSelectedCell(0);
  }
  measurements_->setScan(scan_);
  look_->setTomogram(scan_ && scan_->tomogram ? &*scan_->tomogram : nullptr);
  volume_->setScan(scan_);
  look_->setViewDirection(volume_->pose().towards);
  summaryOf_.reset();
  summarise();
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
