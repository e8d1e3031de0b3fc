#include "ui/start/start_guard.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

namespace tomocyte {

StartGuard::StartGuard(const QString& folder) : mark_(folder + QStringLiteral("/starting")) {
  QDir().mkpath(folder);
  failed_ = QFile::exists(mark_);
  QFile mark(mark_);
  if (mark.open(QIODevice::WriteOnly)) mark.write(QDateTime::currentDateTime().toString(Qt::ISODate).toUtf8());
}

void StartGuard::succeeded() { QFile::remove(mark_); }

QString putBrokenSettingsAside() {
  QString file;
  {
    const QSettings settings;
    if (settings.status() == QSettings::NoError) return {};
    file = settings.fileName();
  }
  const QString aside =
      file + QStringLiteral(".broken-") + QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-hhmmss"));
  return QFile::rename(file, aside) ? aside : QString();
}

void useNoSettings() {
  static const QTemporaryDir empty;
  QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, empty.path());
}

}  // namespace tomocyte
