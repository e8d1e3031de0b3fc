// A scan that is asked to pause does so between two positions, with the light off and the stage still.
#pragma once

#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace tomocyte {

// Between whoever runs a scan and whoever may pause it. From any thread.
class Pause {
 public:
  // The scan finishes the position that it is at, then stands.
  void request();
  // The scan goes on with the next position; a request that it has not come to is taken back.
  void resume();
  [[nodiscard]] bool requested() const;
  // True while the scan stands.
  [[nodiscard]] bool standing() const;

  // By the engine: returns at once when no pause is requested, else after resume(). Throws Cancelled when `stop` is
  // requested meanwhile.
  void stand(const std::stop_token& stop);

 private:
  mutable std::mutex mutex_;
  std::condition_variable_any changed_;
  bool requested_ = false;
  bool standing_ = false;
};

}  // namespace tomocyte
