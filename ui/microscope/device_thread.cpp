#include "ui/microscope/device_thread.h"

#include <QMetaObject>

#include "core/error.h"

namespace tomocyte {

DeviceThread::DeviceThread(QObject* parent)
    : QObject(parent), thread_([this](const std::stop_token& ended) { work(ended); }) {}

DeviceThread::~DeviceThread() {
  thread_.request_stop();
  thread_.join();
}

void DeviceThread::post(Task task) {
  const std::lock_guard lock(mutex_);
  waiting_.push_back(std::move(task));
  changed_.notify_one();
}

void DeviceThread::postIfIdle(Task task) {
  const std::lock_guard lock(mutex_);
  if (working_ || !waiting_.empty()) return;
  waiting_.push_back(std::move(task));
  changed_.notify_one();
}

void DeviceThread::work(const std::stop_token& ended) {
  for (;;) {
    std::unique_lock lock(mutex_);
    working_ = false;
    changed_.wait(lock, ended, [this] { return !waiting_.empty(); });
    if (ended.stop_requested()) return;
    const Task task = std::move(waiting_.front());
    waiting_.pop_front();
    working_ = true;
    lock.unlock();
    run(task);
  }
}

void DeviceThread::run(const Task& task) {
  const auto tell = [this](const QString& what, const QString& remedy) {
    QMetaObject::invokeMethod(
        this, [this, what, remedy] { Q_EMIT failed(what, remedy); }, Qt::QueuedConnection);
  };
  try {
    if (Finish finish = task()) QMetaObject::invokeMethod(this, std::move(finish), Qt::QueuedConnection);
  } catch (const Error& error) {
    tell(QString::fromStdString(error.what()), QString::fromStdString(error.remedy()));
  } catch (const std::exception& error) {
    tell(tr("Internal error: ") + error.what(), tr("Please report this."));
  }
}

}  // namespace tomocyte
