#include "tests/acquisition/thorlabs/peer_process.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>

extern char** environ;

PeerProcess::PeerProcess(const std::vector<std::string>& arguments) {
  int input[2];
  int output[2];
  if (::pipe2(input, O_CLOEXEC) != 0 || ::pipe2(output, O_CLOEXEC) != 0) throw std::runtime_error("no pipes");
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, input[0], STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
  std::vector<std::string> words = {TOMOCYTE_THORLABS_PEER};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  const int failed = ::posix_spawn(&pid_, argv[0], &actions, nullptr, argv.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(input[0]);
  ::close(output[1]);
  to_child_ = input[1];
  from_child_ = output[0];
  if (failed != 0) pid_ = -1;
  if (failed != 0 || !read_line(port_)) throw std::runtime_error("the peer program does not start");
}

PeerProcess::~PeerProcess() {
  if (to_child_ >= 0) ::close(to_child_);
  if (pid_ > 0) {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  if (from_child_ >= 0) ::close(from_child_);
}

std::vector<std::string> PeerProcess::end() {
  ::close(to_child_);
  to_child_ = -1;
  std::vector<std::string> lines;
  for (std::string line; read_line(line); line.clear()) lines.push_back(line);
  ::waitpid(pid_, nullptr, 0);
  pid_ = -1;
  return lines;
}

bool PeerProcess::read_line(std::string& line) const {
  char c = 0;
  while (::read(from_child_, &c, 1) == 1) {
    if (c == '\n') return true;
    line += c;
  }
  return false;
}
