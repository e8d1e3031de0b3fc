#include "ui/support/diagnostics.h"

#include <vtkVersion.h>

#include <QGuiApplication>
#include <QLocale>
#include <QScreen>
#include <QSettings>
#include <QWidget>

#include "app/workflow/diagnostics.h"
#include "ui/viewer/opengl_probe.h"

namespace tomocyte {
namespace {

constexpr std::size_t kLogLines = 200;

QString screensText() {
  QStringList screens;
  for (const QScreen* screen : QGuiApplication::screens())
    screens += QStringLiteral("%1 x %2 pixels, scale %3")
                   .arg(screen->size().width())
                   .arg(screen->size().height())
                   .arg(screen->devicePixelRatio());
  return screens.join(QStringLiteral("; "));
}

QString openGlText() {
  const OpenGlInfo info = probeOpenGl();
  if (!info.usable) return QStringLiteral("not usable: ") + QString::fromStdString(info.problem);
  return QString::fromStdString(info.renderer + ", " + info.version) +
         (info.software ? QStringLiteral(" (drawn by the processor)") : QString());
}

}  // namespace

QString diagnosticsText(const QWidget& window, const SessionLog& log) {
  QString text = QString::fromStdString(to_text(program_facts()));
  const auto line = [&text](const char* name, const QString& value) {
    text += QStringLiteral("%1: %2\n").arg(QLatin1String(name), value);
  };
  line("qt", qVersion());
  line("platform", QGuiApplication::platformName());
  line("vtk", vtkVersion::GetVTKVersion());
  line("opengl", openGlText());
  line("screens", screensText());
  line("window", QStringLiteral("%1 x %2").arg(window.width()).arg(window.height()));
  line("locale", QLocale::system().name());
  line("settings", QSettings().fileName());
  line("log", log.file().isEmpty() ? QStringLiteral("in memory only") : log.file());
  const auto& entries = log.entries();
  for (std::size_t i = entries.size() > kLogLines ? entries.size() - kLogLines : 0; i < entries.size(); ++i)
    text += "  " + logLine(entries[i]) + '\n';
  return text;
}

}  // namespace tomocyte
