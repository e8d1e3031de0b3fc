// A background of an earlier scan in place of a new one, and when that is allowed.
#pragma once

#include <string>

#include "acquisition/scan_journal.h"
#include "acquisition/scan_plan.h"
#include "core/array.h"
#include "core/recorded_conditions.h"

namespace tomocyte {

struct StoredBackground {
  Array<std::uint16_t, 3> frames;  // [angle, y, x]
  RecordedConditions conditions;
  std::string source;    // the scan file
  std::string checksum;  // of the file, "sha256:…"
};

// Of frames that the instrument takes as it is set now: camera and its region, exposure, gain and format; wavelength,
// medium, pixel size and table of patterns of the scan; what `description` adds. Throws DeviceError.
[[nodiscard]] RecordedConditions scan_conditions(const Instrument& instrument, const ScanPlan& plan,
                                                 const ScanDescription& description);

// Asks the camera what it makes of the plan's exposure, and sets it back. Throws InputError naming each field that
// differs with both values, or the age (ScanOptions::max_age_h).
void check_background(const StoredBackground& background, const Instrument& instrument, const ScanPlan& plan,
                      const ScanDescription& description);

}  // namespace tomocyte
