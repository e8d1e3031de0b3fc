#include "ui/interrupted_scans.h"

#include <QFileInfo>
#include <QSettings>

namespace tomocyte {
namespace {

const QString kKey = QStringLiteral("scan/journals");

QString nameOf(const std::filesystem::path& journal) {
  return QString::fromStdString(std::filesystem::absolute(journal).string());
}

}  // namespace

// Written at once: the program may be killed during the scan.
void rememberScan(const std::filesystem::path& journal) {
  QSettings settings;
  QStringList journals = settings.value(kKey).toStringList();
  journals.removeAll(nameOf(journal));
  settings.setValue(kKey, journals << nameOf(journal));
  settings.sync();
}

void forgetScan(const std::filesystem::path& journal) {
  QSettings settings;
  QStringList journals = settings.value(kKey).toStringList();
  journals.removeAll(nameOf(journal));
  settings.setValue(kKey, journals);
}

QStringList interruptedScans() {
  QSettings settings;
  QStringList journals = settings.value(kKey).toStringList();
  journals.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
  settings.setValue(kKey, journals);
  return journals;
}

}  // namespace tomocyte
