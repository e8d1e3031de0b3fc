// The one thread of the window that owns the catalog: its calls run there in the order they were asked for, and what
// they return runs on the GUI thread.
#pragma once

#include <QObject>
#include <QString>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "core/catalog/catalog.h"

namespace tomocyte {

class CatalogThread : public QObject {
  Q_OBJECT
 public:
  using Finish = std::function<void()>;
  using Task = std::function<Finish(Catalog&)>;
  // What was refused and what to do.
  struct Refusal {
    QString what;
    QString remedy;
    [[nodiscard]] QString text() const;  // both as sentences
  };
  using Refused = std::function<void(const Refusal&)>;

  explicit CatalogThread(QObject* parent = nullptr);
  // What waits is done first: a review that was asked for is never lost.
  ~CatalogThread() override;

  // Closes what was open. `opened` runs on the GUI thread.
  void open(const CatalogLocation& location, const CatalogOptions& options, Finish opened, Refused refused);
  // Without an open catalog the task is refused. `refused` empty: failed() tells it.
  void post(Task task, Refused refused = {});
  // When nothing else waits: pictures, which never hold up a review.
  void postIdle(Task task);
  // Until everything that was posted is done, but not longer: what the window then shows is stored. False: it is not
  // done yet, and goes on.
  bool settle(std::chrono::milliseconds longest);

 Q_SIGNALS:
  void failed(const QString& what, const QString& remedy);

 private:
  struct Job {
    std::function<Finish()> does;
    Refused refused;
  };
  [[nodiscard]] Job jobOf(Task task, Refused refused);
  void enqueue(Job job);
  void work(const std::stop_token& ended);
  void run(const Job& job);
  void tell(const Job& job, const Refusal& refusal);

  std::optional<Catalog> catalog_;  // of the thread alone
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<Job> waiting_;
  std::deque<Job> idle_;
  bool busy_ = false;  // with a job of waiting_
  std::jthread thread_;
};

}  // namespace tomocyte
