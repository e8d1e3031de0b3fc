// Entry point of the window.
#include "ui/window.h"

#include <QApplication>
#include <clocale>

#include "core/error.h"
#include "ui/application.h"
#include "ui/display.h"
#include "ui/main_window.h"
#include "ui/theme.h"

namespace tomocyte {

int run_window(int argc, char** argv, const std::filesystem::path& open_at_start) {
  prepareApplication();
  // Qt would abort the process without a word that helps.
  if (qEnvironmentVariable("QT_QPA_PLATFORM") == "xcb" && !displayReachable())
    throw DeviceError("there is no display for the window",
                      "Start it on a desktop (or ssh -X), or use a verb: tomocyte --help lists them.");
  QApplication application(argc, argv);
  std::setlocale(LC_NUMERIC, "C");  // numbers are written and read with a point
  applyTheme(application, chosenTheme());
  MainWindow window;
  window.show();
  if (!open_at_start.empty()) window.openFile(open_at_start);
  return application.exec();
}

}  // namespace tomocyte
