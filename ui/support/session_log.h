// What has happened since the program was started, for the log panel and for support: in memory, and in a file that is
// kept from session to session.
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>
#include <deque>
#include <memory>

namespace spdlog {
class logger;
}

namespace tomocyte {

enum class LogLevel { kNote, kWarning, kError };

struct LogEntry {
  QDateTime time;
  LogLevel level = LogLevel::kNote;
  QString text;
};

// "2026-01-02T03:04:05.678 warning: …"
[[nodiscard]] QString logLine(const LogEntry& entry);

class SessionLog : public QObject {
  Q_OBJECT
 public:
  // `folder` empty, or one that cannot be written to: in memory alone. What Qt has to say goes into the log as long as
  // it lives; there is one at a time.
  explicit SessionLog(const QString& folder, QObject* parent = nullptr);
  ~SessionLog() override;

  void add(LogLevel level, const QString& text);
  [[nodiscard]] const std::deque<LogEntry>& entries() const { return entries_; }  // the last ones, oldest first
  [[nodiscard]] const QString& file() const { return file_; }                     // empty: none

 Q_SIGNALS:
  void added(const tomocyte::LogEntry& entry);

 private:
  std::deque<LogEntry> entries_;
  std::shared_ptr<spdlog::logger> logger_;
  QString file_;
};

// Of this user: where SessionLog keeps its file.
[[nodiscard]] QString logFolder();

}  // namespace tomocyte
