// Controls around the 3D canvas, and its scale bar.
#include "ui/volume_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QTimer>
#include <QVBoxLayout>
#include <cmath>

#include "ui/painting.h"
#include "ui/vtk_widget.h"

namespace tomocyte {
namespace {

constexpr int kSliderSteps = 1000;

// Drawn over the canvas: it lets the mouse through.
class Legend : public QWidget {
 public:
  Legend(const VolumeScene& scene, const std::shared_ptr<const Scan>& scan, QWidget* parent)
      : QWidget(parent), scene_(scene), scan_(scan) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawCaption(painter, rect(), Qt::AlignLeft | Qt::AlignTop, QStringLiteral("3D"));
    if (scan_ && scan_->tomogram) {
      drawScaleBar(painter, rect(), height() / scene_.heightUm(), QStringLiteral("µm"));
    } else {
      painter.setPen(colour::kFaint);
      painter.drawText(rect(), Qt::AlignCenter, QStringLiteral("no tomogram yet"));
    }
  }

 private:
  const VolumeScene& scene_;
  const std::shared_ptr<const Scan>& scan_;
};

}  // namespace

VolumeView::VolumeView(QWidget* parent) : QWidget(parent) {
  canvas_ = new VtkWidget(this);
  canvas_->addRenderer(scene_.renderer());
  canvas_->setToolTip(QStringLiteral("Drag: turn. Shift+drag: pan. Wheel or right drag: zoom."));
  legend_ = new Legend(scene_, scan_, canvas_);
  canvas_->installEventFilter(this);
  refine_ = new QTimer(this);
  refine_->setSingleShot(true);
  refine_->setInterval(150);
  contour_ = new QTimer(this);
  contour_->setSingleShot(true);
  contour_->setInterval(120);

  buildControls();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  column->addWidget(canvas_, 1);
  column->addWidget(controls_);

  connect(canvas_, &VtkWidget::turningStarted, this, [this] {
    refine_->stop();
    scene_.setCoarse(true);
  });
  connect(canvas_, &VtkWidget::turningEnded, refine_, qOverload<>(&QTimer::start));
  connect(refine_, &QTimer::timeout, this, [this] {
    scene_.setCoarse(false);
    canvas_->update();
  });
  connect(contour_, &QTimer::timeout, this, &VolumeView::applyLook);
}

// The canvas lets go of its OpenGL objects before the scene they belong to is destroyed.
VolumeView::~VolumeView() { delete canvas_; }

void VolumeView::buildControls() {
  controls_ = new QWidget(this);
  auto* row = new QHBoxLayout(controls_);
  row->setContentsMargins(4, 0, 4, 2);
  volume_ = new QCheckBox(QStringLiteral("Volume"));
  volume_->setChecked(true);
  preset_ = new QComboBox;
  for (const std::string& preset : volumePresets()) preset_->addItem(QString::fromStdString(preset));
  preset_->setToolTip(QStringLiteral("How refractive index becomes colour and opacity"));
  surface_ = new QCheckBox(QStringLiteral("Surface at n ="));
  surface_->setToolTip(QStringLiteral("Surface of equal refractive index"));
  surfaceRi_ = new QDoubleSpinBox;
  surfaceRi_->setDecimals(4);
  surfaceRi_->setRange(1.0, 2.0);
  surfaceRi_->setSingleStep(0.001);
  surfaceRi_->setLocale(QLocale::c());
  surfaceSlider_ = new QSlider(Qt::Horizontal);
  surfaceSlider_->setRange(0, kSliderSteps);
  surfaceSlider_->setMinimumWidth(60);
  for (QWidget* widget : std::initializer_list<QWidget*>{volume_, preset_, surface_, surfaceRi_})
    row->addWidget(widget);
  row->addWidget(surfaceSlider_, 1);
  using Direction = VolumeScene::Direction;
  const std::pair<const char*, Direction> views[] = {
      {"3D", Direction::oblique}, {"X", Direction::alongX}, {"Y", Direction::alongY}, {"Z", Direction::alongZ}};
  for (const auto& [name, direction] : views) {
    auto* button = new QPushButton(name);
    button->setFixedWidth(32);
    button->setToolTip(direction == Direction::oblique ? QStringLiteral("Look from obliquely above")
                                                       : QString("Look along %1").arg(name));
    connect(button, &QPushButton::clicked, this, [this, direction = direction] { look(direction); });
    row->addWidget(button);
  }
  connect(volume_, &QCheckBox::toggled, this, &VolumeView::applyLook);
  connect(surface_, &QCheckBox::toggled, this, &VolumeView::applyLook);
  connect(preset_, &QComboBox::currentTextChanged, this, &VolumeView::applyLook);
  connect(surfaceSlider_, &QSlider::valueChanged, this, &VolumeView::surfaceFromSlider);
  connect(surfaceRi_, &QDoubleSpinBox::valueChanged, this, [this](double ri) {
    const QSignalBlocker quiet(surfaceSlider_);
    const double width = look_.ri_maximum - look_.ri_minimum;
    if (width > 0.0)
      surfaceSlider_->setValue(static_cast<int>(std::lround((ri - look_.ri_minimum) / width * kSliderSteps)));
    contour_->start();
  });
}

void VolumeView::surfaceFromSlider() {
  const double t = static_cast<double>(surfaceSlider_->value()) / kSliderSteps;
  surfaceRi_->setValue(look_.ri_minimum + t * (look_.ri_maximum - look_.ri_minimum));
  if (!surface_->isChecked()) surface_->setChecked(true);
}

void VolumeView::setScan(std::shared_ptr<const Scan> scan) {
  scan_ = std::move(scan);
  scene_.setScan(scan_);
  if (scan_ && scan_->tomogram) {
    const QSignalBlocker quiet(surfaceRi_);
    surfaceRi_->setValue(scan_->tomogram->medium_index + 0.013);
  }
  applyLook();
  look(VolumeScene::Direction::oblique);
}

void VolumeView::setColours(const std::string& map, double low, double high) {
  look_.colour_map = map;
  look_.ri_minimum = low;
  look_.ri_maximum = high;
  applyLook();
}

void VolumeView::applyLook() {
  look_.volume = volume_->isChecked();
  look_.surface = surface_->isChecked();
  look_.surface_ri = surfaceRi_->value();
  look_.preset = preset_->currentText().toStdString();
  scene_.setLook(look_);
  canvas_->update();
}

void VolumeView::look(VolumeScene::Direction direction) {
  scene_.lookFrom(direction);
  canvas_->update();
  legend_->update();
}

bool VolumeView::eventFilter(QObject* watched, QEvent* event) {
  if (watched == canvas_ && event->type() == QEvent::Resize) legend_->resize(canvas_->size());
  if (watched == canvas_ && event->type() == QEvent::Wheel) legend_->update();
  return QWidget::eventFilter(watched, event);
}

}  // namespace tomocyte
