// The preview of a frame is computed beside the GUI thread; only the latest wish is served.
#include "ui/hologram_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/background_job.h"
#include "ui/hologram_panels.h"
#include "ui/theme.h"

namespace tomocyte {

HologramView::HologramView(QWidget* parent) : QWidget(parent), job_(new BackgroundJob(this)) {
  panels_ = new HologramPanels;
  slider_ = new QSlider(Qt::Horizontal);
  number_ = new QSpinBox;
  count_ = new QLabel;
  verdict_ = new QLabel;
  verdict_->setTextFormat(Qt::PlainText);
  auto* row = new QHBoxLayout;
  row->setContentsMargins(6, 4, 6, 0);
  row->addWidget(new QLabel(tr("Angle")));
  row->addWidget(number_);
  row->addWidget(count_);
  row->addWidget(slider_, 1);
  row->addWidget(verdict_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addLayout(row);
  column->addWidget(panels_, 1);

  connect(slider_, &QSlider::valueChanged, this, [this](int value) { setAngle(value); });
  connect(number_, &QSpinBox::valueChanged, this, [this](int value) { setAngle(value - 1); });
  connect(job_, &BackgroundJob::ended, this, &HologramView::requestPreview);
  connect(job_, &BackgroundJob::failed, this,
          [this](const QString& what, const QString&) { panels_->showNoPreview(what); });
}

HologramView::~HologramView() = default;

void HologramView::setScan(std::shared_ptr<const Scan> scan) {
  scan_ = std::move(scan);
  panels_->clear();
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
  count_->setText(angles > 0 ? tr("of %1").arg(angles) : QString());
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
    panels_->showFrame(stack.holograms[angle], stack.bit_depth, stack.setup.pixel_size_um);
    wanted_ = angle;
    requestPreview();
  } else if (scan_->fields) {
    showFields(angle);
  }
}

void HologramView::showFields(int angle) {
  const FieldStack& fields = *scan_->fields;
  const auto field = fields.field[angle];
  Array<float, 2> amplitude(field.shape());
  Array<float, 2> phase(field.shape());
  for (Index y = 0; y < field.shape(0); ++y)
    for (Index x = 0; x < field.shape(1); ++x) {
      amplitude(y, x) = std::abs(field(y, x));
      phase(y, x) = fields.phase.empty() ? std::arg(field(y, x)) : fields.phase(angle, y, x);
    }
  panels_->showField(std::move(amplitude), std::move(phase), fields.setup.pixel_size_um);
}

void HologramView::showVerdict(int angle) {
  const bool known = scan_->fields && static_cast<std::size_t>(angle) < scan_->fields->quality.size();
  if (!known) {
    verdict_->setText(tr("not judged yet (Reconstruct judges the frames)"));
    setTone(*verdict_, Tone::kPlain);
    return;
  }
  const FrameQuality& quality = scan_->fields->quality[static_cast<std::size_t>(angle)];
  verdict_->setText(quality.rejected ? tr("✗ rejected: ") + QString::fromStdString(quality.reason)
                                     : tr("✓ accepted, phase noise %1 rad").arg(quality.phase_noise_rad, 0, 'f', 3));
  setTone(*verdict_, quality.rejected ? Tone::kWarning : Tone::kPlain);
}

void HologramView::requestPreview() {
  if (wanted_ < 0 || job_->busy() || !scan_ || !scan_->holograms) return;
  const int angle = std::exchange(wanted_, -1);
  job_->start(tr("Preview"), [this, scan = scan_, angle](const Progress&) -> BackgroundJob::Finish {
    auto preview = std::make_shared<HologramPreview>(preview_hologram(*scan->holograms, angle));
    return [this, scan, angle, preview] {
      if (scan == scan_ && angle == angle_) panels_->showPreview(*preview);
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
  count_->setText(tr("of %1").arg(frame.angles));
  verdict_->setText(tr("● acquiring"));
  setTone(*verdict_, Tone::kAccent);
  panels_->showFrame(frame.counts.view(), frame.bit_depth, frame.pixel_size_um);
  if (frame.preview) panels_->showPreview(*frame.preview);
}

}  // namespace tomocyte
