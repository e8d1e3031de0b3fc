// The preview of a frame is computed beside the GUI thread; only the latest wish is served.
#include "ui/hologram_view.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <algorithm>
#include <cmath>

#include "ui/background_job.h"
#include "ui/painting.h"
#include "ui/raster_view.h"
#include "ui/slice_image.h"

namespace tomocyte {

// The log spectrum with a circle where the pupil of the +1 order was found.
class HologramView::SpectrumView : public RasterView {
 public:
  SpectrumView() : RasterView(QStringLiteral("Spectrum, log10 of power")) {}
  void setOrder(const WaveVector& order, double radius, double pixel) {
    order_ = order;
    radius_ = radius;
    pixel_ = pixel;
    update();
  }

 protected:
  void paintOverlay(QPainter& painter) override {
    if (!(pixel_ > 0.0)) return;
    const QPointF middle(static_cast<double>(values().shape(1) / 2) + 0.5,
                         static_cast<double>(values().shape(0) / 2) + 0.5);
    const QPointF centre = middle + QPointF(order_.x, order_.y) / pixel_;
    const QPointF edge = centre + QPointF(radius_ / pixel_, 0.0);
    const QPointF shown = toWidget(centre);
    const double radius = toWidget(edge).x() - shown.x();
    painter.setPen(QPen(colour::kSelected, 1.6));
    painter.drawEllipse(shown, radius, radius);
    painter.drawLine(shown - QPointF(6, 0), shown + QPointF(6, 0));
    painter.drawLine(shown - QPointF(0, 6), shown + QPointF(0, 6));
    painter.drawText(shown + QPointF(8, -8), QStringLiteral("+1 order, pupil"));
  }

