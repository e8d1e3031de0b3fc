#include "tests/app/program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <thread>

namespace tomocyte::test {
namespace {

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  for (std::string& text : texts) result.push_back(text.data());
  result.push_back(nullptr);
  return result;
}

}  // namespace

Program::Program(const Folder& folder, const std::vector<std::string>& arguments,
                 const std::vector<std::string>& environment, const std::string& input) {
  std::vector<std::string> all = {TOMOCYTE_PROGRAM};
  all.insert(all.end(), arguments.begin(), arguments.end());
  // The first of two equal names counts.
  std::vector<std::string> variables = environment;
  for (char** variable = environ; *variable != nullptr; ++variable) variables.emplace_back(*variable);

  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addchdir_np(&files, (folder / "").c_str());
  const auto in = outputs_ / "in";
  write_bytes(in, input);
  posix_spawn_file_actions_addopen(&files, STDIN_FILENO, in.c_str(), O_RDONLY, 0);
  const auto out = outputs_ / "out";
  const auto err = outputs_ / "err";
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT, 0600);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, err.c_str(), O_WRONLY | O_CREAT, 0600);
  // A test runner in the background may have the signals ignored or blocked, and children inherit that.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t signals;
  sigemptyset(&signals);
  posix_spawnattr_setsigmask(&attributes, &signals);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, signal);
  posix_spawnattr_setsigdefault(&attributes, &signals);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  const int failure =
      posix_spawn(&child_, TOMOCYTE_PROGRAM, &files, &attributes, pointers(all).data(), pointers(variables).data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  if (failure != 0) throw std::runtime_error(std::string("cannot start ") + TOMOCYTE_PROGRAM);
}

Program::~Program() {
  if (child_ < 0) return;
  ::kill(child_, SIGKILL);
  ::waitpid(child_, &status_, 0);
}

bool Program::ended() {
  if (child_ >= 0 && ::waitpid(child_, &status_, WNOHANG) == child_) child_ = -1;
  return child_ < 0;
}

bool Program::wait_for(const std::string& text) {
  for (;;) {
    const bool last = ended();  // asked before reading: what an ended program wrote is complete
    if (bytes_of(outputs_ / "err").find(text) != std::string::npos) return true;
    if (last) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

void Program::send(int signal) const {
  if (child_ >= 0) ::kill(child_, signal);
}

Outcome Program::finish() {
  if (child_ >= 0) ::waitpid(child_, &status_, 0);
  child_ = -1;
  const int code = WIFEXITED(status_) ? WEXITSTATUS(status_) : -WTERMSIG(status_);
  return {code, bytes_of(outputs_ / "out"), bytes_of(outputs_ / "err")};
}

}  // namespace tomocyte::test
