#include "acquisition/instrument/watchdog_task.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <thread>
#include <utility>

#include "acquisition/instrument/instrument_config.h"
#include "acquisition/instrument/switch_off.h"
#include "core/error.h"
#include "core/provenance.h"

namespace tomocyte::watchdog {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

// Nothing: the program has ended.
std::string receive(int socket) {
  char bytes[4096];
  ssize_t length = 0;
  do length = ::recv(socket, bytes, sizeof bytes, 0);
  while (length < 0 && errno == EINTR);
  return {bytes, static_cast<std::size_t>(std::max<ssize_t>(0, length))};
}

// The program at the other end, which made the socket.
pid_t program_of(int socket) {
  ucred peer{};
  socklen_t size = sizeof peer;
  return ::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 ? peer.pid : 0;
}

class Watch {
 public:
  Watch(int socket, const TaskOptions& options) : socket_(socket), options_(options) {}

  bool run() {
    std::string received = receive_config();
    if (received.empty()) return true;  // it ended before there was an instrument
    ::send(socket_, &kReady, 1, MSG_NOSIGNAL);
    for (;;) {
      if (!wait_for_bytes()) {
        say(fmt::format("no sign of life for {} ms", options_.silence.count()));
        dark_ = switch_off(true);
        continue;
      }
      received = receive(socket_);
      if (received.find(kFarewell) != std::string::npos) return true;
      if (received.empty()) break;
      if (std::exchange(dark_, false)) say("the program answers again; it goes on with the light as it finds it");
    }
    if (dark_) return true;
    say("the program has ended without switching the light off");
    return switch_off(false);
  }

 private:
  std::string receive_config() {
    std::string line;
    while (line.find('\n') == std::string::npos) {
      const std::string more = receive(socket_);
      if (more.empty()) return {};
      line += more;
    }
    config_ = instrument_config_from_json(line.substr(0, line.find('\n')));
    return line;
  }

  // False: nothing came in time. What came while this process itself slept counts. Once the light is off there is no
  // hurry.
  bool wait_for_bytes() const {
    pollfd waiting{socket_, POLLIN, 0};
    const auto end = Clock::now() + options_.silence;
    for (;;) {
      const auto left = std::chrono::ceil<milliseconds>(end - Clock::now()).count();
      const int ready = ::poll(&waiting, 1, dark_ ? -1 : static_cast<int>(std::max<std::int64_t>(0, left)));
      if (ready > 0) return true;
      if (ready == 0) return false;
    }
  }

  bool switch_off(bool program_hangs) {
    const auto end = Clock::now() + options_.give_up;
    std::string before;
    for (;;) {
      const std::string problem = switch_light_off(config_);
      if (problem.empty()) {
        say("light and patterns are off");
        return true;
      }
      if (problem != before) say("cannot switch the light off: " + problem);
      before = problem;
      if (std::exchange(program_hangs, false)) kill_program();
      if (Clock::now() >= end) {
        say("gave up: SWITCH THE LIGHT OFF AT THE DEVICE");
        return false;
      }
      std::this_thread::sleep_for(options_.retry);
    }
  }

  // Most drivers let one program in. What the program had acquired is in its journal.
  void kill_program() const {
    const pid_t program = program_of(socket_);
    if (program <= 1 || ::kill(program, SIGKILL) != 0) return;
    say(fmt::format("ended the program that hangs (process {}); resume its scan from the journal", program));
  }

  void say(const std::string& what) const {
    const std::string line = fmt::format("{} watchdog of \"{}\": {}\n", utc_now(), config_.name, what);
    std::fputs(line.c_str(), stderr);
    if (!options_.log.empty()) std::ofstream(options_.log, std::ios::app) << line;
  }

  int socket_;
  const TaskOptions& options_;
  InstrumentConfig config_;
  bool dark_ = false;
};

}  // namespace

bool watch(int socket, const TaskOptions& options) { return Watch(socket, options).run(); }

}  // namespace tomocyte::watchdog
