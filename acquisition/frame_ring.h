// The bounded ring of frames between whatever makes them and the one who reads them.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

#include "acquisition/camera.h"

namespace tomocyte {

// From any thread.
class FrameRing {
 public:
  explicit FrameRing(std::size_t capacity) : capacity_(capacity) {}

  // A frame that finds the ring full is dropped and counted.
  void push(CameraFrame frame) {
    {
      const std::lock_guard lock(mutex_);
      if (frames_.size() >= capacity_) {
        ++dropped_;
        return;
      }
      frames_.push_back(std::move(frame));
    }
    arrived_.notify_one();
  }

  [[nodiscard]] std::optional<CameraFrame> pop(std::chrono::milliseconds timeout) {
    std::unique_lock lock(mutex_);
    if (!arrived_.wait_for(lock, timeout, [this] { return !frames_.empty(); })) return std::nullopt;
    CameraFrame frame = std::move(frames_.front());
    frames_.pop_front();
    ++delivered_;
    return frame;
  }

  [[nodiscard]] StreamStatistics statistics() const {
    const std::lock_guard lock(mutex_);
    return {delivered_, dropped_, 0};
  }

 private:
  const std::size_t capacity_;
  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<CameraFrame> frames_;
  std::uint64_t delivered_ = 0;
  std::uint64_t dropped_ = 0;
};

}  // namespace tomocyte
