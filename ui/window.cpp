// Entry point of the window.
#include "ui/window.h"

#include <fmt/format.h>

#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>
#include <clocale>

#include "core/error.h"
#include "ui/application.h"
#include "ui/display.h"
#include "ui/language.h"
#include "ui/main_window.h"
#include "ui/start/single_instance.h"
#include "ui/start/start_guard.h"
#include "ui/theme.h"

namespace tomocyte {
namespace {

constexpr int kWorksAfterMs = 5000;  // a window that has answered for so long works

int show_in_the_open_window(const SingleInstance& instance, const std::filesystem::path& file) {
  if (instance.handOver(QString::fromStdString(file.string()))) {
    fmt::print("tomocyte: the window is open already{}.\n", file.empty() ? "" : "; the file opens there");
    return 0;
  }
  throw DeviceError(fmt::format("Tomocyte is open already (process {}) and does not answer", instance.holder()),
                    "Wait until it does, or end that process and start again.");
}

// Why the window is without the user's settings; empty: it is not.
QString reasonForSafeMode(const WindowStart& start, const StartGuard& guard) {
  if (start.safe_mode) return QCoreApplication::translate("window", "as you asked for");
  if (guard.lastStartFailed())
    return QCoreApplication::translate("window", "because the last start did not get as far as a working window");
  return {};
}

}  // namespace

int run_window(int argc, char** argv, const WindowStart& start) {
  prepareApplication();
  // Qt would abort the process without a word that helps.
  if (qEnvironmentVariable("QT_QPA_PLATFORM") == "xcb" && !displayReachable())
    throw DeviceError("there is no display for the window",
                      "Start it on a desktop (or ssh -X), or use a verb: tomocyte --help lists them.");
  QApplication application(argc, argv);
  std::setlocale(LC_NUMERIC, "C");  // numbers are written and read with a point
  installLanguage(application, chosenLanguage());
  const SingleInstance instance(instanceFolder());
  if (!instance.first()) return show_in_the_open_window(instance, start.file);
  StartGuard guard(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation));
  const StartConditions conditions{reasonForSafeMode(start, guard), QSettings().fileName(), putBrokenSettingsAside()};
  if (!conditions.safeMode.isEmpty()) useNoSettings();
  applyTheme(application, chosenTheme());
  MainWindow window;
  QObject::connect(&instance, &SingleInstance::wanted, &window, &MainWindow::comeForward);
  window.show();
  window.welcome(conditions);
  if (!start.file.empty()) window.openFile(start.file);
  QTimer::singleShot(kWorksAfterMs, &window, [&guard] { guard.succeeded(); });
  const int code = application.exec();
  guard.succeeded();
  return code;
}

}  // namespace tomocyte
