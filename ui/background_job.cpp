// The thread behind every long action of the window.
#include "ui/background_job.h"

#include <QMetaObject>
#include <new>

#include "core/error.h"
#include "ui/thread_priority.h"

namespace tomocyte {
namespace {
constexpr qint64 kReportIntervalMs = 50;  // the GUI need not know more often
}  // namespace

BackgroundJob::BackgroundJob(QObject* parent) : QObject(parent) {}

BackgroundJob::~BackgroundJob() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

void BackgroundJob::start(const QString& name, Work work, Kind kind) {
  if (busy_) return;
  if (thread_.joinable()) thread_.join();
  busy_ = true;
  name_ = name;
  clock_.start();
  lastReport_ = -kReportIntervalMs;
  Q_EMIT started(name);
  thread_ = std::jthread([this, work = std::move(work), kind](std::stop_token stop) {
    if (kind == Kind::kComputes) giveWayToTheWindow();
    run(work, std::move(stop));
  });
}

void BackgroundJob::cancel() { thread_.request_stop(); }

void BackgroundJob::run(const Work& work, std::stop_token stop) {
  const auto fail = [this](const QString& what, const QString& remedy) {
    finish([this, what, remedy] { Q_EMIT failed(what, remedy); });
  };
  try {
    const Progress progress([this](double fraction, const std::string& stage) { report(fraction, stage); }, stop);
    Finish done = work(progress);
    finish([this, done = std::move(done)] {
      Q_EMIT succeeded();
      if (done) done();  // has the last word
    });
  } catch (const Cancelled&) {
    finish([this] { Q_EMIT cancelled(); });
  } catch (const Error& error) {
    fail(QString::fromStdString(error.what()), QString::fromStdString(error.remedy()));
  } catch (const std::bad_alloc&) {
    fail(tr("There is not enough memory."), tr("Use fewer voxels, or close other programs."));
  } catch (const std::exception& error) {
    fail(tr("Internal error: ") + error.what(), tr("Please report this with the file."));
  }
}

void BackgroundJob::finish(std::function<void()> tell) {
  QMetaObject::invokeMethod(
      this,
      [this, tell = std::move(tell)] {
        busy_ = false;
        tell();
        Q_EMIT ended();
      },
      Qt::QueuedConnection);
}

void BackgroundJob::report(double fraction, const std::string& stage) {
  const qint64 now = clock_.elapsed();
  if (now - lastReport_ < kReportIntervalMs) return;
  lastReport_ = now;
  const double seconds = static_cast<double>(now) / 1000.0;
  const double left = fraction > 0.02 && seconds > 1.0 ? seconds * (1.0 - fraction) / fraction : -1.0;
  QMetaObject::invokeMethod(
      this, [this, fraction, text = QString::fromStdString(stage), left] { Q_EMIT progressed(fraction, text, left); },
      Qt::QueuedConnection);
}

}  // namespace tomocyte
