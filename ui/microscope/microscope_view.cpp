#include "ui/microscope/microscope_view.h"

#include <QAction>
#include <QDateTime>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QSettings>
#include <QSplitter>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/error.h"
#include "ui/hologram_panels.h"
#include "ui/microscope/device_panel.h"
#include "ui/microscope/device_thread.h"
#include "ui/microscope/histogram_view.h"
#include "ui/microscope/positions_panel.h"
#include "ui/microscope/stage_map.h"
#include "ui/painting.h"

namespace tomocyte {
namespace {

constexpr std::size_t kLiveBuffers = 4;
constexpr int kPreviewIntervalMs = 400;  // a preview costs more than a frame
constexpr int kStagePollMs = 400;
constexpr double kFocusStepUm = 0.5;

}  // namespace

MicroscopeView::MicroscopeView(QWidget* parent) : QWidget(parent) {
  toolBar_ = new QToolBar;
  panels_ = new HologramPanels;
  histogram_ = new HistogramView;
  map_ = new StageMap;
  positions_ = new PositionsPanel;
  devices_ = new DevicePanel;
  cameraThread_ = new DeviceThread(this);
  deviceThread_ = new DeviceThread(this);
  buildToolBar();
  buildLayout();
  for (DeviceThread* thread : {cameraThread_, deviceThread_})
    connect(thread, &DeviceThread::failed, this, &MicroscopeView::failed);
  connect(map_, &StageMap::moveWanted, this, [this](double x, double y) {
    if (position_) moveTo({x, y, position_->z_um});
  });
  connect(positions_, &PositionsPanel::moveWanted, this, &MicroscopeView::moveTo);
  connect(positions_, &PositionsPanel::homeWanted, this, &MicroscopeView::home);
  connect(positions_, &PositionsPanel::changed, this, [this] {
    map_->setMarks(positions_->positions(), 0);
    updateState();
  });
  auto* timer = new QTimer(this);
  connect(timer, &QTimer::timeout, this, &MicroscopeView::pollStage);
  timer->start(kStagePollMs);
  updateState();
}

MicroscopeView::~MicroscopeView() {
  setLive(false);
  // The threads are children too, but they must end before the views that their tasks show something in.
  delete cameraThread_;
  delete deviceThread_;
}

void MicroscopeView::buildToolBar() {
  const auto make = [this](const char* text, const QKeySequence& key, const char* help) {
    QAction* action = toolBar_->addAction(QString::fromUtf8(text));
    action->setShortcut(key);
    action->setToolTip(QString::fromUtf8(help) + (key.isEmpty() ? QString() : " (" + key.toString() + ")"));
    return action;
  };
  connect_ = make("Connect", {}, "Connect the instrument that was used last; the arrow chooses another");
  auto* button = qobject_cast<QToolButton*>(toolBar_->widgetForAction(connect_));
  auto* menu = new QMenu(button);
  menu->addAction(QStringLiteral("Simulated microscope"), this, [this] {
    QSettings().remove("instrument");
    connectInstrument(simulated_instrument());
  });
  menu->addAction(QStringLiteral("Instrument from a configuration file…"), this, &MicroscopeView::chooseConfig);
  button->setMenu(menu);
  button->setPopupMode(QToolButton::MenuButtonPopup);
  connect(connect_, &QAction::triggered, this, [this] {
    const QString last = QSettings().value("instrument").toString();
    try {
      connectInstrument(last.isEmpty() ? simulated_instrument() : read_instrument_config(last.toStdString()));
    } catch (const Error& error) {
      Q_EMIT failed(QString::fromStdString(error.what()), QString::fromStdString(error.remedy()));
    }
  });
  liveAction_ = make("Live", QKeySequence(Qt::Key_F2), "Show what the camera sees now; the light is on meanwhile");
  liveAction_->setCheckable(true);
  connect(liveAction_, &QAction::triggered, this, &MicroscopeView::setLive);
  scan_ = make("Scan positions…", QKeySequence(Qt::Key_F3), "Scan every position of the list");
  connect(scan_, &QAction::triggered, this, &MicroscopeView::scanWanted);
  toolBar_->addSeparator();
  stop_ = make("■ STOP", QKeySequence(Qt::CTRL | Qt::Key_Period), "Emergency stop: light off, stage and DMD stopped");
  connect(stop_, &QAction::triggered, this, &MicroscopeView::emergencyStop);
  toolBar_->widgetForAction(stop_)->setStyleSheet(
      QStringLiteral("background: #b3261e; color: white; font-weight: bold;"));
  name_ = new QLabel;
  name_->setContentsMargins(12, 0, 12, 0);
  rate_ = new QLabel;
  toolBar_->addWidget(name_);
  toolBar_->addWidget(rate_);
}

void MicroscopeView::buildLayout() {
  for (const auto& [key, dz] : {std::pair(Qt::Key_PageUp, kFocusStepUm), std::pair(Qt::Key_PageDown, -kFocusStepUm)}) {
    auto* focus = new QAction(this);
    focus->setShortcut(key);
    focus->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(focus);
    connect(focus, &QAction::triggered, this, [this, step = dz] { focusBy(step); });
  }

  auto* side = new QWidget;
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(4, 0, 4, 4);
  column->addWidget(histogram_);
  column->addWidget(map_, 1);
  column->addWidget(positions_);
  auto* split = new QSplitter;
  split->addWidget(devices_);
  split->addWidget(panels_);
  split->addWidget(side);
  split->setSizes({270, 700, 280});
  split->setStretchFactor(1, 1);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->setSpacing(2);
  all->addWidget(toolBar_);
  all->addWidget(split, 1);
}

void MicroscopeView::chooseConfig() {
  const QString path = QFileDialog::getOpenFileName(this, QStringLiteral("Instrument configuration"), {},
                                                    QStringLiteral("Instrument (*.json);;All files (*)"));
  if (path.isEmpty()) return;
  try {
    connectInstrument(read_instrument_config(path.toStdString()));
    QSettings().setValue("instrument", path);
  } catch (const Error& error) {
    Q_EMIT failed(QString::fromStdString(error.what()), QString::fromStdString(error.remedy()));
  }
}

void MicroscopeView::connectInstrument(const InstrumentConfig& config) {
  setLive(false);
  instrument_.reset();
  devices_->setDevices({});
  name_->setText(QString("connecting %1…").arg(QString::fromStdString(config.name)));
  updateState();
  deviceThread_->post([this, config]() -> DeviceThread::Finish {
    auto instrument = std::make_shared<ConnectedInstrument>(config);
    return [this, instrument] { show(instrument); };
  });
}

void MicroscopeView::show(std::shared_ptr<ConnectedInstrument> instrument) {
  instrument_ = std::move(instrument);
  std::vector<DevicePanel::Row> rows;
  int missing = 0;
  for (const ConnectedDevice& device : instrument_->devices()) {
    rows.push_back({device, device.role == "camera" ? cameraThread_ : deviceThread_});
    missing += device.device ? 0 : 1;
  }
  devices_->setDevices(std::move(rows));
  QString name = QString::fromStdString(instrument_->config().name);
  if (instrument_->simulated()) name += QStringLiteral("  <b style='color:#e69f00'>SIMULATED</b>");
  if (missing > 0) name += QString("  <b style='color:#e69f00'>%1 not connected</b>").arg(missing);
  name_->setText(name);
  map_->setLimits(instrument_->config().stage_limits);
  pollStage();
  updateState();
}

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
  if (rateClock_.elapsed() < 1000) return;
  rate_->setText(QString("%1 frames/s shown, %2 lost")
                     .arg(1000.0 * frames_ / static_cast<double>(rateClock_.restart()), 0, 'f', 1)
                     .arg(statistics.lost));
  rate_->setStyleSheet(statistics.lost > 0 ? QStringLiteral("color: #e69f00;") : QString());
  frames_ = 0;
}

