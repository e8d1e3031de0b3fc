// Log, diagnostics, shortcuts and first steps.
#include <QAction>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <algorithm>

#include "core/provenance.h"
#include "day.h"
#include "test_application.h"
#include "tests/catch.h"
#include "tests/core/files_fixture.h"
#include "ui/background_job.h"
#include "ui/notice_bar.h"
#include "ui/start/tour.h"
#include "ui/support/diagnostics.h"
#include "ui/support/log_panel.h"
#include "ui/support/session_log.h"
#include "ui/support/shortcut_sheet.h"
#include "ui/theme.h"

using namespace tomocyte;
using namespace tomocyte::test;

TEST_CASE("the log keeps what happened in a file, and what Qt warns of") {
  testApplication();
  const Folder folder;
  SessionLog log(QString::fromStdString((folder / "log").string()));
  LogPanel panel(log);
  log.add(LogLevel::kError, "the camera was unplugged");
  qWarning("a warning of Qt");
  auto* list = panel.findChild<QListWidget*>("log");
  REQUIRE(QTest::qWaitFor([&] { return list->count() == 2; }));
  CHECK(list->item(0)->text().endsWith("error: the camera was unplugged"));
  CHECK(list->item(1)->text().endsWith("warning: Qt: a warning of Qt"));
  QFile file(log.file());
  REQUIRE(file.open(QIODevice::ReadOnly));
  CHECK(file.readAll().contains("error: the camera was unplugged\n"));
}

TEST_CASE("a log whose folder cannot be written stays in memory") {
  testApplication();
  SessionLog log("/proc/no such folder");
  log.add(LogLevel::kNote, "kept");
  CHECK(log.file().isEmpty());
  CHECK(log.entries().back().text == "kept");
}

TEST_CASE("the window lists its keys, logs its jobs, changes its theme and tells support what it is") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  MainWindow window;
  window.show();
  const auto groups = shortcutGroups(window);
  const auto lists = [&](const char* keys, const char* what) {
    return std::ranges::any_of(groups, [&](const ShortcutGroup& group) {
      return std::ranges::find(group.keys, std::pair{QString(keys), QString(what)}) != group.keys.end();
    });
  };
  CHECK(lists("F9", "Run all"));
  CHECK(lists("Ctrl+Z", "Undo"));
  CHECK(lists("M", "Monocytes"));

  window.openFile("/no/such/file.h5");
  REQUIRE(QTest::qWaitFor([&] { return !window.job().busy(); }, kPatienceMs));
  CHECK_FALSE(window.notices().texts().isEmpty());
  auto* list = window.findChild<QListWidget*>("log");
  REQUIRE(list->count() >= 2);
  CHECK(list->item(0)->text().contains("Opening file.h5"));

  const SessionLog& log = *window.findChild<SessionLog*>();
  const QString diagnostics = diagnosticsText(window, log);
  CHECK(diagnostics.contains(QString::fromStdString(git_revision())));
  CHECK(diagnostics.contains("Opening file.h5"));

  const auto action = [&](const char* text) {
    const auto actions = window.findChildren<QAction*>();
    return *std::ranges::find(actions, QString(text), &QAction::text);
  };
  action("Light")->trigger();
  CHECK(window.palette().color(QPalette::Window).lightness() > 200);
  keepScreenshot(window, "window-light");
  action("Dark")->trigger();
  CHECK(window.palette().color(QPalette::Window).lightness() < 60);
  action("Keyboard shortcuts")->trigger();
  keepScreenshot(*window.findChild<ShortcutSheet*>(), "shortcuts");
}

TEST_CASE("the first start offers the first steps, and they lead through the window") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  Day day;
  day.window.welcome({});
  CHECK(day.window.notices().shows("tour"));
  for (auto* button : day.window.notices().findChildren<QPushButton*>())
    if (button->text() == "Show me") button->click();
  CHECK_FALSE(day.window.notices().shows("tour"));
  auto* tour = day.window.findChild<Tour*>();
  REQUIRE(tour);
  keepScreenshot(*tour, "tour");
  auto* next = tour->findChild<QPushButton*>("tour next");
  next->click();
  tour->findChild<QPushButton*>("tour action")->click();
  CHECK(day.window.findChild<QTabWidget*>()->tabText(day.window.findChild<QTabWidget*>()->currentIndex()) ==
        "Tomogram");
  next->click();
  tour->findChild<QPushButton*>("tour action")->click();
  day.createAccounts();
  next->click();
  tour->findChild<QPushButton*>("tour action")->click();
  REQUIRE(QTest::qWaitFor([&] { return day.view().review().model().cells().size() == 16; }, 4 * kPatienceMs));
  const Sample sample = day.sample();
  CHECK(sample.sample_id == "PRACTICE-1");
  CHECK(sample.simulated);
  keepScreenshot(day.window, "samples-practice");

  MainWindow second;
  second.welcome({});
  CHECK_FALSE(second.notices().shows("tour"));
}
