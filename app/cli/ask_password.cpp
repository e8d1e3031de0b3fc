#include "app/cli/ask_password.h"

#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <iostream>

#include "core/error.h"

namespace tomocyte {
namespace {

// What is typed is not shown while it lives.
class NoEcho {
 public:
  NoEcho() {
    tcgetattr(STDIN_FILENO, &before_);
    termios hidden = before_;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
  }
  ~NoEcho() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_); }
  NoEcho(const NoEcho&) = delete;
  NoEcho& operator=(const NoEcho&) = delete;

 private:
  termios before_{};
};

std::string next_line() {
  std::string line;
  if (!std::getline(std::cin, line))
    throw InputError("no password was given", "Type it, or give it as a line of standard input.");
  return line;
}

}  // namespace

std::string ask_password(const std::string& question) {
  if (isatty(STDIN_FILENO) == 0) return next_line();
  fmt::print(stderr, "{}: ", question);
  std::string password;
  {
    const NoEcho hidden;
    password = next_line();
  }
  fmt::print(stderr, "\n");
  return password;
}

}  // namespace tomocyte
