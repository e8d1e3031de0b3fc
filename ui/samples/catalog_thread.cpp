#include "ui/samples/catalog_thread.h"

#include <QMetaObject>

#include "core/catalog/catalog_error.h"

namespace tomocyte {

QString CatalogThread::Refusal::text() const {
  QString sentence = what;
  if (!sentence.isEmpty()) sentence[0] = sentence[0].toUpper();
  if (!sentence.endsWith('.')) sentence += '.';
  return sentence + ' ' + remedy;
}

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

void CatalogThread::post(Task task, Refused refused) {
  enqueue({[this, task = std::move(task)] {
             if (!catalog_) throw CatalogError("the catalog is not open", "Open it first.");
             return task(*catalog_);
           },
           std::move(refused)});
}

void CatalogThread::enqueue(Job job) {
  const std::lock_guard lock(mutex_);
  waiting_.push_back(std::move(job));
  changed_.notify_one();
}

// The catalog is closed here, by the thread that opened it.
void CatalogThread::work(const std::stop_token& ended) {
  for (;;) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, ended, [this] { return !waiting_.empty(); });
    if (waiting_.empty()) break;
    const Job job = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    run(job);
  }
  catalog_.reset();
}

void CatalogThread::run(const Job& job) {
  try {
    if (Finish finish = job.does()) QMetaObject::invokeMethod(this, std::move(finish), Qt::QueuedConnection);
  } catch (const Error& error) {
    tell(job, {QString::fromUtf8(error.what()), QString::fromStdString(error.remedy())});
  } catch (const std::exception& error) {
    tell(job, {QStringLiteral("Internal error: ") + error.what(), QStringLiteral("Please report this.")});
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
