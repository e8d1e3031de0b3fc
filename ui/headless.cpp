#include "ui/headless.h"

#include <QGuiApplication>

namespace tomocyte {

void ensureApplication() {
  if (QCoreApplication::instance()) return;
  static int count = 3;
  static char name[] = "tomocyte";
  static char option[] = "-platform";
  static char platform[] = "offscreen";
  static char* arguments[] = {name, option, platform, nullptr};
  static const QGuiApplication application(count, arguments);
}

}  // namespace tomocyte