void MicroscopeView::showImage(const LiveImage& image) {
  if (!instrument_) return;
  const double pixel = instrument_->config().setup ? instrument_->config().setup->pixel_size_um : 1.0;
  panels_->showFrame(image.counts.view(), image.bit_depth, pixel);
  if (image.preview) panels_->showPreview(*image.preview);
  histogram_->setHistogram(image.histogram, static_cast<double>((1 << image.bit_depth) - 1), image.saturated);
  frameWidth_ = image.counts.shape(1);
}

void MicroscopeView::moveTo(const StagePosition& target) {
  if (lent_ || !instrument_ || !instrument_->stage()) return;
  deviceThread_->post([this, instrument = instrument_, target]() -> DeviceThread::Finish {
    instrument->stage()->move_to(target);
    return [this] { pollStage(); };
  });
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
      position_ = at;
      const auto& setup = instrument->config().setup;
      map_->setPosition(at, setup ? setup->pixel_size_um * static_cast<double>(frameWidth_) : 0.0);
      updateState();
    };
  });
}

void MicroscopeView::home() {
  const auto answer = QMessageBox::question(
      this, QStringLiteral("Home the stage"),
      QStringLiteral(
          "The stage moves over its whole range to find its reference. Is the objective clear of the slide?"),
      QMessageBox::Yes | QMessageBox::No, QMessageBox::No);
  if (answer != QMessageBox::Yes || lent_ || !instrument_) return;
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
  auto image = std::make_shared<LiveImage>(
      analyse_live_frame({frame.counts.clone(), frame.number, frame.timestamp_s}, bitDepth, std::nullopt));
  QMetaObject::invokeMethod(
      this,
      [this, position, angle, image] {
        showImage(*image);
        rate_->setText(position == 0 ? QString("background, frame %1").arg(angle + 1)
                                     : QString("position %1, frame %2").arg(position).arg(angle + 1));
        map_->setMarks(positions_->positions(), position > 0 ? static_cast<std::size_t>(position - 1) : 0);
      },
      Qt::QueuedConnection);
}

