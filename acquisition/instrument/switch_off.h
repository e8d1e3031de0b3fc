// Light off without the program that switched it on. Internal to the watchdog.
#pragma once

#include <string>

#include "acquisition/instrument/instrument_config.h"

namespace tomocyte {

// True when the light or the modulator of this instrument stays as it is after its program has died.
[[nodiscard]] bool light_outlives_program(const InstrumentConfig& config);

// Opens light and modulator by their own drivers, switches the light off and stops the patterns. Nothing else is
// opened, nothing moves. Returns what could not be done; empty: all of it is off.
[[nodiscard]] std::string switch_light_off(const InstrumentConfig& config);

}  // namespace tomocyte
