// What every verb shares: the flags that all of them have, and how results reach the user.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "core/compute_device.h"

namespace tomocyte {

struct Context {
  ComputeDevice device;
  bool json = false;
  bool quiet = false;
  // The verb that the command line chose; returns the exit code. Empty: open the window.
  std::function<int()> chosen;
};

// Exit codes of `tomocyte` (README lists them).
enum ExitCode {
  kSuccess = 0,
  kInternalError = 1,
  kUsageError = 2,
  kInputError = 3,   // a file or its data cannot be used
  kDeviceError = 4,  // a camera, stage or compute device failed
  kCancelled = 130,
};

// Adds a verb with --json and --quiet (and --device, --threads where `computes`); `action` runs when it is chosen.
CLI::App& add_verb(CLI::App& program, Context& context, const std::string& name, const std::string& help, bool computes,
                   std::function<int()> action);

// Prints `json` when --json was given, else `text`, to stdout.
void print_result(const Context& context, const std::string& json, const std::string& text);

}  // namespace tomocyte
