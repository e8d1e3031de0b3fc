// Layout, state and settings of the main window.
#include "ui/main_window.h"

#include <QAction>
#include <QCloseEvent>
#include <QComboBox>
#include <QCoreApplication>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStatusBar>
#include <QTabWidget>
#include <QToolBar>
#include <QVBoxLayout>

#include "core/error.h"
#include "ui/background_job.h"
#include "ui/cell_table_view.h"
#include "ui/hologram_view.h"
#include "ui/microscope/microscope_view.h"
#include "ui/models/model_panel.h"
#include "ui/painting.h"
#include "ui/side_panel.h"
#include "ui/support/session_log.h"
#include "ui/tomogram_view.h"
#include "ui/viewer/compare_view.h"

namespace tomocyte {
namespace {

// A stored value that no longer fits (an edited or older settings file) falls back to the defaults.
template <class S>
void restoreOptions(S& options, const QString& json) {
  if (json.isEmpty()) return;
  try {
    options = options_from_json<S>(json.toStdString());
  } catch (const std::exception&) {
    options = S{};
  }
}

QString durationText(double seconds) {
  if (seconds < 0.0) return {};
  const auto whole = static_cast<int>(seconds + 0.5);
  return whole >= 60 ? QCoreApplication::translate("main_window", ", %1 min %2 s left").arg(whole / 60).arg(whole % 60)
                     : QCoreApplication::translate("main_window", ", %1 s left").arg(whole);
}

}  // namespace

MainWindow::MainWindow() : log_(new SessionLog(logFolder(), this)), job_(new BackgroundJob(this)) {
  setAcceptDrops(true);
  buildViews();
  buildLog();
  buildActions();
  buildStatusBar();
  connectJob();
  resize(1500, 940);
  restoreSettings();
  makeRoomForSamples();
  updateState();
  offerInterruptedScans();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildViews() {
  tabs_ = new QTabWidget;
  tabs_->setDocumentMode(true);
  addSamples();
  tomogram_ = new TomogramView;
  holograms_ = new HologramView;
  tabs_->addTab(tomogram_, tr("Tomogram"));
  comparison_ = new CompareView;
  tabs_->addTab(comparison_, tr("Compare"));
  tabs_->addTab(holograms_, tr("Holograms"));
  microscope_ = new MicroscopeView;
  tabs_->addTab(microscope_, tr("Microscope"));
  connect(microscope_, &MicroscopeView::failed, this, &MainWindow::showError);
  connect(microscope_, &MicroscopeView::scanWanted, this, &MainWindow::scanPositions);
  connect(microscope_, &MicroscopeView::findWanted, this, &MainWindow::findCells);
  connect(microscope_, &MicroscopeView::stopped, job_, &BackgroundJob::cancel);
  connect(microscope_, &MicroscopeView::message, this, [this](const QString& text) { stage_->setText(text); });
  simulatedBadge_ = new QLabel(QStringLiteral("SIMULATED"));
  simulatedBadge_->setObjectName(QStringLiteral("simulatedBadge"));
  simulatedBadge_->setToolTip(tr("This scan comes from the simulated microscope, not from a sample"));
  tabs_->setCornerWidget(simulatedBadge_);
  notices_ = new NoticeBar;
  auto* centre = new QWidget;
  auto* column = new QVBoxLayout(centre);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(notices_);
  column->addWidget(tabs_, 1);
  setCentralWidget(centre);

  cells_ = new CellTableView;
  auto* cellDock = new QDockWidget(tr("Cells"));
  cellDock->setObjectName(QStringLiteral("cells"));
  cellDock->setWidget(cells_);
  addDockWidget(Qt::BottomDockWidgetArea, cellDock);
  panel_ = new SidePanel(options_);
  auto* panelDock = new QDockWidget(tr("Options and scan"));
  panelDock->setObjectName(QStringLiteral("panel"));
  panelDock->setWidget(panel_);
  addDockWidget(Qt::RightDockWidgetArea, panelDock);
  setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
  resizeDocks({panelDock}, {400}, Qt::Horizontal);
  resizeDocks({cellDock}, {150}, Qt::Vertical);

  connect(tomogram_, &TomogramView::cellClicked, cells_, &CellTableView::selectCell);
  connect(tomogram_, &TomogramView::message, this, [this](const QString& text) { stage_->setText(text); });
  connect(cells_, &CellTableView::cellSelected, tomogram_, &TomogramView::selectCell);
  connect(cells_, &CellTableView::exportWanted, this, &MainWindow::exportCells);
}

void MainWindow::buildActions() {
  const auto make = [this](const QString& text, const QKeySequence& key, const QString& help,
                           void (MainWindow::*does)()) {
    auto* action = new QAction(text, this);
    action->setShortcut(key);
    action->setToolTip(help + (key.isEmpty() ? QString() : " (" + key.toString() + ")"));
    connect(action, &QAction::triggered, this, does);
    return action;
  };
  open_ = make(tr("Open…"), QKeySequence::Open, tr("Open a scan, holograms or fields"), &MainWindow::chooseFile);
  save_ =
      make(tr("Save…"), QKeySequence::Save, tr("Save the scan with everything computed from it"), &MainWindow::save);
  acquire_ = make(tr("Acquire"), QKeySequence(Qt::Key_F4), tr("Take a scan with the simulated microscope"),
                  &MainWindow::acquire);
  reconstruct_ =
      make(tr("Reconstruct"), QKeySequence(Qt::Key_F5), tr("Holograms to tomogram"), &MainWindow::reconstruct);
  measure_ =
      make(tr("Measure"), QKeySequence(Qt::Key_F6), tr("Find the cells and their indices"), &MainWindow::measure);
  classify_ = make(tr("Classify"), QKeySequence(Qt::Key_F7), tr("Say which class each cell is"), &MainWindow::classify);
  runAll_ = make(tr("Run all"), QKeySequence(Qt::Key_F9), tr("Acquire, reconstruct, measure and classify"),
                 &MainWindow::runAll);
  exportCells_ = make(tr("Export cells as CSV…"), {}, tr("Write the cell table"), &MainWindow::exportCells);
  picture_ = make(tr("Save picture…"), {}, tr("Write an overview picture as PNG"), &MainWindow::savePicture);
  cancel_ = new QAction(tr("Cancel"), this);
  cancel_->setShortcut(Qt::Key_Escape);
  cancel_->setToolTip(tr("Stop what is running; nothing already there is lost (Esc)"));
  connect(cancel_, &QAction::triggered, this, [this] { job_->cancel(); });

  sample_ = new QComboBox;
  for (const auto& option : option_table<SimulationOptions>())
    if (option.name == "sample")
      for (const std::string& choice : option.choices) sample_->addItem(QString::fromStdString(choice));
  sample_->setToolTip(tr("What the simulated microscope looks at"));
  seed_ = new QSpinBox;
  seed_->setRange(0, 999999999);
  seed_->setPrefix(tr("seed "));
  seed_->setToolTip(tr("The same seed gives the same cell"));
  connect(sample_, &QComboBox::currentTextChanged, this, [this](const QString& text) {
    options_.simulation.sample = text.toStdString();
    panel_->refresh();
  });
  connect(seed_, &QSpinBox::valueChanged, this, [this](int seed) {
    options_.simulation.seed = seed;
    panel_->refresh();
  });
  connect(&panel_->models(), &ModelPanel::changed, this, &MainWindow::updateState);
  connect(&panel_->models(), &ModelPanel::trainWanted, this, &MainWindow::trainModel);
  connect(panel_, &SidePanel::simulationEdited, this, &MainWindow::updateState);

  auto* bar = addToolBar(tr("Actions"));
  bar->setObjectName(QStringLiteral("actions"));
  bar->setMovable(false);
  bar->addActions({open_, save_});
  bar->addSeparator();
  bar->addWidget(new QLabel(tr(" Simulated microscope ")));
  bar->addWidget(sample_);
  bar->addWidget(seed_);
  bar->addActions({acquire_, reconstruct_, measure_, classify_});
  bar->addSeparator();
  bar->addActions({runAll_, cancel_});

  QMenu* file = menuBar()->addMenu(tr("&File"));
  file->addAction(open_);
  recentMenu_ = file->addMenu(tr("Open recent"));
  file->addAction(save_);
  file->addSeparator();
  file->addActions({exportCells_, picture_});
  file->addSeparator();
  QAction* quit = file->addAction(tr("Quit"), this, &QWidget::close);
  quit->setShortcut(QKeySequence::Quit);
  QMenu* scan = menuBar()->addMenu(tr("&Scan"));
  scan->addActions({acquire_, reconstruct_, measure_, classify_, runAll_, cancel_});
  scan->addSeparator();
  scan->addAction(tr("Scan a smear…"), this, &MainWindow::scanSmear);
  scan->addAction(tr("Train a model…"), this, &MainWindow::trainModel);
  fillViewMenu(menuBar()->addMenu(tr("&View")));
  fillHelpMenu(menuBar()->addMenu(tr("&Help")));
}

void MainWindow::buildStatusBar() {
  stage_ = new QLabel;
  progress_ = new QProgressBar;
  progress_->setRange(0, 1000);
  progress_->setFixedWidth(220);
  progress_->setTextVisible(false);
  cancelButton_ = new QPushButton(tr("Cancel"));
  connect(cancelButton_, &QPushButton::clicked, cancel_, &QAction::trigger);
  pauseButton_ = new QPushButton(tr("Pause"));
  pauseButton_->setShortcut(Qt::Key_F8);
  pauseButton_->setToolTip(tr("Stop after this cell: light off, stage still (F8)"));
  connect(pauseButton_, &QPushButton::clicked, this, &MainWindow::pauseOrResume);
  statusBar()->addWidget(progress_);
  statusBar()->addWidget(pauseButton_);
  statusBar()->addWidget(cancelButton_);
  statusBar()->addWidget(stage_, 1);
  auto* research = new QLabel(QString::fromUtf8(kResearchUseOnly));
  research->setObjectName(QStringLiteral("researchUseOnly"));
  statusBar()->addPermanentWidget(research);
}

void MainWindow::connectJob() {
  connect(job_, &BackgroundJob::started, this, [this](const QString& name) {
    progress_->setValue(0);
    stage_->setText(name + "…");
    updateState();
  });
  connect(job_, &BackgroundJob::progressed, this, [this](double fraction, const QString& stage, double left) {
    if (!job_->busy()) return;
    progress_->setValue(static_cast<int>(1000.0 * fraction));
    stage_->setText(stage + durationText(left));
  });
  connect(job_, &BackgroundJob::succeeded, this, [this] { stage_->setText(tr("%1: done").arg(job_->name())); });
  connect(job_, &BackgroundJob::cancelled, this, [this] {
    stage_->setText(tr("%1: cancelled").arg(job_->name()));
    holograms_->setScan(scan_);
  });
  connect(job_, &BackgroundJob::failed, this, [this](const QString& what, const QString& remedy) {
    stage_->setText(tr("%1: failed").arg(job_->name()));
    if (!closeWhenIdle_) showError(what, remedy);
  });
  connect(job_, &BackgroundJob::ended, this, [this] {
    updateState();
    if (closeWhenIdle_) close();
  });
}

void MainWindow::updateState() {
  const bool busy = job_->busy();
  const bool input = scan_ && (scan_->holograms || scan_->fields);
  const bool tomogram = scan_ && scan_->tomogram;
  for (QAction* action : {open_, acquire_, runAll_}) action->setEnabled(!busy);
  recentMenu_->setEnabled(!busy);
  save_->setEnabled(!busy && scan_);
  reconstruct_->setEnabled(!busy && input);
  measure_->setEnabled(!busy && tomogram);
  const bool model = !panel_->models().model().empty();
  classify_->setEnabled(!busy && scan_ && !scan_->cells.empty() && model);
  classify_->setToolTip(model ? tr("Say which class each cell is (F7)")
                              : tr("Choose a model in the tab Classify first"));
  exportCells_->setEnabled(scan_ && !scan_->cells.empty());
  picture_->setEnabled(!busy && tomogram);
  cancel_->setEnabled(busy);
  cancelButton_->setVisible(busy);
  pauseButton_->setVisible(busy && pause_);
  if (!pause_) pauseButton_->setText(tr("Pause"));
  progress_->setVisible(busy);
  simulatedBadge_->setVisible(scan_ && scan_->simulated);
  const QSignalBlocker sampleQuiet(sample_);
  const QSignalBlocker seedQuiet(seed_);
  sample_->setCurrentText(QString::fromStdString(options_.simulation.sample));
  seed_->setValue(options_.simulation.seed);

  QString title = QStringLiteral("Tomocyte");
  if (scan_) {
    const QString name = path_.empty() ? tr("new scan") : QString::fromStdString(path_.filename().string());
    title = tr("%1%2  %3%4  Tomocyte")
                .arg(unsaved_ ? "● " : "", name, QString::fromStdString(scan_->sample_id),
                     scan_->simulated ? "  [SIMULATED]" : "");
  }
  setWindowTitle(title + "  (For Research Use Only)");
}

void MainWindow::showScan(std::shared_ptr<const Scan> scan, const std::filesystem::path& path, bool unsaved) {
  justRun_ = false;
  scan_ = std::move(scan);
  path_ = path;
  unsaved_ = unsaved;
  tomogram_->setScan(scan_);
  comparison_->setOpenScan(scan_);
  holograms_->setScan(scan_);
  cells_->setScan(scan_);
  panel_->setScan(scan_.get());
  if (scan_ && !scan_->cells.empty()) cells_->selectCell(scan_->cells.front().label);
  if (scan_ && !scan_->tomogram && (scan_->holograms || scan_->fields)) tabs_->setCurrentWidget(holograms_);
  if (scan_ && scan_->tomogram) tabs_->setCurrentWidget(tomogram_);
  updateState();
}

// Not in a dialog: what is on the screen goes on working, and the notice stays until it is closed.
void MainWindow::showError(const QString& what, const QString& remedy) {
  const QString key = "error " + what;
  notices_->clear(key);
  notices_->post(key, noticeText(what, remedy));
}

void MainWindow::fillRecentMenu() {
  recentMenu_->clear();
  for (const QString& path : recent_)
    recentMenu_->addAction(path, this, [this, path] {
      if (mayDiscard()) openFile(path.toStdString());
    });
}

void MainWindow::restoreSettings() {
  QSettings settings;
  restoreGeometry(settings.value("window/geometry").toByteArray());
  restoreState(settings.value("window/layout").toByteArray());
  recent_ = settings.value("recent").toStringList();
  restoreOptions(options_.simulation, settings.value("options/simulation").toString());
  restoreOptions(options_.reconstruction, settings.value("options/reconstruction").toString());
  restoreOptions(options_.measurement, settings.value("options/measurement").toString());
  panel_->refresh();
  fillRecentMenu();
}

void MainWindow::saveSettings() {
  giveRoomBack();
  QSettings settings;
  settings.setValue("window/geometry", saveGeometry());
  settings.setValue("window/layout", saveState());
  settings.setValue("recent", recent_);
  settings.setValue("options/simulation", QString::fromStdString(options_to_json(options_.simulation)));
  settings.setValue("options/reconstruction", QString::fromStdString(options_to_json(options_.reconstruction)));
  settings.setValue("options/measurement", QString::fromStdString(options_to_json(options_.measurement)));
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (job_->busy()) {
    event->ignore();
    if (closeWhenIdle_) return;
    const auto answer = QMessageBox::question(this, QStringLiteral("Tomocyte"),
                                              tr("%1 is still running. Cancel it and quit?").arg(job_->name()));
    if (answer != QMessageBox::Yes) return;
    closeWhenIdle_ = true;
    job_->cancel();
    // It may have ended while the question stood on the screen.
    if (!job_->busy()) QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
    return;
  }
  if (!mayDiscard()) {
    closeWhenIdle_ = false;
    event->ignore();
    return;
  }
  saveSettings();
  event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls() && !job_->busy()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  const QList<QUrl> urls = event->mimeData()->urls();
  if (urls.isEmpty() || !urls.front().isLocalFile() || job_->busy()) return;
  if (mayDiscard()) openFile(urls.front().toLocalFile().toStdString());
}

}  // namespace tomocyte
