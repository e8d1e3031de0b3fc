// Ctrl-C, `kill` and a closed terminal as a request to stop, so that work ends in order and leaves nothing
// half-written.
#pragma once

#include <stop_token>
#include <thread>

namespace tomocyte {

// Catches SIGINT, SIGTERM and SIGHUP while it lives: the first asks the work to stop, the second ends the program with
// 130. A signal that the program was started with as ignored (nohup, a script's background job) stays ignored. One at
// a time.
class Interrupts {
 public:
  Interrupts();
  ~Interrupts();
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;

  [[nodiscard]] std::stop_token token() const { return stop_.get_token(); }

 private:
  void wait() const;

  int read_end_ = -1;
  mutable std::stop_source stop_;
  std::jthread waiting_;
};

}  // namespace tomocyte
