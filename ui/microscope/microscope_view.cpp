#include "ui/microscope/microscope_view.h"

#include <QAction>
#include <QCoreApplication>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "acquisition/instrument/watchdog.h"
#include "core/error.h"
#include "ui/hologram_panels.h"
#include "ui/microscope/device_panel.h"
#include "ui/microscope/device_thread.h"
#include "ui/microscope/fault_panel.h"
#include "ui/microscope/focus_curve.h"
#include "ui/microscope/histogram_view.h"
#include "ui/microscope/positions_panel.h"
#include "ui/microscope/stage_map.h"
#include "ui/notice_bar.h"

namespace tomocyte {
namespace {

constexpr int kStagePollMs = 400;
const QString kMayMove = QStringLiteral("may-move");
constexpr double kFocusStepUm = 0.5;

}  // namespace

MicroscopeView::MicroscopeView(QWidget* parent) : QWidget(parent) {
  toolBar_ = new QToolBar;
  panels_ = new HologramPanels;
  notices_ = new NoticeBar;
  histogram_ = new HistogramView;
  focus_ = new FocusCurve;
  faults_ = new FaultPanel;
  map_ = new StageMap;
  positions_ = new PositionsPanel;
  devices_ = new DevicePanel;
  cameraThread_ = new DeviceThread(this);
  deviceThread_ = new DeviceThread(this);
  buildToolBar();
  buildLayout();
  connect(deviceThread_, &DeviceThread::failed, this,
          [this](const QString& what, const QString& remedy) { noticeFailure(what, remedy, {}); });
  connect(cameraThread_, &DeviceThread::failed, this, [this](const QString& what, const QString& remedy) {
    noticeFailure(what, remedy, QStringLiteral("camera"));
  });
  connect(map_, &StageMap::moveWanted, this, [this](double x, double y) {
    if (position_) moveTo({x, y, position_->z_um});
  });
  connect(positions_, &PositionsPanel::moveWanted, this, &MicroscopeView::moveTo);
  connect(positions_, &PositionsPanel::findWanted, this, &MicroscopeView::findWanted);
  connect(positions_, &PositionsPanel::homeWanted, this, &MicroscopeView::home);
  connect(devices_, &DevicePanel::reconnectWanted, this, &MicroscopeView::reconnect);
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
  const auto make = [this](const QString& text, const QKeySequence& key, const QString& help) {
    QAction* action = toolBar_->addAction(text);
    action->setShortcut(key);
    action->setToolTip(help + (key.isEmpty() ? QString() : " (" + key.toString() + ")"));
    return action;
  };
  connect_ = make(tr("Connect"), {}, tr("Connect the instrument that was used last; the arrow chooses another"));
  auto* button = qobject_cast<QToolButton*>(toolBar_->widgetForAction(connect_));
  auto* menu = new QMenu(button);
  menu->addAction(tr("Simulated microscope"), this, [this] {
    QSettings().remove("instrument");
    connectInstrument(simulated_instrument());
  });
  menu->addAction(tr("Simulated smear microscope"), this, [this] { connectInstrument(simulated_smear_instrument()); });
  menu->addAction(tr("Instrument from a configuration file…"), this, &MicroscopeView::chooseConfig);
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
  liveAction_ =
      make(tr("Live"), QKeySequence(Qt::Key_F2), tr("Show what the camera sees now; the light is on meanwhile"));
  liveAction_->setCheckable(true);
  connect(liveAction_, &QAction::triggered, this, &MicroscopeView::setLive);
  autoContrast_ = make(tr("Auto contrast"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
                       tr("Stretch the grey values to what the frame holds"));
  autoContrast_->setCheckable(true);
  autoContrast_->setChecked(QSettings().value("live/auto-contrast", false).toBool());
  connect(autoContrast_, &QAction::toggled, this, [this](bool on) {
    QSettings().setValue("live/auto-contrast", on);
    panels_->setAutoContrast(on);
  });
  panels_->setAutoContrast(autoContrast_->isChecked());
  scan_ = make(tr("Scan positions…"), QKeySequence(Qt::Key_F3), tr("Scan every position of the list"));
  connect(scan_, &QAction::triggered, this, &MicroscopeView::scanWanted);
  toolBar_->addSeparator();
  stop_ = make(tr("■ STOP"), QKeySequence(Qt::CTRL | Qt::Key_Period),
               tr("Emergency stop: light off, stage and DMD stopped"));
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
    focus->setShortcutContext(Qt::WindowShortcut);
    addAction(focus);
    connect(focus, &QAction::triggered, this, [this, step = dz] { focusBy(step); });
  }

  auto* side = new QWidget;
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(4, 0, 4, 4);
  column->addWidget(histogram_);
  column->addWidget(focus_);
  column->addWidget(map_, 1);
  column->addWidget(positions_);
  auto* left = new QWidget;
  auto* devices = new QVBoxLayout(left);
  devices->setContentsMargins(0, 0, 0, 0);
  devices->addWidget(devices_, 1);
  devices->addWidget(faults_);
  auto* split = new QSplitter;
  split->addWidget(left);
  split->addWidget(panels_);
  split->addWidget(side);
  split->setSizes({270, 700, 280});
  split->setStretchFactor(1, 1);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->setSpacing(2);
  all->addWidget(toolBar_);
  all->addWidget(notices_);
  all->addWidget(split, 1);
}

void MicroscopeView::chooseConfig() {
  const QString path =
      QFileDialog::getOpenFileName(this, tr("Instrument configuration"), {}, tr("Instrument (*.json);;All files (*)"));
  if (path.isEmpty()) return;
  try {
    connectInstrument(read_instrument_config(path.toStdString()));
    QSettings().setValue("instrument", path);
  } catch (const Error& error) {
    Q_EMIT failed(QString::fromStdString(error.what()), QString::fromStdString(error.remedy()));
  }
}

// Nobody may show or use a device that is being closed.
void MicroscopeView::disconnect() {
  setLive(false);
  instrument_.reset();
  position_.reset();
  devices_->setDevices({});
  faults_->setInstrument(nullptr);
  notices_->clear(kMayMove);
  map_->clearTiles();
  focus_->clear();
}

void MicroscopeView::connectInstrument(const InstrumentConfig& config) {
  disconnect();
  mayMove_ = false;
  name_->setText(tr("connecting %1…").arg(QString::fromStdString(config.name)));
  updateState();
  deviceThread_->post([this, config]() -> DeviceThread::Finish {
    // The watchdog goes when the last who holds the instrument has let go of it.
    const std::shared_ptr<Watchdog> watchdog = start_watchdog(config);
    const std::shared_ptr<ConnectedInstrument> instrument(new ConnectedInstrument(config),
                                                          [watchdog](ConnectedInstrument* own) { delete own; });
    return [this, instrument] { show(instrument); };
  });
}

void MicroscopeView::reconnect(const QString& role) {
  const std::shared_ptr<ConnectedInstrument> instrument = instrument_;
  if (!instrument || lent_) return;
  disconnect();
  name_->setText(tr("connecting the %1…").arg(role));
  updateState();
  whenIdle([this, instrument, role] {
    deviceThread_->post([this, instrument, role]() -> DeviceThread::Finish {
      instrument->reconnect(role.toStdString());
      return [this, instrument] { show(instrument); };
    });
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
  if (missing > 0) name += "  <b style='color:#e69f00'>" + tr("%1 not connected").arg(missing) + "</b>";
  name_->setText(name);
  map_->setLimits(instrument_->config().stage_limits);
  faults_->setInstrument(instrument_);
  askMayMove();
  pollStage();
  updateState();
}

void MicroscopeView::askMayMove() {
  const Stage* stage = instrument_->stage();
  if (mayMove_ || !stage) return;
  if (stage->identity().driver == "simulated") {
    mayMove_ = true;
    return;
  }
  notices_->post(kMayMove,
                 QCoreApplication::translate(
                     "microscope_view",
                     "The stage is connected and stands still. May it move? Check first that the objective "
                     "is clear of the slide and the way is free."),
                 {{tr("It may move"), [this] {
                     mayMove_ = true;
                     updateState();
                   }}});
}

void MicroscopeView::lendDevices(std::function<void()> then) {
  setLive(false);
  lent_ = true;
  map_->clearTiles();
  map_->fit();
  focus_->clear();
  devices_->setPolling(false);
  updateState();
  whenIdle(std::move(then));
}

// Both threads have done what was asked of them before when these come to their turn.
void MicroscopeView::whenIdle(std::function<void()> then) {
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
  if (instrument_ && instrument_->stage()) instrument_->stage()->stop();  // from any thread
  Q_EMIT stopped();                                                       // ends a scan, of a smear too
  if (!instrument_) return;
  if (!lent_) {
    setLive(false);
    deviceThread_->post([instrument = instrument_]() -> DeviceThread::Finish {
      if (instrument->modulator()) instrument->modulator()->stop();
      if (instrument->light()) instrument->light()->set_on(false);
      return {};
    });
  }
  Q_EMIT message(tr("Emergency stop: light off, stage and DMD stopped"));
}

void MicroscopeView::updateState() {
  const bool free = instrument_ && !lent_;
  connect_->setEnabled(!lent_);
  liveAction_->setEnabled(free && instrument_->camera());
  liveAction_->setChecked(live_);
  const bool complete = free && mayMove_ && instrument_->camera() && instrument_->modulator() && instrument_->stage() &&
                        instrument_->light() && instrument_->config().setup;
  const bool listed = !positions_->positions().empty();
  scan_->setEnabled(complete && listed);
  scan_->setToolTip(free && !mayMove_ ? tr("Say first that the stage may move")
                    : !listed         ? tr("Add positions to the list first")
                                      : tr("Scan every position of the list (F3)"));
  positions_->setStagePosition(free ? position_ : std::nullopt);
  map_->setEnabled(free && mayMove_);
}

}  // namespace tomocyte
