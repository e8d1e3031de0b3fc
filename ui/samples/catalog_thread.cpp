#include "ui/samples/catalog_thread.h"

#include <QMetaObject>

#include "core/catalog/catalog_error.h"
#include "ui/notice_bar.h"
#include "ui/thread_priority.h"

namespace tomocyte {

QString CatalogThread::Refusal::text() const { return noticeText(what, remedy); }

CatalogThread::CatalogThread(QObject* parent)
    : QObject(parent), thread_([this](const std::stop_token& ended) { work(ended); }) {}

CatalogThread::~CatalogThread() {
  thread_.request_stop();
  thread_.join();
}

void CatalogThread::open(const CatalogLocation& location, const CatalogOptions& options, Finish opened,
                         Refused refused) {
  enqueue({[this, location, options, opened = std::move(opened)] {
             catalog_.reset();
             catalog_.emplace(location, options);
             return opened;
           },
           std::move(refused)});
}

CatalogThread::Job CatalogThread::jobOf(Task task, Refused refused) {
  return {[this, task = std::move(task)] {
            if (!catalog_) throw CatalogError("the catalog is not open", "Open it first.");
            return task(*catalog_);
          },
          std::move(refused)};
}

void CatalogThread::post(Task task, Refused refused) { enqueue(jobOf(std::move(task), std::move(refused))); }

void CatalogThread::postIdle(Task task) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(jobOf(std::move(task), {}));
  changed_.notify_all();
}

bool CatalogThread::settle(std::chrono::milliseconds longest) {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, longest, [this] { return waiting_.empty() && !busy_; });
}

void CatalogThread::enqueue(Job job) {
  const std::lock_guard lock(mutex_);
  waiting_.push_back(std::move(job));
  changed_.notify_all();
}

// The catalog is closed here, by the thread that opened it. What is idle is not worth waiting for at the end.
void CatalogThread::work(const std::stop_token& ended) {
  giveWayToTheWindow();
  for (;;) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, ended, [this] { return !waiting_.empty() || !idle_.empty(); });
    if (waiting_.empty() && (idle_.empty() || ended.stop_requested())) break;
    busy_ = !waiting_.empty();
    std::deque<Job>& queue = busy_ ? waiting_ : idle_;
    const Job job = std::move(queue.front());
    queue.pop_front();
    lock.unlock();
    run(job);
    lock.lock();
    busy_ = false;
    changed_.notify_all();
  }
  catalog_.reset();
}

void CatalogThread::run(const Job& job) {
  try {
    if (Finish finish = job.does()) QMetaObject::invokeMethod(this, std::move(finish), Qt::QueuedConnection);
  } catch (const Error& error) {
    tell(job, {QString::fromUtf8(error.what()), QString::fromStdString(error.remedy())});
  } catch (const std::exception& error) {
    tell(job, {tr("Internal error: ") + error.what(), tr("Please report this.")});
  }
}

void CatalogThread::tell(const Job& job, const Refusal& refusal) {
  QMetaObject::invokeMethod(
      this,
      [this, refused = job.refused, refusal] {
        if (refused) return refused(refusal);
        Q_EMIT failed(refusal.what, refusal.remedy);
      },
      Qt::QueuedConnection);
}

}  // namespace tomocyte
