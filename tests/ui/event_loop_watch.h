// How long the event loop was away at most, by the clock and by the processor time of its own thread: other programs on
// the machine lengthen the one, not the other.
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <algorithm>
#include <ctime>

namespace tomocyte::test {

class EventLoopWatch {
 public:
  EventLoopWatch() {
    timer_.setTimerType(Qt::PreciseTimer);
    timer_.setInterval(kTickMs);
    QObject::connect(&timer_, &QTimer::timeout, &timer_, [this] { tick(); });
    restart();
    timer_.start();
  }
  void restart() {
    longestMs = 0.0;
    longestProcessorMs = 0.0;
    clock_.start();
    processor_ = processorMs();
  }

  double longestMs = 0.0;
  double longestProcessorMs = 0.0;
  int ticks = 0;

 private:
  static constexpr int kTickMs = 4;

  // Of the calling thread.
  static double processorMs() {
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return 1e3 * static_cast<double>(used.tv_sec) + 1e-6 * static_cast<double>(used.tv_nsec);
  }
  void tick() {
    longestMs = std::max(longestMs, 1e-6 * static_cast<double>(clock_.nsecsElapsed()) - kTickMs);
    clock_.restart();
    const double now = processorMs();
    longestProcessorMs = std::max(longestProcessorMs, now - processor_);
    processor_ = now;
    ++ticks;
  }

  QTimer timer_;
  QElapsedTimer clock_;
  double processor_ = 0.0;
};

}  // namespace tomocyte::test
