#include "tests/core/catalog/postgres_server.h"

#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <stdexcept>
#include <vector>

namespace tomocyte::test {
namespace {

constexpr uid_t kNobody = 65534;

// The server refuses to run as root.
void become_unprivileged() {
  if (geteuid() != 0) return;
  if (setgroups(0, nullptr) != 0 || setgid(kNobody) != 0 || setuid(kNobody) != 0) _exit(126);
}

// Its standard error goes to `errors`; -1: nowhere.
pid_t run(const std::vector<std::string>& command, int errors) {
  const pid_t child = fork();
  if (child != 0) return child;
  become_unprivileged();
  prctl(PR_SET_PDEATHSIG, SIGQUIT);  // after setuid, which forgets it
  const int nowhere = open("/dev/null", O_RDWR);
  dup2(nowhere, STDIN_FILENO);
  dup2(nowhere, STDOUT_FILENO);
  dup2(errors < 0 ? nowhere : errors, STDERR_FILENO);
  setenv("LC_ALL", "C.UTF-8", 1);
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  execv(arguments.front(), arguments.data());
  _exit(127);
}

void run_to_end(const std::vector<std::string>& command) {
  int status = -1;
  waitpid(run(command, -1), &status, 0);
  if (status != 0) throw std::runtime_error(command.front() + " failed");
}

}  // namespace

std::optional<std::filesystem::path> PostgresServer::programs() {
  std::vector<std::filesystem::path> versions;
  std::error_code absent;
  for (const auto& version : std::filesystem::directory_iterator("/usr/lib/postgresql", absent))
    if (std::filesystem::exists(version.path() / "bin" / "postgres")) versions.push_back(version.path() / "bin");
  const auto newest = std::max_element(versions.begin(), versions.end());
  return newest == versions.end() ? std::nullopt : std::optional(*newest);
}

PostgresServer::PostgresServer(const std::filesystem::path& programs) : programs_(programs) {
  std::string name = (std::filesystem::temp_directory_path() / "tomocyte-pg-XXXXXX").string();
  if (!mkdtemp(name.data())) throw std::runtime_error("cannot make a folder for the server");
  folder_ = name;
  if (geteuid() == 0 && chown(name.c_str(), kNobody, kNobody) != 0) throw std::runtime_error("chown failed");
  run_to_end({programs_ / "initdb", "-D", folder_ / "data", "-U", "tomocyte", "-A", "trust", "-E", "UTF8", "--no-sync",
              "--locale=C.UTF-8"});
  start();
}

// Returns when the server says that it takes connections.
void PostgresServer::start() {
  int pipe_ends[2];
  if (pipe2(pipe_ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  server_ = run({programs_ / "postgres", "-D", folder_ / "data", "-k", folder_, "-h", "", "-F", "-c",
                 "log_min_messages=log", "-c", "logging_collector=off"},
                pipe_ends[1]);
  close(pipe_ends[1]);
  FILE* said = fdopen(pipe_ends[0], "r");
  std::string all;
  char line[1024];
  while (std::fgets(line, sizeof line, said)) {
    all += line;
    if (all.find("ready to accept connections") != std::string::npos) return;  // the pipe stays open for the server
  }
  throw std::runtime_error("PostgreSQL did not start: " + all);
}

PostgresServer::~PostgresServer() {
  if (server_ > 0) {
    kill(server_, SIGQUIT);
    waitpid(server_, nullptr, 0);
  }
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string PostgresServer::new_database() {
  const std::string name = "test_" + std::to_string(++databases_);
  run_to_end({programs_ / "createdb", "-h", folder_, "-U", "tomocyte", name});
  return "postgresql://tomocyte@/" + name + "?host=" + folder_.string();
}

}  // namespace tomocyte::test
