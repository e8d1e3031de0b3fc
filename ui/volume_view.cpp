// Canvas, legend and pace of the 3D view.
#include "ui/volume_view.h"

#include <vtkPolyData.h>

#include <QCheckBox>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimer>
#include <QVBoxLayout>
#include <cmath>

#include "ui/background_job.h"
#include "ui/painting.h"
#include "ui/viewer/iso_surface.h"
#include "ui/viewer/opengl_probe.h"
#include "ui/viewer/volume_picture.h"
#include "ui/vtk_widget.h"

namespace tomocyte {
namespace {

constexpr int kRestMs = 150;    // after which the picture is refined
constexpr int kSettleMs = 120;  // after which an edited surface is computed

// Drawn over the canvas: it lets the mouse through.
class Legend : public QWidget {
 public:
  Legend(const VolumeScene& scene, const std::shared_ptr<const Scan>& scan, const QImage& fine, QWidget* parent)
      : QWidget(parent), scene_(scene), scan_(scan), fine_(fine) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!fine_.isNull()) painter.drawImage(rect(), fine_);
    drawCaption(painter, rect(), Qt::AlignLeft | Qt::AlignTop, QStringLiteral("3D"));
    if (scan_ && scan_->tomogram) {
      drawScaleBar(painter, rect(), height() / scene_.heightUm(), QStringLiteral("µm"));
    } else {
      painter.setPen(colour::kFaint);
      painter.drawText(rect(), Qt::AlignCenter, QCoreApplication::translate("volume_view", "no tomogram yet"));
    }
  }

 private:
  const VolumeScene& scene_;
  const std::shared_ptr<const Scan>& scan_;
  const QImage& fine_;
};

}  // namespace

VolumeView::VolumeView(QWidget* parent)
    : QWidget(parent), surfaces_(new BackgroundJob(this)), fineFrame_(new BackgroundJob(this)) {
  refine_ = new QTimer(this);
  refine_->setSingleShot(true);
  refine_->setInterval(kRestMs);
  settle_ = new QTimer(this);
  settle_->setSingleShot(true);
  settle_->setInterval(kSettleMs);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  buildControls();
  const OpenGlInfo opengl = probeOpenGl();
  software_ = opengl.software;
  if (opengl.usable) {
    buildCanvas();
    column->addWidget(canvas_, 1);
    column->addWidget(bar_);
  } else {
    auto* instead = new QLabel(tr("No 3D view on this display: %1\n\nSlices, projections and measurements work. A 3D "
                                  "picture can still be written by \"tomocyte render --view volume\".")
                                   .arg(QCoreApplication::translate("OpenGlProbe", opengl.problem.c_str())));
    instead->setObjectName(QStringLiteral("no3d"));
    instead->setWordWrap(true);
    instead->setAlignment(Qt::AlignCenter);
    instead->setMargin(24);
    column->addWidget(instead, 1);
    bar_->hide();
  }
  connect(refine_, &QTimer::timeout, this, &VolumeView::rest);
  connect(fineFrame_, &BackgroundJob::ended, this, &VolumeView::refineBeside);
  connect(settle_, &QTimer::timeout, this, &VolumeView::updateSurfaces);
  connect(surfaces_, &BackgroundJob::ended, this, &VolumeView::updateSurfaces);
}

// The canvas lets go of its OpenGL objects before the scene they belong to is destroyed.
VolumeView::~VolumeView() { delete canvas_; }

void VolumeView::buildCanvas() {
  canvas_ = new VtkWidget(this);
  canvas_->addRenderer(scene_.renderer());
  canvas_->setToolTip(tr("Drag: turn. Shift+drag: pan. Wheel or right drag: zoom."));
  legend_ = new Legend(scene_, scan_, fine_, canvas_);
  canvas_->installEventFilter(this);
  connect(canvas_, &VtkWidget::turningStarted, this, &VolumeView::startMoving);
  connect(canvas_, &VtkWidget::turningEnded, refine_, qOverload<>(&QTimer::start));
  connect(canvas_, &VtkWidget::turned, this, [this] {
    legend_->update();
    Q_EMIT posed();
  });
  connect(canvas_, &VtkWidget::frameDrawn, this, &VolumeView::keepPace);
}

// The first frame of another sampling compiles shaders: its time says nothing of the next.
void VolumeView::keepPace(double milliseconds) {
  if (!moving_ || std::exchange(fresh_, false)) return;
  const std::size_t before = pace_.level();
  pace_.drawn(milliseconds);
  if (pace_.level() != before) sample(pace_.moving());
}

void VolumeView::sample(const RaySampling& sampling) {
  scene_.setSampling(sampling);
  fresh_ = true;
}

void VolumeView::startMoving() {
  refine_->stop();
  ++change_;
  fine_ = {};
  if (std::exchange(moving_, true)) return;
  sample(pace_.moving());
}

void VolumeView::rest() {
  moving_ = false;
  if (software_) return refineBeside();
  sample({});
  redraw();
}

