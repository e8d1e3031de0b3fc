// What the watchdog's process does: listens to the program's signs of life, and switches the light off when they end.
// Internal to the watchdog.
#pragma once

#include <chrono>
#include <filesystem>

namespace tomocyte::watchdog {

// The program first sends the instrument's configuration as one line of JSON and gets kReady back; then a beat now and
// then, and a farewell when it has switched the light off itself.
inline constexpr char kReady = 'r';
inline constexpr char kBeat = '.';
inline constexpr char kFarewell = 'q';

struct TaskOptions {
  std::chrono::milliseconds silence{3000};    // without a beat: the program hangs
  std::chrono::milliseconds retry{200};       // between attempts to reach the light
  std::chrono::milliseconds give_up{60'000};  // after the first
  std::filesystem::path log;                  // what was done is appended; empty: to standard error only
};

// Returns when the program has said farewell (quietly) or has ended without (after the light is off); false when the
// light could not be switched off. A program that hangs and keeps the light's driver to itself is killed: its journal
// holds what it acquired. When it only slept and beats again, watching goes on.
bool watch(int socket, const TaskOptions& options);

}  // namespace tomocyte::watchdog
