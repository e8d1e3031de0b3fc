#include "ui/open_gl_probe.h"

#include <QOffscreenSurface>
#include <QOpenGLContext>

namespace tomocyte {
namespace {

bool probe() {
  QOpenGLContext context;  // of the default format, which prepareApplication() sets
  if (!context.create()) return false;
  QOffscreenSurface surface;
  surface.setFormat(context.format());
  surface.create();
  if (!context.makeCurrent(&surface)) return false;
  context.doneCurrent();
  // Qt falls back to EGL, with which Debian's VTK cannot draw.
  const bool isGlx = context.nativeInterface<QNativeInterface::QGLXContext>() != nullptr;
  return isGlx && context.format().version() >= qMakePair(3, 2);
}

}  // namespace

bool openGlWorks() {
  static const bool works = probe();
  return works;
}

}  // namespace tomocyte
