// The live half of the microscope view: frames, focus, stage.
#include <QCoreApplication>
#include <QDateTime>
#include <QLabel>
#include <QMessageBox>
#include <QSettings>
#include <cmath>

#include "ui/hologram_panels.h"
#include "ui/microscope/device_thread.h"
#include "ui/microscope/focus_curve.h"
#include "ui/microscope/histogram_view.h"
#include "ui/microscope/map_picture.h"
#include "ui/microscope/microscope_view.h"
#include "ui/microscope/positions_panel.h"
#include "ui/microscope/stage_map.h"
#include "ui/notice_bar.h"
#include "ui/theme.h"

namespace tomocyte {
namespace {

constexpr std::size_t kLiveBuffers = 4;
constexpr int kPreviewIntervalMs = 400;      // a preview costs more than a frame
constexpr double kSaturationNotice = 0.001;  // fraction of the pixels
constexpr double kSamePlaceUm = 2.0;         // a focus curve belongs to one place

}  // namespace

void MicroscopeView::setLive(bool on) {
  if (!instrument_ || on == live_) return;
  live_ = on;
  const std::shared_ptr<ConnectedInstrument> instrument = instrument_;
  deviceThread_->post([instrument, on]() -> DeviceThread::Finish {
    if (on && instrument->modulator()) {
      instrument->modulator()->upload({IlluminationPattern{}});
      instrument->modulator()->display(0);
    }
    if (instrument->light()) instrument->light()->set_on(on);
    return {};
  });
  cameraThread_->post([this, instrument, on]() -> DeviceThread::Finish {
    Camera& camera = *instrument->camera();
    camera.stop_stream();
    if (!on) return {};
    camera.set_trigger(CameraTrigger::kFreeRun);
    camera.start_stream(kLiveBuffers);
    return [this] { nextLiveFrame(); };
  });
  if (on) {
    frames_ = 0;
    rateClock_.start();
    previewClock_.invalidate();
  } else {
    rate_->clear();
  }
  updateState();
}

// One frame at a time: the next is fetched when this one is on the screen, so a slow screen never fills the memory.
void MicroscopeView::nextLiveFrame() {
  if (!live_ || !instrument_) return;
  const bool preview = !previewClock_.isValid() || previewClock_.elapsed() > kPreviewIntervalMs;
  if (preview) previewClock_.start();
  cameraThread_->post([this, instrument = instrument_, preview]() -> DeviceThread::Finish {
    Camera& camera = *instrument->camera();
    if (!camera.streaming()) return {};
    std::optional<CameraFrame> frame = camera.next_frame(std::chrono::milliseconds(200));
    if (!frame) return [this] { nextLiveFrame(); };
    // What waited longer is out of date.
    while (std::optional<CameraFrame> newer = camera.next_frame(std::chrono::milliseconds(0))) frame = std::move(newer);
    auto image = std::make_shared<LiveImage>(analyse_live_frame(std::move(*frame), camera.bit_depth(),
                                                                preview ? instrument->config().setup : std::nullopt,
                                                                instrument->carrier()));
    return [this, image, statistics = camera.statistics()] {
      showLive(*image, statistics);
      nextLiveFrame();
    };
  });
}

void MicroscopeView::showLive(const LiveImage& image, const StreamStatistics& statistics) {
  if (!live_) return;
  showImage(image);
  ++frames_;
  noticeSaturation(image.saturated);
  if (rateClock_.elapsed() < 1000) return;
  noticeLostFrames(statistics.lost);
  rate_->setText(tr("%1 frames/s shown, %2 lost")
                     .arg(1000.0 * frames_ / static_cast<double>(rateClock_.restart()), 0, 'f', 1)
                     .arg(statistics.lost));
  setTone(*rate_, statistics.lost > 0 ? Tone::kWarning : Tone::kPlain);
  frames_ = 0;
}

void MicroscopeView::noticeSaturation(double saturated) {
  if (saturated < kSaturationNotice) return notices_->clear(QStringLiteral("saturation"));
  notices_->post(QStringLiteral("saturation"),
                 QCoreApplication::translate(
                     "microscope_live",
                     "%1 % of the pixels are saturated: their phase cannot be measured. Shorten the exposure or "
                     "lower the gain.")
                     .arg(100.0 * saturated, 0, 'g', 2));
}

void MicroscopeView::noticeLostFrames(std::uint64_t lost) {
  const auto threshold = QSettings().value("live/lost-frames-notice", 20).toULongLong();
  if (lost < threshold) return notices_->clear(QStringLiteral("lost"));
  notices_->post(QStringLiteral("lost"),
                 QCoreApplication::translate("microscope_live",
                                             "The camera has lost %1 frames since the live view began: lower its "
                                             "frame rate, or use a faster port or network.")
                     .arg(lost));
}

// Of a device's thread: shown without stopping the user; a live view without its camera ends. `role`: of the device
// that may be connected again, or empty.
void MicroscopeView::noticeFailure(const QString& what, const QString& remedy, const QString& role) {
  setLive(false);
  if (!instrument_) name_->setText(tr("not connected"));
  std::vector<NoticeBar::Action> actions;
  if (instrument_ && !role.isEmpty())
    actions.push_back({tr("Connect the %1 again").arg(role), [this, role] { reconnect(role); }});
  notices_->clear(QStringLiteral("device"));
  notices_->post(QStringLiteral("device"), what.left(1).toUpper() + what.mid(1) + ". " + remedy, std::move(actions));
}

void MicroscopeView::showImage(const LiveImage& image) {
  if (!instrument_) return;
  const InstrumentConfig& config = instrument_->config();
  std::optional<double> pixel;
  if (config.setup) pixel = config.setup->pixel_size_um;
  if (config.smear) pixel = config.smear->pixel_size_um;
  panels_->showFrame(image.counts.view(), image.bit_depth, pixel);
  if (image.preview) panels_->showPreview(*image.preview);
  histogram_->setHistogram(image.histogram, static_cast<double>((1 << image.bit_depth) - 1), image.saturated);
  frameWidth_ = image.counts.shape(1);
  if (image.focus_contrast && position_) focus_->add(position_->z_um, *image.focus_contrast);
}

void MicroscopeView::addTile(Index position, const LiveImage& image) {
  if (!instrument_ || !image.preview || position > static_cast<Index>(positions_->positions().size())) return;
  map_->setTile(positions_->positions()[static_cast<std::size_t>(position - 1)], widthUmOf(*image.preview),
                mapPicture(*image.preview));
}

void MicroscopeView::moveTo(const StagePosition& target) {
  if (lent_ || !mayMove_ || !instrument_ || !instrument_->stage()) return;
  deviceThread_->post([this, instrument = instrument_, target]() -> DeviceThread::Finish {
    instrument->stage()->move_to(target);
    return [this] { pollStage(); };
  });
}

void MicroscopeView::driveTo(const StagePosition& target) {
  if (!whyNotDrive().isEmpty()) return;
  setLive(false);
  deviceThread_->post([instrument = instrument_]() -> DeviceThread::Finish {
    if (instrument->light()) instrument->light()->set_on(false);
    return {};
  });
  moveTo(target);
}

QString MicroscopeView::whyNotDrive() const {
  if (!instrument_ || !instrument_->stage()) return tr("Connect an instrument with a stage first (tab Microscope)");
  if (lent_) return tr("A scan is running");
  return mayMove_ ? QString() : tr("Say first that the stage may move (tab Microscope)");
}

QString MicroscopeView::whyNotScan() const {
  if (const QString why = whyNotDrive(); !why.isEmpty()) return why;
  const bool complete =
      instrument_->camera() && instrument_->modulator() && instrument_->light() && instrument_->config().setup;
  return complete ? QString() : tr("The instrument is not complete: camera, DMD and light are needed");
}

void MicroscopeView::focusBy(double dzUm) {
  if (position_) moveTo({position_->x_um, position_->y_um, position_->z_um + dzUm});
}

void MicroscopeView::pollStage() {
  if (lent_ || !instrument_) return;
  if (!instrument_->stage()) {
    position_.reset();
    map_->setPosition({}, 0.0);
    return;
  }
  deviceThread_->postIfIdle([this, instrument = instrument_]() -> DeviceThread::Finish {
    const StagePosition at = instrument->stage()->position();
    return [this, instrument, at] {
      if (instrument != instrument_) return;
      const bool moved = position_ && std::hypot(at.x_um - position_->x_um, at.y_um - position_->y_um) > kSamePlaceUm;
      if (moved) focus_->clear();
      position_ = at;
      const auto& setup = instrument->config().setup;
      map_->setPosition(at, setup ? setup->pixel_size_um * static_cast<double>(frameWidth_) : 0.0);
      updateState();
    };
  });
}

void MicroscopeView::home() {
  const auto answer = QMessageBox::question(
      this, tr("Home the stage"),
      QCoreApplication::translate(
          "microscope_live",
          "The stage moves over its whole range to find its reference. Is the objective clear of the slide?"),
      QMessageBox::Yes | QMessageBox::No, QMessageBox::No);
  if (answer != QMessageBox::Yes || lent_ || !instrument_) return;
  mayMove_ = true;
  notices_->clear(QStringLiteral("may-move"));
  deviceThread_->post([this, instrument = instrument_]() -> DeviceThread::Finish {
    instrument->stage()->home();
    return [this] { pollStage(); };
  });
}

void MicroscopeView::postScanFrame(Index position, Index angle, const CameraFrame& frame, int bitDepth) {
  constexpr qint64 kIntervalMs = 80;
  const qint64 now = QDateTime::currentMSecsSinceEpoch();
  if (angle > 0 && now - lastScanFrame_ < kIntervalMs) return;
  lastScanFrame_ = now;
  const auto copy = std::make_shared<CameraFrame>(CameraFrame{frame.counts.clone(), frame.number, frame.timestamp_s});
  // The camera belongs to the scan, so its thread is free for the pictures; the engine must not wait for them.
  cameraThread_->post([this, position, angle, bitDepth, copy, instrument = instrument_]() -> DeviceThread::Finish {
    const bool tile = angle == 0 && position > 0 && instrument;
    auto image = std::make_shared<LiveImage>(analyse_live_frame(std::move(*copy), bitDepth,
                                                                tile ? instrument->config().setup : std::nullopt,
                                                                tile ? instrument->carrier() : std::nullopt));
    return [this, position, angle, image] { showScanFrame(position, angle, *image); };
  });
}

void MicroscopeView::showScanFrame(Index position, Index angle, const LiveImage& image) {
  showImage(image);
  rate_->setText(position == 0 ? tr("background, frame %1").arg(angle + 1)
                               : tr("position %1, frame %2").arg(position).arg(angle + 1));
  map_->setMarks(positions_->positions(), position > 0 ? static_cast<std::size_t>(position - 1) : 0);
  if (angle == 0 && position > 0) addTile(position, image);
}

void MicroscopeView::postField(const StagePosition& at, double widthUm, const QImage& picture) {
  QMetaObject::invokeMethod(
      this, [this, at, widthUm, picture] { map_->setTile(at, widthUm, picture); }, Qt::QueuedConnection);
}

void MicroscopeView::postFocus(double zUm, double contrast) {
  QMetaObject::invokeMethod(
      this, [this, zUm, contrast] { focus_->add(zUm, contrast); }, Qt::QueuedConnection);
}

}  // namespace tomocyte
