// Debian's VTK draws through GLX only, which needs an X server even off screen. Xvfb picks a free number itself
// (-displayfd), so parallel processes do not meet, and dies with us (PR_SET_PDEATHSIG).
#include "ui/display.h"

#include <X11/Xlib.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <mutex>
#include <string>

#include "core/error.h"

namespace tomocyte {
namespace {

// The program may block or ignore the signals that end Xvfb, and a child inherits that.
void acceptTermination() {
  signal(SIGTERM, SIG_DFL);
  signal(SIGINT, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

class PrivateDisplay {
 public:
  PrivateDisplay() {
    int channel[2];
    if (pipe(channel) != 0) fail();
    process_ = fork();
    if (process_ < 0) fail();
    if (process_ == 0) {
      prctl(PR_SET_PDEATHSIG, SIGTERM);
      close(channel[0]);
      acceptTermination();
      // Its warnings would stand between the program's own lines, and a pipe that it held open would never end.
      if (const int nowhere = open("/dev/null", O_WRONLY); nowhere >= 0) {
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
      }
      const std::string descriptor = std::to_string(channel[1]);
      execlp("Xvfb", "Xvfb", "-displayfd", descriptor.c_str(), "-screen", "0", "1600x1200x24", "-nolisten", "tcp",
             "-noreset", static_cast<char*>(nullptr));
      _exit(127);
    }
    close(channel[1]);
    std::string number;
    char character = 0;
    while (read(channel[0], &character, 1) == 1 && character != '\n') number += character;
    close(channel[0]);
    if (number.empty()) fail();
    setenv("DISPLAY", (":" + number).c_str(), 1);
  }
  ~PrivateDisplay() {
    kill(process_, SIGTERM);
    waitpid(process_, nullptr, 0);
  }
  PrivateDisplay(const PrivateDisplay&) = delete;
  PrivateDisplay& operator=(const PrivateDisplay&) = delete;

 private:
  [[noreturn]] void fail() {
    if (process_ > 0) waitpid(process_, nullptr, 0);
    throw DeviceError("there is no display for the 3D picture and Xvfb could not be started",
                      "Install Xvfb (apt-get install xvfb), or use --view slices or mip, which need no display.");
  }
  pid_t process_ = -1;
};

}  // namespace

bool displayReachable() {
  const char* name = std::getenv("DISPLAY");
  if (!name || !*name) return false;
  // The connection stays: an X server without clients may reset itself, and refuses whoever asks meanwhile.
  static std::mutex mutex;
  static std::string kept;
  static Display* connection = nullptr;
  const std::lock_guard lock(mutex);
  if (kept == name) return true;
  Display* opened = XOpenDisplay(nullptr);
  if (!opened) return false;
  if (connection) XCloseDisplay(connection);
  connection = opened;
  kept = name;
  return true;
}

void ensureDisplay() {
  if (displayReachable()) return;
  static const PrivateDisplay display;
}

}  // namespace tomocyte