 private:
  WaveVector order_;
  double radius_ = 0.0;
  double pixel_ = 0.0;
};

HologramView::HologramView(QWidget* parent) : QWidget(parent), job_(new BackgroundJob(this)) {
  hologram_ = new RasterView(QStringLiteral("Hologram"));
  spectrum_ = new SpectrumView;
  amplitude_ = new RasterView(QStringLiteral("Amplitude"));
  phase_ = new RasterView(QStringLiteral("Phase"));
  hologram_->setQuantity(QStringLiteral("counts"));
  spectrum_->setQuantity(QStringLiteral("log10"));
  amplitude_->setQuantity(QStringLiteral("relative"));
  phase_->setQuantity(QStringLiteral("rad"));
  hologram_->setEmptyText(QStringLiteral("no holograms in this scan"));

  slider_ = new QSlider(Qt::Horizontal);
  number_ = new QSpinBox;
  count_ = new QLabel;
  verdict_ = new QLabel;
  verdict_->setTextFormat(Qt::PlainText);
  auto* row = new QHBoxLayout;
  row->setContentsMargins(6, 4, 6, 0);
  row->addWidget(new QLabel(QStringLiteral("Angle")));
  row->addWidget(number_);
  row->addWidget(count_);
  row->addWidget(slider_, 1);
  row->addWidget(verdict_);
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(4);
  grid->addLayout(row, 0, 0, 1, 2);
  grid->addWidget(hologram_, 1, 0);
  grid->addWidget(spectrum_, 1, 1);
  grid->addWidget(amplitude_, 2, 0);
  grid->addWidget(phase_, 2, 1);
  grid->setRowStretch(1, 1);
  grid->setRowStretch(2, 1);

  connect(slider_, &QSlider::valueChanged, this, [this](int value) { setAngle(value); });
  connect(number_, &QSpinBox::valueChanged, this, [this](int value) { setAngle(value - 1); });
  connect(job_, &BackgroundJob::ended, this, &HologramView::requestPreview);
  connect(job_, &BackgroundJob::failed, this, [this](const QString& what, const QString&) {
    spectrum_->setValues({}, 1.0, 1.0, QStringLiteral("rad/µm"));
    amplitude_->setValues({}, 1.0, 1.0, QStringLiteral("µm"));
    phase_->setValues({}, 1.0, 1.0, QStringLiteral("µm"));
    for (RasterView* view : {static_cast<RasterView*>(spectrum_), amplitude_, phase_}) view->setEmptyText(what);
  });
}

HologramView::~HologramView() = default;

void HologramView::setScan(std::shared_ptr<const Scan> scan) {
  scan_ = std::move(scan);
  hologram_->setValues({}, 1.0, 1.0, QStringLiteral("µm"));
  spectrum_->setValues({}, 1.0, 1.0, QStringLiteral("rad/µm"));
  amplitude_->setValues({}, 1.0, 1.0, QStringLiteral("µm"));
  phase_->setValues({}, 1.0, 1.0, QStringLiteral("µm"));
  hologram_->setNote({}, false);
  Index angles = 0;
  if (scan_ && scan_->holograms)
    angles = scan_->holograms->holograms.shape(0);
  else if (scan_ && scan_->fields)
    angles = scan_->fields->field.shape(0);
  const QSignalBlocker sliderQuiet(slider_);
  const QSignalBlocker numberQuiet(number_);
  slider_->setRange(0, static_cast<int>(std::max<Index>(angles - 1, 0)));
  number_->setRange(1, static_cast<int>(std::max<Index>(angles, 1)));
  slider_->setEnabled(angles > 1);
  number_->setEnabled(angles > 1);
  count_->setText(angles > 0 ? QString("of %1").arg(angles) : QString());
  verdict_->clear();
  wanted_ = -1;
  if (angles > 0) setAngle(std::min(angle_, static_cast<int>(angles) - 1));
}

void HologramView::setAngle(int angle) {
  angle_ = angle;
  {
    const QSignalBlocker sliderQuiet(slider_);
    const QSignalBlocker numberQuiet(number_);
    slider_->setValue(angle);
    number_->setValue(angle + 1);
  }
  if (!scan_) return;
  showVerdict(angle);
  if (scan_->holograms) {
    const HologramStack& stack = *scan_->holograms;
    showFrame(stack.holograms[angle], stack.bit_depth, stack.setup.pixel_size_um);
    wanted_ = angle;
    requestPreview();
  } else if (scan_->fields) {
    showFields(angle);
  }
}

void HologramView::showFrame(View<const std::uint16_t, 2> counts, int bitDepth, double pixelSize) {
  Array<float, 2> values(counts.shape());
  std::copy(counts.data(), counts.data() + counts.size(), values.data());
  const int fullScale = (1 << bitDepth) - 1;
  const auto saturated = std::count_if(counts.data(), counts.data() + counts.size(),
                                       [&](std::uint16_t count) { return count >= fullScale; });
  const double percent = 100.0 * static_cast<double>(saturated) / static_cast<double>(counts.size());
  hologram_->setNote(
      percent >= 0.01 ? QString("%1 % saturated").arg(percent, 0, 'f', 2) : QStringLiteral("not saturated"),
      percent >= 0.1);
  hologram_->setColours("grey", 0.0, fullScale);
  hologram_->setValues(std::move(values), pixelSize, pixelSize, QStringLiteral("µm"));
}

void HologramView::showPreview(const HologramPreview& preview) {
  const RiRange spectrum = valueRange(preview.spectrum_log.view());
  spectrum_->setColours("inferno", spectrum.low + 0.35 * (spectrum.high - spectrum.low), spectrum.high);
  spectrum_->setValues(preview.spectrum_log.clone(), preview.spectrum_pixel, preview.spectrum_pixel,
                       QStringLiteral("rad/µm"));
  spectrum_->setOrder(preview.order, preview.pupil_radius, preview.spectrum_pixel);
  amplitude_->setColours("grey", 0.0, 2.0);
  amplitude_->setValues(preview.amplitude.clone(), preview.pixel_size_um, preview.pixel_size_um, QStringLiteral("µm"));
  const RiRange phase = valueRange(preview.phase.view());
  phase_->setColours("viridis", phase.low, phase.high);
  phase_->setValues(preview.phase.clone(), preview.pixel_size_um, preview.pixel_size_um, QStringLiteral("µm"));
}

void HologramView::showFields(int angle) {
  const FieldStack& fields = *scan_->fields;
  const double pixel = fields.setup.pixel_size_um;
  const auto field = fields.field[angle];
  Array<float, 2> amplitude(field.shape());
  Array<float, 2> phase(field.shape());
  for (Index y = 0; y < field.shape(0); ++y)
    for (Index x = 0; x < field.shape(1); ++x) {
      amplitude(y, x) = std::abs(field(y, x));
      phase(y, x) = fields.phase.empty() ? std::arg(field(y, x)) : fields.phase(angle, y, x);
    }
  const RiRange range = valueRange(phase.view());
  amplitude_->setColours("grey", 0.0, 2.0);
  amplitude_->setValues(std::move(amplitude), pixel, pixel, QStringLiteral("µm"));
  phase_->setColours("viridis", range.low, range.high);
  phase_->setValues(std::move(phase), pixel, pixel, QStringLiteral("µm"));
}

void HologramView::showVerdict(int angle) {
  const bool known = scan_->fields && static_cast<std::size_t>(angle) < scan_->fields->quality.size();
  if (!known) {
    verdict_->setText(QStringLiteral("not judged yet (Reconstruct judges the frames)"));
    verdict_->setStyleSheet(QString());
    return;
  }
  const FrameQuality& quality = scan_->fields->quality[static_cast<std::size_t>(angle)];
  verdict_->setText(quality.rejected
                        ? QStringLiteral("✗ rejected: ") + QString::fromStdString(quality.reason)
                        : QString("✓ accepted, phase noise %1 rad").arg(quality.phase_noise_rad, 0, 'f', 3));
  verdict_->setStyleSheet(quality.rejected ? QStringLiteral("color: #e69f00; font-weight: bold;") : QString());
}

void HologramView::requestPreview() {
  if (wanted_ < 0 || job_->busy() || !scan_ || !scan_->holograms) return;
  const int angle = std::exchange(wanted_, -1);
  job_->start(QStringLiteral("Preview"), [this, scan = scan_, angle](const Progress&) -> BackgroundJob::Finish {
    auto preview = std::make_shared<HologramPreview>(preview_hologram(*scan->holograms, angle));
    return [this, scan, angle, preview] {
      if (scan == scan_ && angle == angle_) showPreview(*preview);
    };
  });
}

void HologramView::showLive(const LiveFrame& frame) {
  const QSignalBlocker sliderQuiet(slider_);
  const QSignalBlocker numberQuiet(number_);
  slider_->setRange(0, static_cast<int>(frame.angles - 1));
  number_->setRange(1, static_cast<int>(frame.angles));
  slider_->setValue(static_cast<int>(frame.angle));
  number_->setValue(static_cast<int>(frame.angle) + 1);
  count_->setText(QString("of %1").arg(frame.angles));
  verdict_->setText(QStringLiteral("● acquiring"));
  verdict_->setStyleSheet(QStringLiteral("color: #56b4e9;"));
  showFrame(frame.counts.view(), frame.bit_depth, frame.pixel_size_um);
  if (frame.preview) showPreview(*frame.preview);
}

}  // namespace tomocyte