void MicroscopeView::lendDevices(std::function<void()> then) {
  setLive(false);
  lent_ = true;
  devices_->setPolling(false);
  updateState();
  // Both threads have done what was asked of them before when these come to their turn.
  cameraThread_->post([this, then = std::move(then)]() -> DeviceThread::Finish {
    return [this, then] { deviceThread_->post([then]() -> DeviceThread::Finish { return then; }); };
  });
}

void MicroscopeView::takeDevicesBack() {
  lent_ = false;
  devices_->setPolling(instrument_ != nullptr);
  updateState();
}

void MicroscopeView::emergencyStop() {
  if (!instrument_) return;
  if (Stage* stage = instrument_->stage()) stage->stop();  // from any thread
  Q_EMIT stopped();
  if (!lent_) {
    setLive(false);
    deviceThread_->post([instrument = instrument_]() -> DeviceThread::Finish {
      if (instrument->modulator()) instrument->modulator()->stop();
      if (instrument->light()) instrument->light()->set_on(false);
      return {};
    });
  }
  Q_EMIT message(QStringLiteral("Emergency stop: light off, stage and DMD stopped"));
}

void MicroscopeView::updateState() {
  const bool free = instrument_ && !lent_;
  connect_->setEnabled(!lent_);
  liveAction_->setEnabled(free && instrument_->camera());
  liveAction_->setChecked(live_);
  const bool complete = free && instrument_->camera() && instrument_->modulator() && instrument_->stage() &&
                        instrument_->light() && instrument_->config().setup;
  const bool listed = !positions_->positions().empty();
  scan_->setEnabled(complete && listed && positions_->background());
  scan_->setToolTip(!listed ? QStringLiteral("Add positions to the list first")
                    : !positions_->background()
                        ? QStringLiteral("Choose a place without a sample first (Background here)")
                        : QStringLiteral("Scan every position of the list (F3)"));
  stop_->setEnabled(instrument_ != nullptr);
  positions_->setStagePosition(free ? position_ : std::nullopt);
  map_->setEnabled(free);
}

}  // namespace tomocyte
