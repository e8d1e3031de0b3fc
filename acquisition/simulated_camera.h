// What a camera makes of an intensity: exposure, full well, shot and read noise, gain, saturation, quantisation.
#pragma once

#include <random>

#include "core/array.h"

namespace tomocyte {

struct SensorModel {
  int bit_depth = 8;
  double full_well_e = 9000.0;  // electrons at full scale with 0 dB gain
  double read_noise_e = 6.0;    // electrons RMS
  double exposure = 0.45;       // electrons per unit intensity, as a fraction of the full well
  double gain_db = 0.0;
};

// Intensity 1 fills `exposure` of the full well on average. Shot noise is Poisson's (its normal limit above 200
// electrons).
[[nodiscard]] Array<std::uint16_t, 2> expose(View<const float, 2> intensity, const SensorModel& sensor,
                                             std::mt19937_64& random);

}  // namespace tomocyte
