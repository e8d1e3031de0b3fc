// What helps the user with the window itself: log, shortcuts, first steps, theme, and what support asks for.
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QStandardPaths>
#include <QTabWidget>

#include "app/workflow/practice_sample.h"
#include "ui/background_job.h"
#include "ui/language.h"
#include "ui/main_window.h"
#include "ui/microscope/microscope_view.h"
#include "ui/samples/samples_view.h"
#include "ui/start/tour.h"
#include "ui/support/diagnostics.h"
#include "ui/support/log_panel.h"
#include "ui/support/session_log.h"
#include "ui/support/shortcut_sheet.h"
#include "ui/theme.h"
#include "ui/tomogram_view.h"

namespace tomocyte {
namespace {

constexpr const char* kTourSeen = "tour/seen";

QString practiceFolder() {
  return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/practice");
}

}  // namespace

void MainWindow::buildLog() {
  auto* panel = new LogPanel(*log_);
  auto* dock = new QDockWidget(tr("Log"));
  dock->setObjectName(QStringLiteral("log dock"));
  dock->setWidget(panel);
  addDockWidget(Qt::BottomDockWidgetArea, dock);
  dock->hide();
  connect(panel, &LogPanel::diagnosticsWanted, this, &MainWindow::copyDiagnostics);
  for (const NoticeBar* bar : findChildren<NoticeBar*>())
    connect(bar, &NoticeBar::posted, this, [this](const QString& text) { log_->add(LogLevel::kWarning, text); });
  connect(job_, &BackgroundJob::started, this, [this](const QString& name) { log_->add(LogLevel::kNote, name); });
  connect(job_, &BackgroundJob::succeeded, this,
          [this] { log_->add(LogLevel::kNote, tr("%1: done").arg(job_->name())); });
  connect(job_, &BackgroundJob::cancelled, this,
          [this] { log_->add(LogLevel::kNote, tr("%1: cancelled").arg(job_->name())); });
  connect(job_, &BackgroundJob::failed, this, [this](const QString& what, const QString& remedy) {
    log_->add(LogLevel::kError, tr("%1 failed: %2").arg(job_->name(), noticeText(what, remedy)));
  });
  connect(microscope_, &MicroscopeView::message, this,
          [this](const QString& text) { log_->add(LogLevel::kNote, text); });
}

void MainWindow::fillViewMenu(QMenu* view) {
  for (QDockWidget* dock : findChildren<QDockWidget*>()) view->addAction(dock->toggleViewAction());
  view->addSeparator();
  auto* themes = new QActionGroup(this);
  const auto add = [&](const QString& name, ThemeChoice choice) {
    QAction* action = view->addAction(name);
    action->setCheckable(true);
    action->setChecked(chosenTheme() == choice);
    themes->addAction(action);
    connect(action, &QAction::triggered, this, [choice] { chooseTheme(*qApp, choice); });
  };
  add(tr("Dark"), ThemeChoice::kDark);
  add(tr("Light"), ThemeChoice::kLight);
  QMenu* menu = view->addMenu(tr("Language"));
  auto* all = new QActionGroup(this);
  for (const Language& language : languages()) {
    QAction* action = all->addAction(menu->addAction(language.name));
    action->setCheckable(true);
    action->setChecked(chosenLanguage() == language.code);
    connect(action, &QAction::triggered, this, [this, language] {
      chooseLanguage(language.code);
      stage_->setText(tr("%1 from the next start on.").arg(language.name));
    });
  }
}

void MainWindow::fillHelpMenu(QMenu* help) {
  QAction* shortcuts = help->addAction(tr("Keyboard shortcuts"), this, &MainWindow::showShortcuts);
  shortcuts->setShortcut(QKeySequence::HelpContents);
  help->addAction(tr("First steps"), this, &MainWindow::showTour);
  help->addSeparator();
  help->addAction(tr("Copy diagnostics"), this, &MainWindow::copyDiagnostics);
  help->addAction(tr("About Tomocyte"), this, &MainWindow::about);
}

void MainWindow::showShortcuts() {
  auto* sheet = new ShortcutSheet(this);
  sheet->setAttribute(Qt::WA_DeleteOnClose);
  sheet->show();
}

void MainWindow::copyDiagnostics() {
  QGuiApplication::clipboard()->setText(diagnosticsText(*this, *log_));
  stage_->setText(tr("Diagnostics copied: paste them into your message to support. They may name files."));
}

void MainWindow::makePracticeSample() {
  if (job_->busy()) return;
  tabs_->setCurrentWidget(samples_);
  job_->start(tr("Simulating a practice sample"), [this](const Progress& progress) -> BackgroundJob::Finish {
    const auto files = make_practice_sample({}, practiceFolder().toStdString(), options_.device, progress);
    return [this, files] {
      // The job has ended when the files are asked for.
      QMetaObject::invokeMethod(
          this, [this, files] { samples_->importFiles(files); }, Qt::QueuedConnection);
    };
  });
}

void MainWindow::showTour() {
  const auto show = [this](QWidget* tab) { return [this, tab] { tabs_->setCurrentWidget(tab); }; };
  std::vector<TourStep> steps = {
      {tr("A cell in three dimensions"),
       tr("Tomocyte takes holograms of an unstained cell from many directions and computes its refractive index in "
          "three dimensions. The simulated microscope shows it without any hardware; what it makes is marked "
          "SIMULATED everywhere."),
       tr("Take a simulated scan (F9)"), [this] { runAll(); }},
      {tr("Look at it"),
       tr("Three linked slices and the volume. Click into a slice to move the crosshair, turn the wheel to leaf "
          "through it. The cell's volume, dry mass and the other indices stand in the table below."),
       tr("Show the tomogram"), show(tomogram_)},
      {tr("People and samples"),
       tr("The tab Samples is the day's work. On the first day it asks for two accounts: one that reviews and signs, "
          "and one that administers. Every change is kept with name and time."),
       tr("Show the samples"), show(samples_)},
      {tr("Review"),
       tr("Sign in, then let the program simulate a sample of 16 classified cells. A letter gives the selected cell "
          "its "
          "class, Space confirms what the model says, Ctrl+Z takes back. F1 lists all keys."),
       tr("Simulate a practice sample"), [this] { makePracticeSample(); }},
      {tr("Sign and report"),
       tr("When every cell is reviewed, sign the report beside the gallery and export it as PDF, spreadsheet or HL7 "
          "message. A signed report stays as it is; a later change makes a new version."),
       {},
       {}},
      {tr("The microscope"),
       tr("Here the instrument is connected, simulated or real. The red button stops everything: light off, stage and "
          "DMD still."),
       tr("Show the microscope"), show(microscope_)}};
  auto* tour = new Tour(std::move(steps), this);
  tour->setAttribute(Qt::WA_DeleteOnClose);
  tour->show();
  tour->move(mapToGlobal(QPoint(width() - tour->width() - 40, height() - tour->height() - 90)));
  QSettings().setValue(kTourSeen, true);
  notices_->clear(QStringLiteral("tour"));
}

void MainWindow::comeForward(const QString& file) {
  setWindowState(windowState() & ~Qt::WindowMinimized);
  show();
  raise();
  activateWindow();
  if (!file.isEmpty() && !job_->busy() && mayDiscard()) openFile(file.toStdString());
}

void MainWindow::welcome(const StartConditions& start) {
  if (!start.safeMode.isEmpty())
    notices_->post(
        QStringLiteral("safe mode"),
        tr("Safe mode, %1: your settings are not used and not changed. The next start uses them again; if it "
           "fails again, rename %2.")
            .arg(start.safeMode, start.settingsFile));
  if (!start.brokenSettings.isEmpty())
    notices_->post(QStringLiteral("broken settings"),
                   tr("The settings file was damaged. It was put aside as %1; the window begins with its defaults.")
                       .arg(start.brokenSettings));
  if (start.safeMode.isEmpty() && !QSettings().value(kTourSeen, false).toBool())
    notices_->post(
        QStringLiteral("tour"), tr("New here? The first steps show the day's work with simulated samples."),
        {{tr("Show me"), [this] { showTour(); }}, {tr("Not now"), [] { QSettings().setValue(kTourSeen, true); }}});
}

}  // namespace tomocyte
