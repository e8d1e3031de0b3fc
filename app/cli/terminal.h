// What a verb says while it works: a progress line with the time left on a terminal, plain lines in a pipe.
#pragma once

#include <chrono>
#include <mutex>
#include <string>

#include "app/cli/interrupts.h"
#include "core/progress.h"

namespace tomocyte {

class Terminal {
 public:
  explicit Terminal(bool quiet);
  ~Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  // Progress that is written to stderr and is cancelled by Ctrl-C. Each call starts a new bar and clock.
  [[nodiscard]] Progress progress();
  // Ends the progress line, so that what is printed next starts on a line of its own.
  void finish_line();

 private:
  void show(double fraction, const std::string& stage);
  void show_on_terminal(double fraction, const std::string& stage);
  void show_in_pipe(double fraction, const std::string& stage);

  bool quiet_;
  bool interactive_;
  std::mutex mutex_;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point last_shown_;
  std::string last_stage_;
  bool line_open_ = false;
  Interrupts interrupts_;
};

}  // namespace tomocyte
