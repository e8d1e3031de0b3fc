#include "acquisition/pause.h"

#include "core/error.h"

namespace tomocyte {

void Pause::request() {
  const std::lock_guard lock(mutex_);
  requested_ = true;
}

void Pause::resume() {
  const std::lock_guard lock(mutex_);
  requested_ = false;
  changed_.notify_all();
}

bool Pause::requested() const {
  const std::lock_guard lock(mutex_);
  return requested_;
}

bool Pause::standing() const {
  const std::lock_guard lock(mutex_);
  return standing_;
}

void Pause::stand(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  standing_ = requested_;
  const bool resumed = changed_.wait(lock, stop, [this] { return !requested_; });
  standing_ = false;
  if (!resumed) throw Cancelled();
}

}  // namespace tomocyte
