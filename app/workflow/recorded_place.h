// Where the stage stood when a scan was taken, as the scan file's provenance says.
#pragma once

#include <optional>
#include <string>

#include "acquisition/stage.h"
#include "core/scan.h"

namespace tomocyte {

struct RecordedPlace {
  StagePosition position;
  std::string time_utc;  // of the scan
  std::string device;    // as the acquisition named it
};

// Absent: it was not acquired with a stage, or by a program that did not write it.
[[nodiscard]] std::optional<RecordedPlace> recorded_place(const Scan& scan);

// For driving back to it. Throws InputError: the place is not recorded; a simulated scan and a real instrument, or the
// other way round.
[[nodiscard]] RecordedPlace place_to_return_to(const Scan& scan, bool simulated_instrument);

}  // namespace tomocyte
