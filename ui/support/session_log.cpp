#include "ui/support/session_log.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

#include <QCoreApplication>
#include <QDir>
#include <QMetaObject>
#include <QStandardPaths>
#include <QThread>

namespace tomocyte {
namespace {

constexpr std::size_t kEntries = 2000;
constexpr std::size_t kFileBytes = 1 << 20;
constexpr std::size_t kFiles = 3;

SessionLog* current = nullptr;
QtMessageHandler before = nullptr;

// May be called in any thread.
void hear(QtMsgType type, const QMessageLogContext& context, const QString& text) {
  if (before) before(type, context, text);
  if (!current || type == QtDebugMsg || type == QtFatalMsg) return;
  const LogLevel level = type == QtInfoMsg ? LogLevel::kNote : LogLevel::kWarning;
  QMetaObject::invokeMethod(
      current,
      [level, text] {
        if (current) current->add(level, "Qt: " + text);
      },
      Qt::QueuedConnection);
}

const char* nameOf(LogLevel level) {
  static constexpr const char* kNames[] = {"note", "warning", "error"};
  return kNames[static_cast<int>(level)];
}

}  // namespace

QString logLine(const LogEntry& entry) {
  return QStringLiteral("%1 %2: %3").arg(entry.time.toString(Qt::ISODateWithMs), nameOf(entry.level), entry.text);
}

QString logFolder() { return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + "/log"; }

SessionLog::SessionLog(const QString& folder, QObject* parent) : QObject(parent) {
  if (!folder.isEmpty() && QDir().mkpath(folder)) {
    const QString file = folder + "/tomocyte.log";
    try {
      auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file.toStdString(), kFileBytes, kFiles, false);
      logger_ = std::make_shared<spdlog::logger>("session", std::move(sink));
      logger_->set_pattern("%v");
      logger_->flush_on(spdlog::level::info);
      file_ = file;
    } catch (const spdlog::spdlog_ex&) {
      logger_.reset();  // a log that cannot be kept must not keep the program from working
    }
  }
  current = this;
  before = qInstallMessageHandler(hear);
}

SessionLog::~SessionLog() {
  qInstallMessageHandler(before);
  before = nullptr;
  current = nullptr;
}

void SessionLog::add(LogLevel level, const QString& text) {
  entries_.push_back({QDateTime::currentDateTime(), level, text});
  if (entries_.size() > kEntries) entries_.pop_front();
  if (logger_) logger_->info(logLine(entries_.back()).toStdString());
  Q_EMIT added(entries_.back());
}

}  // namespace tomocyte
