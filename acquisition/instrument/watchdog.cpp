#include "acquisition/instrument/watchdog.h"

#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

#include "acquisition/instrument/switch_off.h"
#include "acquisition/instrument/watchdog_task.h"
#include "acquisition/journal/file_descriptor.h"
#include "core/error.h"

namespace tomocyte {
namespace {

constexpr int kPatienceMs = 20'000;  // for a process to say that it watches, on a busy computer
constexpr const char* kRemedy = "The instrument is not used without it: install Tomocyte anew.";

std::filesystem::path installed_program() {
  std::error_code failure;
  return std::filesystem::read_symlink("/proc/self/exe", failure).parent_path() / "tomocyte-watchdog";
}

// Signals as they are for a new program: the one that starts it may block some, and children inherit that.
struct SpawnSettings {
  explicit SpawnSettings(int socket) {
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, socket, STDIN_FILENO);
    // A device or a lock that it inherited would stay open when the program dies.
    posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    // A session of its own: Ctrl-C and a kill of the program's group do not reach it.
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK);
  }
  ~SpawnSettings() {
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
  }
  SpawnSettings(const SpawnSettings&) = delete;
  SpawnSettings& operator=(const SpawnSettings&) = delete;
  posix_spawn_file_actions_t files{};
  posix_spawnattr_t attributes{};
};

// One process, from start to end.
class Process {
 public:
  Process(const std::string& config_line, const WatchdogOptions& options) : socket_(-1) {
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
      throw DeviceError(fmt::format("the watchdog cannot be started: {}", std::strerror(errno)), kRemedy);
    socket_ = FileDescriptor(ends[0]);
    const FileDescriptor other(ends[1]);
    const SpawnSettings settings(other.get());
    std::string program = options.program.string();
    std::string silence = std::to_string(options.silence.count());
    std::string log = options.log.string();
    char* arguments[] = {program.data(), silence.data(), log.data(), nullptr};
    const int failure = ::posix_spawn(&id_, program.c_str(), &settings.files, &settings.attributes, arguments, environ);
    if (failure != 0)
      throw DeviceError(fmt::format("the watchdog {} cannot be started: {}", program, std::strerror(failure)), kRemedy);
    send(config_line);
  }
  // Farewell: the light was switched off by whoever switched it on.
  ~Process() {
    send(std::string(1, watchdog::kFarewell));
    socket_ = FileDescriptor(-1);
    ::waitpid(id_, nullptr, 0);
  }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  // False when it has died.
  bool send(const std::string& bytes) {
    return ::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size());
  }
  [[nodiscard]] bool says_ready() const {
    pollfd waiting{socket_.get(), POLLIN, 0};
    char byte = 0;
    return ::poll(&waiting, 1, kPatienceMs) == 1 && ::recv(socket_.get(), &byte, 1, 0) == 1 && byte == watchdog::kReady;
  }
  [[nodiscard]] pid_t id() const { return id_; }

 private:
  FileDescriptor socket_;
  pid_t id_ = -1;
};

WatchdogOptions completed(WatchdogOptions options) {
  if (options.program.empty()) options.program = installed_program();
  if (options.log.empty()) options.log = default_watchdog_log();
  std::error_code ignored;  // a log that cannot be written is no reason to leave the light on
  std::filesystem::create_directories(options.log.parent_path(), ignored);
  return options;
}

}  // namespace

// Sends the beats, and replaces a process that has died.
class Watchdog::Keeper {
 public:
  Keeper(const InstrumentConfig& config, const WatchdogOptions& options)
      : config_line_(nlohmann::ordered_json::parse(instrument_config_to_json(config)).dump() + "\n"),
        options_(completed(options)),
        process_(start()),
        beating_([this](const std::stop_token& stop) { beat(stop); }) {}

  [[nodiscard]] int process() {
    const std::lock_guard lock(mutex_);
    return process_ ? process_->id() : -1;
  }

 private:
  [[nodiscard]] std::unique_ptr<Process> start() const {
    auto process = std::make_unique<Process>(config_line_, options_);
    if (!process->says_ready())
      throw DeviceError(fmt::format("the watchdog {} does not answer", options_.program.string()), kRemedy);
    return process;
  }

  void beat(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (!changed_.wait_for(lock, stop, options_.beat, [&] { return stop.stop_requested(); })) {
      if (stop.stop_requested()) return;
      if (process_ && process_->send(std::string(1, watchdog::kBeat))) continue;
      process_.reset();
      try {
        process_ = start();
      } catch (const DeviceError&) {
        // Tried again at the next beat.
      }
    }
  }

  const std::string config_line_;
  const WatchdogOptions options_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::unique_ptr<Process> process_;
  std::jthread beating_;
};

Watchdog::Watchdog(const InstrumentConfig& config, const WatchdogOptions& options)
    : keeper_(std::make_unique<Keeper>(config, options)) {}
Watchdog::~Watchdog() = default;
int Watchdog::process() const { return keeper_->process(); }

std::filesystem::path default_watchdog_log() {
  const char* state = std::getenv("XDG_STATE_HOME");
  const char* home = std::getenv("HOME");
  const std::filesystem::path folder = state && *state ? std::filesystem::path(state)
                                       : home && *home ? std::filesystem::path(home) / ".local/state"
                                                       : std::filesystem::temp_directory_path();
  return folder / "tomocyte/watchdog.log";
}

std::unique_ptr<Watchdog> start_watchdog(const InstrumentConfig& config, const WatchdogOptions& options) {
  return light_outlives_program(config) ? std::make_unique<Watchdog>(config, options) : nullptr;
}

}  // namespace tomocyte
