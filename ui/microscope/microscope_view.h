// The instrument: its devices, the live picture, the stage, and the positions to scan.
#pragma once

#include <QElapsedTimer>
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
class HistogramView;
class HologramPanels;
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
  [[nodiscard]] const PositionsPanel& positions() const { return *positions_; }

  // While a scan owns the devices nobody else may speak to them: `then` runs when everything else has let go of them.
  void lendDevices(std::function<void()> then);
  void takeDevicesBack();
  // Frame of a running scan, from any thread; not every one is shown. Position 0 is the background.
  void postScanFrame(Index position, Index angle, const CameraFrame& frame, int bitDepth);

 public Q_SLOTS:
  // Light off, stage and modulator stopped, at once. Also while a scan runs.
  void emergencyStop();

 Q_SIGNALS:
  void scanWanted();
  void stopped();  // by emergencyStop()
  void failed(const QString& what, const QString& remedy);
  void message(const QString& text);

 private:
  void buildToolBar();
  void buildLayout();
  void chooseConfig();
  void show(std::shared_ptr<ConnectedInstrument> instrument);
  void setLive(bool on);
  void nextLiveFrame();
  void showLive(const LiveImage& image, const StreamStatistics& statistics);
  void showImage(const LiveImage& image);
  void moveTo(const StagePosition& target);
  void focusBy(double dzUm);
  void pollStage();
  void home();
  void updateState();

  std::shared_ptr<ConnectedInstrument> instrument_;
  std::optional<StagePosition> position_;
  bool live_ = false;
  bool lent_ = false;
  Index frameWidth_ = 0;  // pixels, of the last live frame
  int frames_ = 0;        // since the rate was last shown
  QElapsedTimer rateClock_;
  QElapsedTimer previewClock_;
  std::atomic<qint64> lastScanFrame_ = 0;  // ms, of what was posted last

  QToolBar* toolBar_;
  QAction* connect_;
  QAction* liveAction_;
  QAction* scan_;
  QAction* stop_;
  QLabel* name_;
  QLabel* rate_;
  HologramPanels* panels_;
  HistogramView* histogram_;
  StageMap* map_;
  PositionsPanel* positions_;
  DevicePanel* devices_;
  // Last, so that they end first: no task may outlive what it shows.
  DeviceThread* cameraThread_;
  DeviceThread* deviceThread_;
};

}  // namespace tomocyte
