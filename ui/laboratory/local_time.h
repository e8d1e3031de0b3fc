// Times of the catalog (UTC) as people read them.
#pragma once

#include <QDateTime>
#include <QString>
#include <string>

namespace tomocyte {

// "2026-01-02 12:04" in the computer's time zone; empty for an empty text.
[[nodiscard]] inline QString localTime(const std::string& utc) {
  return QDateTime::fromString(QString::fromStdString(utc), Qt::ISODate).toLocalTime().toString("yyyy-MM-dd HH:mm");
}

}  // namespace tomocyte
