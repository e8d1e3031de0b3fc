// Aravis's GigE Vision camera simulator, as a child process on the loopback. Only one can hold the port: a lock file
// makes other test programs on this machine wait.
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "acquisition/genicam/genicam.h"
#include "core/error.h"
#include "tests/catch.h"

class GigeSimulator {
 public:
  static constexpr const char* kProgram = "arv-fake-gv-camera-0.8";
  static constexpr const char* kAddress = "127.0.0.1";

  explicit GigeSimulator(std::vector<std::string> options = {}) : options_(std::move(options)) {
    const auto file = std::filesystem::temp_directory_path() / "tomocyte-gige-simulator.lock";
    lock_ = open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0666);
    REQUIRE(lock_ >= 0);
    REQUIRE(flock(lock_, LOCK_EX) == 0);
    start();
  }
  ~GigeSimulator() {
    kill();
    close(lock_);
  }
  GigeSimulator(const GigeSimulator&) = delete;
  GigeSimulator& operator=(const GigeSimulator&) = delete;

  void start() {
    std::vector<char*> arguments;
    std::vector<std::string> words{kProgram, "-i", kAddress};
    words.insert(words.end(), options_.begin(), options_.end());
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    process_ = fork();
    REQUIRE(process_ >= 0);
    if (process_ == 0) {
      prctl(PR_SET_PDEATHSIG, SIGKILL);
      execvp(kProgram, arguments.data());
      _exit(127);
    }
  }

  // As if the cable were pulled.
  void kill() {
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
    process_ = 0;
  }

  // Waits until the simulator answers.
  [[nodiscard]] std::unique_ptr<tomocyte::Camera> open_camera() {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (true) {
      try {
        return tomocyte::open_genicam_camera(kAddress);
      } catch (const tomocyte::DeviceError& error) {
        INFO(error.what());
        if (process_ > 0 && waitpid(process_, nullptr, WNOHANG) == process_) {
          process_ = 0;
          FAIL("the simulator ended: does another program hold UDP port 3956 of the loopback?");
        }
        REQUIRE(std::chrono::steady_clock::now() < deadline);
      }
    }
  }

  [[nodiscard]] static bool installed() {
    const std::string path = getenv("PATH") ? getenv("PATH") : "";
    for (std::size_t begin = 0; begin <= path.size();) {
      const std::size_t end = std::min(path.find(':', begin), path.size());
      if (access((path.substr(begin, end - begin) + "/" + kProgram).c_str(), X_OK) == 0) return true;
      begin = end + 1;
    }
    WARN("skipped: " << kProgram << " is not installed (package aravis-tools)");
    return false;
  }

 private:
  std::vector<std::string> options_;
  int lock_ = -1;
  pid_t process_ = 0;
};
