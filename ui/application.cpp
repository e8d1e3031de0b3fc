// VTK 9.1 needs GLX, so Qt is asked for X11 with GLX; a dark theme for a dark room.
#include "ui/application.h"

#include <QApplication>
#include <QCoreApplication>
#include <QPalette>
#include <QStyleFactory>
#include <QSurfaceFormat>

#include "ui/painting.h"

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

void applyTheme(QApplication& application) {
  application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  QPalette palette;
  palette.setColor(QPalette::Window, colour::kPanel);
  palette.setColor(QPalette::WindowText, colour::kText);
  palette.setColor(QPalette::Base, colour::kBackground);
  palette.setColor(QPalette::AlternateBase, QColor(0x20, 0x24, 0x2a));
  palette.setColor(QPalette::Text, colour::kText);
  palette.setColor(QPalette::PlaceholderText, colour::kFaint);
  palette.setColor(QPalette::Button, QColor(0x31, 0x37, 0x3f));
  palette.setColor(QPalette::ButtonText, colour::kText);
  palette.setColor(QPalette::ToolTipBase, QColor(0x31, 0x37, 0x3f));
  palette.setColor(QPalette::ToolTipText, colour::kText);
  palette.setColor(QPalette::Highlight, QColor(0x2a, 0x6f, 0x9e));
  palette.setColor(QPalette::HighlightedText, Qt::white);
  palette.setColor(QPalette::Link, colour::kAccent);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    palette.setColor(QPalette::Disabled, role, QColor(0x6b, 0x73, 0x7d));
  application.setPalette(palette);
  application.setStyleSheet(QStringLiteral(
      "QToolBar { padding: 4px; spacing: 4px; border: none; }"
      "QToolBar QToolButton { padding: 5px 10px; border-radius: 4px; background: #31373f; }"
      "QToolBar QToolButton:hover { background: #3d4550; }"
      "QToolBar QToolButton:checked { background: #2a6f9e; }"
      "QToolBar QToolButton:disabled { background: #292e35; color: #6b737d; }"
      "QLabel#simulatedBadge { background: #e69f00; color: black; font-weight: bold; padding: 3px 12px;"
      " margin: 2px 8px; border-radius: 4px; }"
      "QLabel#researchUseOnly { color: #c9ced4; padding: 0 8px; }"
      "QToolTip { color: #e4e7eb; background: #31373f; border: 1px solid #56606b; }"
      "QCheckBox::indicator { width: 13px; height: 13px; border: 1px solid #7d8793; border-radius: 2px; background: "
      "#1b1e23; }"
      "QCheckBox::indicator:checked { background: #56b4e9; border-color: #56b4e9; }"
      "QHeaderView::section { background: #2b3037; padding: 4px; border: none; border-right: 1px solid #1b1e23; }"));
}

}  // namespace tomocyte
