// The one bounded queue between the camera and the disk, with the thread that empties it.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <stop_token>
#include <thread>

#include "acquisition/journal/record.h"

namespace tomocyte {

// push() and finish() from one thread.
class JournalQueue {
 public:
  JournalQueue(RecordSink& sink, std::size_t capacity);
  // Writes what still waits.
  ~JournalQueue();
  JournalQueue(const JournalQueue&) = delete;
  JournalQueue& operator=(const JournalQueue&) = delete;

  // Waits while the queue is full: a slow disk slows the engine, it never eats memory. Throws what the sink threw for
  // an earlier record, and Cancelled when a stop is requested while it waits.
  void push(JournalRecord record, const std::stop_token& stop = {});
  // Returns when everything is written; throws what the sink threw.
  void finish();
  [[nodiscard]] std::size_t longest() const;  // most records that ever waited

 private:
  void write_all();

  RecordSink& sink_;
  const std::size_t capacity_;
  mutable std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<JournalRecord> waiting_;
  std::size_t longest_ = 0;
  bool writing_ = false;
  bool closed_ = false;
  std::exception_ptr failure_;
  std::jthread writer_;
};

}  // namespace tomocyte
