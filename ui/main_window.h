// The main window: the open scan, its views, and the one background job that changes it.
#pragma once

#include <QMainWindow>
#include <QStringList>
#include <filesystem>
#include <memory>

#include "app/workflow/find_cells.h"
#include "app/workflow/instrument_scan.h"
#include "app/workflow/smear_job.h"
#include "app/workflow/workflow.h"
#include "core/scan.h"
#include "ui/notice_bar.h"

class QAction;
class QComboBox;
class QDockWidget;
class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTabWidget;

namespace tomocyte {

class BackgroundJob;
class CellTableView;
class CompareView;
class HologramView;
class MicroscopeView;
class SamplesView;
class SessionLog;
class SidePanel;
class TomogramView;

// What the user should know of this start.
struct StartConditions {
  QString safeMode;        // why the settings are not used; empty: they are
  QString settingsFile;    // the user's
  QString brokenSettings;  // where a damaged settings file was put; empty: it was none
};

class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  MainWindow();
  ~MainWindow() override;

  // Reads in the background; an error is shown as a notice.
  void openFile(const std::filesystem::path& path);
  // `path` empty: not from a file. `unsaved`: asked for at close.
  void showScan(std::shared_ptr<const Scan> scan, const std::filesystem::path& path, bool unsaved);
  [[nodiscard]] const std::shared_ptr<const Scan>& scan() const { return scan_; }
  [[nodiscard]] BackgroundJob& job() { return *job_; }
  [[nodiscard]] SamplesView& samples() { return *samples_; }
  [[nodiscard]] NoticeBar& notices() { return *notices_; }
  // Another start of the program: shows the window, and opens the file unless it is empty.
  void comeForward(const QString& file);
  void welcome(const StartConditions& start);
  [[nodiscard]] CompareView& comparison() { return *comparison_; }

 protected:
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  // main_window.cpp: what the window is made of.
  void buildViews();
  void buildActions();
  void buildStatusBar();
  void connectJob();
  void updateState();
  void fillRecentMenu();
  void restoreSettings();
  void saveSettings();
  void showError(const QString& what, const QString& remedy);

  // main_window_actions.cpp: what the user can ask for.
  void chooseFile();
  void save();
  bool saveTo(const std::filesystem::path& path);
  void acquire();
  void reconstruct();
  void measure();
  void classify();
  void trainModel();
  void runAll();
  // What was computed from the open scan.
  void showResult(std::shared_ptr<const Scan> scan);
  void exportCells();
  void savePicture();
  void about();
  [[nodiscard]] bool mayDiscard();
  void setPath(const std::filesystem::path& path);
  [[nodiscard]] QString lastFolder() const;

  // main_window_scans.cpp: scans with the connected instrument.
  void scanPositions();
  // `again`: of the cell that is scanned once more at the only place, for its sample of the worklist.
  void scanPlaces(const std::vector<StagePosition>& places, const std::optional<SampleInformation>& again);
  using ScanRun = std::function<InstrumentScanResult(const InstrumentScanOptions&, const Progress&)>;
  // `run` on the job's thread, with the chosen model in its options.
  // `sampleId` is that of the worklist.
  void runScan(const std::filesystem::path& journal, const InstrumentScanOptions& options, const std::string& sampleId,
               ScanRun run);
  [[nodiscard]] bool beginScan(const std::filesystem::path& journal);
  [[nodiscard]] InstrumentScanOptions scanOptions(const std::filesystem::path& output);
  std::function<void()> finishScan(const InstrumentScanResult& result, const std::string& sampleId);
  void pauseOrResume();
  [[nodiscard]] std::pair<QString, std::vector<NoticeBar::Action>> interruption(const std::filesystem::path& journal);
  void offerInterruptedScans();
  void resumeScan(const std::filesystem::path& journal);
  void sealInterrupted(const std::filesystem::path& journal);

  // main_window_overviews.cpp: many fields of a slide.
  void findCells();
  void scanSmear();
  // One of both.
  struct SmearDevices {
    std::shared_ptr<ConnectedInstrument> instrument;
    std::shared_ptr<SimulatedSmearSession> session;
    SampleInformation sample;  // of the connected instrument's scan
    [[nodiscard]] SmearSource source() const;
  };
  [[nodiscard]] SmearDevices smearDevices() const;
  [[nodiscard]] SmearJob smearJob() const;  // as the dialog's options say
  void runSmear(const SmearDevices& devices, const std::filesystem::path& journal, SmearJob job,
                const std::optional<SmearPlan>& plan);
  void resumeSmear(const std::filesystem::path& file);

  // main_window_help.cpp: log, shortcuts, first steps, theme.
  void buildLog();
  void fillViewMenu(QMenu* view);
  void fillHelpMenu(QMenu* help);
  void showShortcuts();
  void showTour();
  void makePracticeSample();
  void copyDiagnostics();

  // main_window_samples.cpp: the tab of the laboratory's samples.
  void addSamples();
  void makeRoomForSamples();
  void giveRoomBack();
  void openCell(const std::filesystem::path& path, int label);
  // Into the worklist, or a notice that nobody is signed in. `sampleId` empty: the scans' own.
  void offerToWorklist(const std::vector<std::filesystem::path>& files, const std::string& sampleId);
  // Where the file's scan was taken; `again`: then it is scanned anew for this sample of the worklist.
  void driveTo(const std::filesystem::path& file, const QString& sampleId, bool again);

  std::shared_ptr<const Scan> scan_;
  std::filesystem::path path_;
  bool unsaved_ = false;
  bool closeWhenIdle_ = false;
  bool justRun_ = false;  // the open scan comes from "Run all" and was not saved yet
  MainJobOptions options_;
  FindCellsOptions overview_;
  SmearOptions smear_;
  SmearRequest smearRequest_;
  std::shared_ptr<Pause> pause_;  // of the scan that runs; null when none does
  QStringList recent_;

  SessionLog* log_;
  BackgroundJob* job_;
  NoticeBar* notices_;
  QTabWidget* tabs_;
  SamplesView* samples_ = nullptr;
  QList<QDockWidget*> hiddenDocks_;  // while the samples need their room
  TomogramView* tomogram_;
  CompareView* comparison_;
  HologramView* holograms_;
  MicroscopeView* microscope_;
  CellTableView* cells_;
  SidePanel* panel_;
  QLabel* simulatedBadge_;
  QProgressBar* progress_;
  QLabel* stage_;
  QPushButton* cancelButton_;
  QPushButton* pauseButton_;
  QComboBox* sample_;
  QSpinBox* seed_;
  QMenu* recentMenu_ = nullptr;
  QAction* open_ = nullptr;
  QAction* save_ = nullptr;
  QAction* acquire_ = nullptr;
  QAction* reconstruct_ = nullptr;
  QAction* classify_ = nullptr;
  QAction* measure_ = nullptr;
  QAction* runAll_ = nullptr;
  QAction* cancel_ = nullptr;
  QAction* exportCells_ = nullptr;
  QAction* picture_ = nullptr;
};

}  // namespace tomocyte
