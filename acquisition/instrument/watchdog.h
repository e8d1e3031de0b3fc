// The light is off also when the program is killed or hangs while it is on: a process of its own (tomocyte-watchdog)
// listens to the program's signs of life, and when they end it switches the light off by the light's own driver.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

#include "acquisition/instrument/instrument_config.h"

namespace tomocyte {

struct WatchdogOptions {
  std::filesystem::path program;            // empty: tomocyte-watchdog beside this program
  std::filesystem::path log;                // empty: default_watchdog_log()
  std::chrono::milliseconds beat{250};      // between signs of life
  std::chrono::milliseconds silence{3000};  // that the watchdog takes for a program that hangs
};

// $XDG_STATE_HOME/tomocyte/watchdog.log, without that ~/.local/state/tomocyte/watchdog.log.
[[nodiscard]] std::filesystem::path default_watchdog_log();

// Start it before the instrument is connected and let it live longer: it leaves quietly when this is destroyed. A
// process that dies is started again. Signs of life come from a thread of their own: they tell of a process that is
// killed or stopped, not of one driver that blocks (drivers have time limits of their own).
class Watchdog {
 public:
  // Throws DeviceError when the process cannot be started.
  explicit Watchdog(const InstrumentConfig& config, const WatchdogOptions& options = {});
  ~Watchdog();
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

  [[nodiscard]] int process() const;  // its id

 private:
  class Keeper;
  std::unique_ptr<Keeper> keeper_;
};

// Null when the instrument's light ends with this program anyway (all simulated). Throws like Watchdog.
[[nodiscard]] std::unique_ptr<Watchdog> start_watchdog(const InstrumentConfig& config,
                                                       const WatchdogOptions& options = {});

}  // namespace tomocyte
