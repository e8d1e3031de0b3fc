// Fields of the laboratory's tables: numbers with a point in every locale, cells that say what is wrong with them.
#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QTableWidget>
#include <optional>

#include "core/differential_table.h"
#include "core/error.h"

namespace tomocyte {

[[nodiscard]] inline QString cellText(const QTableWidget& table, int row, int column) {
  const QTableWidgetItem* item = table.item(row, column);
  return item ? item->text().trimmed() : QString();
}

[[nodiscard]] inline QString numberText(double value) { return QLocale::c().toString(value, 'g', 12); }

// Absent for two empty texts. Throws InputError: no number, only one of them.
[[nodiscard]] inline std::optional<ReferenceRange> rangeOf(const QString& low, const QString& high,
                                                           const QString& what) {
  if (low.isEmpty() && high.isEmpty()) return std::nullopt;
  const auto number = [&what](const QString& text) {
    bool good = false;
    const double value = QLocale::c().toDouble(text, &good);
    if (good && !text.contains(',')) return value;
    throw InputError(
        QCoreApplication::translate("SettingFields", "%1: \"%2\" is no number").arg(what, text).toStdString(),
        QCoreApplication::translate("SettingFields", "Write it with a point: 0.5").toStdString());
  };
  if (low.isEmpty() || high.isEmpty())
    throw InputError(
        QCoreApplication::translate("SettingFields", "%1: the range has only one end").arg(what).toStdString(),
        QCoreApplication::translate("SettingFields", "Give both ends, or none.").toStdString());
  return ReferenceRange{number(low), number(high)};
}

}  // namespace tomocyte
