// The one thread of the window that talks to the devices, so that a slow or silent one never freezes it.
#pragma once

#include <QObject>
#include <QString>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace tomocyte {

class DeviceThread : public QObject {
  Q_OBJECT
 public:
  // Runs on the device thread, in the order of the posts; what it returns runs on the GUI thread.
  using Finish = std::function<void()>;
  using Task = std::function<Finish()>;

  explicit DeviceThread(QObject* parent = nullptr);
  // Tasks that wait are dropped; the one that runs is waited for.
  ~DeviceThread() override;

  void post(Task task);
  // Like post(), but only when nothing else waits: for asking again and again how a device is.
  void postIfIdle(Task task);

 Q_SIGNALS:
  void failed(const QString& what, const QString& remedy);

 private:
  void work(const std::stop_token& ended);
  void run(const Task& task);

  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<Task> waiting_;
  bool working_ = false;
  std::jthread thread_;
};

}  // namespace tomocyte
