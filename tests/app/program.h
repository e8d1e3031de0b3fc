// The program as a child process: arguments go to it without a shell, its two outputs and its exit code come back.
#pragma once

#include <string>
#include <vector>

#include <sys/types.h>

#include "tests/core/files_fixture.h"

namespace tomocyte::test {

using Arguments = std::vector<std::string>;

struct Outcome {
  int code = -1;  // exit code; the negative signal when one ended it
  std::string out;
  std::string err;
};

// Runs in `folder` with standard output and standard error in files beside it.
class Program {
 public:
  // `environment`: NAME=VALUE, added to this process's. `input`: what the program reads from standard input.
  Program(const Folder& folder, const std::vector<std::string>& arguments,
          const std::vector<std::string>& environment = {}, const std::string& input = {});
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  // Blocks until `text` stands in standard error; false when the program ended first.
  [[nodiscard]] bool wait_for(const std::string& text);
  void send(int signal) const;
  [[nodiscard]] Outcome finish();

 private:
  [[nodiscard]] bool ended();

  Folder outputs_;
  pid_t child_ = -1;
  int status_ = 0;
};

[[nodiscard]] inline Outcome run(const Folder& folder, const std::vector<std::string>& arguments,
                                 const std::vector<std::string>& environment = {}, const std::string& input = {}) {
  return Program(folder, arguments, environment, input).finish();
}

// A scan that takes a second: a sphere of 14.1 fL and 2.33 pg in a field of 6.4 µm.
inline const std::vector<std::string> kSmallSphere = {"--sample",        "sphere", "--sphere-radius-um", "1.5",
                                                      "--camera-pixels", "128",    "--angles",           "9"};
inline const std::vector<std::string> kSmallVolume = {"--voxels-lateral", "64", "--voxels-axial", "64"};

[[nodiscard]] inline std::vector<std::string> operator+(std::vector<std::string> a, const std::vector<std::string>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

}  // namespace tomocyte::test
