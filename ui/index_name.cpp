#include "ui/index_name.h"

#include <QCoreApplication>

namespace tomocyte {
namespace {

// For lupdate alone, which reads no tables of core. A test finds the name that is missing here.
[[maybe_unused]] constexpr const char* kNames[] = {
    QT_TRANSLATE_NOOP("ReportedIndex", "Volume"),          QT_TRANSLATE_NOOP("ReportedIndex", "Surface area"),
    QT_TRANSLATE_NOOP("ReportedIndex", "Sphericity"),      QT_TRANSLATE_NOOP("ReportedIndex", "Dry mass"),
    QT_TRANSLATE_NOOP("ReportedIndex", "Protein density"), QT_TRANSLATE_NOOP("ReportedIndex", "Mean refractive index")};

}  // namespace

QString indexName(const char* name) { return QCoreApplication::translate("ReportedIndex", name); }

QString indexTitle(const char* name, const char* unit) {
  return *unit ? QStringLiteral("%1 (%2)").arg(indexName(name), QString::fromUtf8(unit)) : indexName(name);
}

}  // namespace tomocyte