// Without a graphics card a fine frame takes seconds: it is drawn beside the GUI thread, the coarse one stays till
// then.
void VolumeView::refineBeside() {
  if (!software_ || !canvas_ || moving_ || fineFrame_->busy() || refined_ == change_ || !isVisible()) return;
  if (!scan_ || !scan_->tomogram) return;
  refined_ = change_;
  const QSize size = canvas_->size() * canvas_->devicePixelRatioF();
  fineFrame_->start(tr("3D view"),
                    [this, scan = scan_, look = look_, pose = scene_.pose(), cell = cell_, size,
                     change = change_](const Progress&) -> BackgroundJob::Finish {
                      VolumePicture picture(scan, look, size.width(), size.height());
                      picture.scene().lookFrom(VolumeScene::Direction::oblique, cell);
                      picture.scene().setPose(pose);
                      return [this, change, frame = picture.frame()] {
                        if (change != change_) return;
                        fine_ = frame;
                        legend_->update();
                      };
                    });
}

// Something is to be drawn anew: coarsely now, finely when it rests.
void VolumeView::redraw() {
  if (!canvas_) return;
  if (software_) {
    ++change_;
    fine_ = {};
    if (!moving_) {
      scene_.setSampling(pace_.moving());
      refine_->start();
    }
  }
  canvas_->update();
  legend_->update();
}

void VolumeView::buildControls() {
  bar_ = new QWidget(this);
  auto* row = new QHBoxLayout(bar_);
  row->setContentsMargins(4, 0, 4, 2);
  volume_ = new QCheckBox(tr("Volume"));
  volume_->setChecked(true);
  shown_[0] = new QCheckBox(tr("Membrane"));
  shown_[0]->setToolTip(tr("Surface of equal refractive index at the cell's bound"));
  shown_[1] = new QCheckBox(tr("Interior"));
  shown_[1]->setToolTip(tr("Surface of equal refractive index around the denser, nucleus-like interior"));
  for (QCheckBox* box : {volume_, shown_[0], shown_[1]}) {
    row->addWidget(box);
    connect(box, &QCheckBox::toggled, this,
            [this] { Q_EMIT shownChanged(volume_->isChecked(), shown_[0]->isChecked(), shown_[1]->isChecked()); });
  }
  row->addStretch(1);
  using Direction = VolumeScene::Direction;
  const std::pair<const char*, Direction> views[] = {
      {"3D", Direction::oblique}, {"X", Direction::alongX}, {"Y", Direction::alongY}, {"Z", Direction::alongZ}};
  for (const auto& [name, direction] : views) {
    auto* button = new QPushButton(name);
    button->setFixedWidth(32);
    button->setToolTip(direction == Direction::oblique ? tr("Look from obliquely above")
                                                       : tr("Look along %1").arg(QString::fromLatin1(name)));
    connect(button, &QPushButton::clicked, this, [this, direction = direction] {
      look(direction);
      Q_EMIT posed();
    });
    row->addWidget(button);
  }
}

void VolumeView::showControls(bool shown) { bar_->setVisible(shown && canvas_); }

void VolumeView::setScan(std::shared_ptr<const Scan> scan) {
  scan_ = std::move(scan);
  computed_ = {};
  scene_.setScan(scan_);
  scene_.setLook(look_);
  look(VolumeScene::Direction::oblique);
  updateSurfaces();
}

void VolumeView::setCell(int label) {
  if (cell_ == label) return;
  cell_ = label;
  look(VolumeScene::Direction::oblique);
}

void VolumeView::setLook(const VolumeLook& look) {
  look_ = look;
  const QSignalBlocker quietVolume(volume_);
  const QSignalBlocker quietMembrane(shown_[0]);
  const QSignalBlocker quietInterior(shown_[1]);
  volume_->setChecked(look_.volume);
  for (std::size_t i = 0; i < shown_.size(); ++i) shown_[i]->setChecked(look_.surfaces[i].shown);
  scene_.setLook(look_);
  if (scan_ && scan_->tomogram) settle_->start();
  redraw();
}

// One surface at a time; the end of one looks whether another is wanted.
void VolumeView::updateSurfaces() {
  if (!canvas_ || surfaces_->busy() || !scan_ || !scan_->tomogram) return;
  for (std::size_t i = 0; i < computed_.size(); ++i) {
    const double ri = look_.surfaces[i].ri;
    if (!look_.surfaces[i].shown || computed_[i] == ri) continue;
    computed_[i] = ri;  // also when it fails: it would fail again
    surfaces_->start(tr("Surface"), [this, scan = scan_, i, ri](const Progress&) -> BackgroundJob::Finish {
      const vtkSmartPointer<vtkPolyData> triangles = isoSurface(*scan->tomogram, ri);
      return [this, scan, i, triangles] {
        if (scan != scan_) return;
        scene_.setSurface(i, triangles);
        redraw();
      };
    });
    return;
  }
}

bool VolumeView::surfacesReady() const {
  if (surfaces_->busy()) return false;
  for (std::size_t i = 0; i < computed_.size(); ++i)
    if (look_.surfaces[i].shown && computed_[i] != look_.surfaces[i].ri) return false;
  return true;
}

void VolumeView::look(VolumeScene::Direction direction) {
  scene_.lookFrom(direction, cell_);
  redraw();
}

void VolumeView::setPose(const CameraPose& pose) {
  scene_.setPose(pose);
  startMoving();
  refine_->start();
  redraw();
}

bool VolumeView::eventFilter(QObject* watched, QEvent* event) {
  if (watched == canvas_ && event->type() == QEvent::Resize) {
    legend_->resize(canvas_->size());
    redraw();
  }
  if (watched == canvas_ && event->type() == QEvent::Show) refine_->start();
  if (watched == canvas_ && event->type() == QEvent::Wheel) {
    startMoving();
    refine_->start();
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace tomocyte
