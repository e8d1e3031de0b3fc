// The instrument: its devices, the live picture, the stage, and the positions to scan.
#pragma once

#include <QElapsedTimer>
#include <QImage>
#include <QWidget>
#include <atomic>
#include <functional>
#include <memory>

#include "acquisition/instrument/connected_instrument.h"
#include "app/workflow/live_image.h"

class QAction;
class QLabel;
class QToolBar;

namespace tomocyte {

class DevicePanel;
class DeviceThread;
class FaultPanel;
class FocusCurve;
class HistogramView;
class HologramPanels;
class NoticeBar;
class PositionsPanel;
class StageMap;

class MicroscopeView : public QWidget {
  Q_OBJECT
 public:
  explicit MicroscopeView(QWidget* parent = nullptr);
  ~MicroscopeView() override;

  // In the background; replaces what was connected.
  void connectInstrument(const InstrumentConfig& config);
  [[nodiscard]] std::shared_ptr<ConnectedInstrument> instrument() const { return instrument_; }
  [[nodiscard]] PositionsPanel& positions() const { return *positions_; }

  // While a scan owns the devices nobody else may speak to them: `then` runs when everything else has let go of them.
  void lendDevices(std::function<void()> then);
  void takeDevicesBack();
  // Frame of a running scan, from any thread; not every one is shown. Position 0 is the background.
  void postScanFrame(Index position, Index angle, const CameraFrame& frame, int bitDepth);
  // Of the autofocus of a running scan, from any thread.
  void postFocus(double zUm, double contrast);
  // A field of an overview or a tile of a smear, for the map; from any thread.
  void postField(const StagePosition& at, double widthUm, const QImage& picture);
  // Live view and light go off, then the stage moves. Only where whyNotDrive() is empty.
  void driveTo(const StagePosition& target);
  // Why the stage may not move now, or nothing can be scanned; empty: it may.
  [[nodiscard]] QString whyNotDrive() const;
  [[nodiscard]] QString whyNotScan() const;
  [[nodiscard]] NoticeBar& notices() { return *notices_; }

 public Q_SLOTS:
  // Light off, stage and modulator stopped, at once. Also while a scan runs.
  void emergencyStop();

 Q_SIGNALS:
  void scanWanted();
  void findWanted();
  void stopped();  // by emergencyStop()
  void failed(const QString& what, const QString& remedy);
  void message(const QString& text);

 private:
  // microscope_view.cpp: what the view is made of, and connecting.
  void buildToolBar();
  void buildLayout();
  void chooseConfig();
  void disconnect();
  void reconnect(const QString& role);
  void show(std::shared_ptr<ConnectedInstrument> instrument);
  void askMayMove();
  void whenIdle(std::function<void()> then);

  // microscope_live.cpp: what it shows and moves.
  void setLive(bool on);
  void nextLiveFrame();
  void showLive(const LiveImage& image, const StreamStatistics& statistics);
  void showImage(const LiveImage& image);
  void showScanFrame(Index position, Index angle, const LiveImage& image);
  void noticeSaturation(double saturated);
  void noticeLostFrames(std::uint64_t lost);
  void noticeFailure(const QString& what, const QString& remedy, const QString& role);
  void addTile(Index position, const LiveImage& image);
  void moveTo(const StagePosition& target);
  void focusBy(double dzUm);
  void pollStage();
  void home();
  void updateState();

  std::shared_ptr<ConnectedInstrument> instrument_;
  std::optional<StagePosition> position_;
  bool live_ = false;
  bool lent_ = false;
  bool mayMove_ = false;  // the user has said that the stage's way is free
  Index frameWidth_ = 0;  // pixels, of the last live frame
  int frames_ = 0;        // since the rate was last shown
  QElapsedTimer rateClock_;
  QElapsedTimer previewClock_;
  std::atomic<qint64> lastScanFrame_ = 0;  // ms, of what was posted last

  QToolBar* toolBar_;
  QAction* connect_;
  QAction* liveAction_;
  QAction* scan_;
  QAction* autoContrast_;
  QAction* stop_;
  QLabel* name_;
  QLabel* rate_;
  HologramPanels* panels_;
  NoticeBar* notices_;
  HistogramView* histogram_;
  FocusCurve* focus_;
  FaultPanel* faults_;
  StageMap* map_;
  PositionsPanel* positions_;
  DevicePanel* devices_;
  // Last, so that they end first: no task may outlive what it shows.
  DeviceThread* cameraThread_;
  DeviceThread* deviceThread_;
};

}  // namespace tomocyte
