#include "ui/headless.h"

#include <QGuiApplication>
#include <memory>

namespace tomocyte {
namespace {

std::unique_ptr<QGuiApplication>& application() {
  static std::unique_ptr<QGuiApplication> made;
  return made;
}

}  // namespace

void ensureApplication() {
  if (QCoreApplication::instance()) return;
  static int count = 3;
  static char name[] = "tomocyte";
  static char option[] = "-platform";
  static char platform[] = "offscreen";
  static char* arguments[] = {name, option, platform, nullptr};
  application() = std::make_unique<QGuiApplication>(count, arguments);
}

DrawingWithoutWindow::~DrawingWithoutWindow() { application().reset(); }

}  // namespace tomocyte
