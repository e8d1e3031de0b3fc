// What is known of one scanned position, and how often it is tried. Shared by the engines.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "acquisition/journal/record.h"

namespace tomocyte {

struct PositionReport {
  Index position = 0;
  int attempts = 1;
  std::vector<std::string> faults;   // why attempts before the last were discarded
  double scan_s = 0.0;               // of the last attempt, from light on to light off
  int exposures = 0;                 // all attempts and the autofocus
  double exposure_ms = 0.0;          // of each, as the camera reports it
  double light_on_s = 0.0;           // time that the light was on
  std::optional<double> power_mw;    // when the light source tells
  std::optional<double> focus_z_um;  // what autofocus found
  std::string taken_from;            // the scan file of a background that was not acquired
};

[[nodiscard]] double seconds_since(std::chrono::steady_clock::time_point start);

struct AttemptSettings {
  int first_attempt = 0;
  int max_repeats = 0;
  std::string remedy;
  std::function<std::string(int attempt)> scan;         // adds to the report, returns its fault
  std::function<std::string(const std::string&)> note;  // JSON, of that fault or of none
  std::function<void(JournalRecord)> push;              // to the journal
};

// Scans one position until an attempt has no fault. Every attempt that is discarded and the one that is complete get
// their note. Throws DeviceError with `remedy` when the attempt after `max_repeats` repeats is at fault, and what the
// functions throw.
void scan_until_whole(PositionReport& report, const AttemptSettings& settings);

}  // namespace tomocyte
