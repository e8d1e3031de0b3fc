// tomocyte-watchdog: started by watchdog.h, never by a person. Its standard input is the socket to the program.
#include <fmt/format.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

#include "acquisition/instrument/watchdog_task.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "tomocyte-watchdog: is started by tomocyte when it connects an instrument.\n");
    return 2;
  }
  // It ends when the program does, and must not end before.
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE}) std::signal(signal, SIG_IGN);
  tomocyte::watchdog::TaskOptions options;
  options.silence = std::chrono::milliseconds(std::atol(argv[1]));
  options.log = argv[2];
  try {
    return tomocyte::watchdog::watch(STDIN_FILENO, options) ? 0 : 1;
  } catch (const std::exception& error) {
    fmt::print(stderr, "tomocyte-watchdog: {}\n", error.what());
    return 1;
  }
}
