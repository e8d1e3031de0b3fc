// VTK 9.1 needs GLX, so Qt is asked for X11 with GLX.
#include "ui/application.h"

#include <QCoreApplication>
#include <QSurfaceFormat>

namespace tomocyte {

void prepareApplication() {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "xcb");
  if (!qEnvironmentVariableIsSet("QT_XCB_GL_INTEGRATION")) qputenv("QT_XCB_GL_INTEGRATION", "xcb_glx");
  QSurfaceFormat format;
  format.setRenderableType(QSurfaceFormat::OpenGL);
  format.setVersion(3, 2);
  format.setProfile(QSurfaceFormat::CoreProfile);
  format.setDepthBufferSize(24);
  QSurfaceFormat::setDefaultFormat(format);
  QCoreApplication::setOrganizationName(QStringLiteral("Tomocyte"));
  QCoreApplication::setApplicationName(QStringLiteral("tomocyte"));
}

}  // namespace tomocyte
