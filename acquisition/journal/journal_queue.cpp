#include "acquisition/journal/journal_queue.h"

#include <algorithm>

#include "core/error.h"

namespace tomocyte {

JournalQueue::JournalQueue(RecordSink& sink, std::size_t capacity)
    : sink_(sink), capacity_(std::max<std::size_t>(1, capacity)), writer_([this] { write_all(); }) {}

JournalQueue::~JournalQueue() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
}

void JournalQueue::push(JournalRecord record, const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  const auto ready = [this] { return failure_ || waiting_.size() < capacity_; };
  if (!changed_.wait(lock, stop, ready)) throw Cancelled();
  if (failure_) std::rethrow_exception(failure_);
  waiting_.push_back(std::move(record));
  longest_ = std::max(longest_, waiting_.size());
  changed_.notify_all();
}

void JournalQueue::finish() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return failure_ || (waiting_.empty() && !writing_); });
  if (failure_) std::rethrow_exception(failure_);
}

std::size_t JournalQueue::longest() const {
  const std::lock_guard lock(mutex_);
  return longest_;
}

void JournalQueue::write_all() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const JournalRecord record = std::move(waiting_.front());
    waiting_.pop_front();
    writing_ = true;
    lock.unlock();
    std::exception_ptr failure;
    try {
      sink_.append(record);
    } catch (...) {
      failure = std::current_exception();
    }
    lock.lock();
    writing_ = false;
    if (failure) {
      // Nothing may follow a record that is missing.
      failure_ = failure;
      waiting_.clear();
    }
    changed_.notify_all();
    if (failure) return;
  }
}

}  // namespace tomocyte
