#include "app/cli/interrupts.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <system_error>

#include "app/cli/context.h"

namespace tomocyte {
namespace {

constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP};
constexpr char kSignal = 's';
constexpr char kEnd = 'e';

// Blocking the signals and waiting for them in one thread does not do: libraries start threads before main, and one
// of those would take the signal and end the program. A handler may run in any thread; all it may do is write to a
// pipe.
std::atomic<int> write_end{-1};
static_assert(std::atomic<int>::is_always_lock_free);

void send(char what) {
  const int reason = errno;
  [[maybe_unused]] const auto sent = ::write(write_end.load(), &what, 1);
  errno = reason;
}

extern "C" void on_signal(int /*signal*/) { send(kSignal); }

void set_handlers(void (*handler)(int)) {
  for (const int signal : kSignals) {
    struct sigaction action {};
    if (sigaction(signal, nullptr, &action) != 0 || action.sa_handler == SIG_IGN) continue;
    action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigaction(signal, &action, nullptr);
  }
}

}  // namespace

Interrupts::Interrupts() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  read_end_ = ends[0];
  write_end = ends[1];
  waiting_ = std::jthread([this] { wait(); });
  set_handlers(on_signal);
}

Interrupts::~Interrupts() {
  set_handlers(SIG_DFL);
  send(kEnd);
  waiting_.join();
  ::close(write_end.exchange(-1));
  ::close(read_end_);
}

// A stop_source may not be touched in a signal handler, so this thread does it.
void Interrupts::wait() const {
  char what = kEnd;
  while (::read(read_end_, &what, 1) == 1 && what == kSignal) {
    if (stop_.stop_requested()) _exit(kCancelled);
    std::fputs("\nStopping… (press Ctrl-C again to end at once)\n", stderr);
    stop_.request_stop();
  }
}

}  // namespace tomocyte
