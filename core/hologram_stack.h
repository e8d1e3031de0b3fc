// The camera's output of one scan: off-axis holograms, their backgrounds and their illumination.
#pragma once

#include <complex>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/array.h"
#include "core/optical_setup.h"
#include "core/recorded_conditions.h"

namespace tomocyte {

struct HologramStack {
  OpticalSetup setup;
  Array<std::uint16_t, 3> holograms;     // [angle, y, x], camera counts
  Array<std::uint16_t, 3> background;    // sample-free, [angle, y, x]; empty when there is none
  std::vector<WaveVector> illumination;  // one per angle, rad/µm in the sample; empty when unknown
  int bit_depth = 8;                     // full scale is 2^bit_depth - 1
  // Reference wave vector q (phasor exp(+i q·r)): the order u_sample·conj(u_ref) sits at k_illumination - q.
  // Without it the carrier is found in the background's spectrum.
  std::optional<WaveVector> carrier;
  // Of the background; absent: not known.
  std::optional<RecordedConditions> background_conditions;
};

// Verdict on one frame of a scan; a rejected frame is left out of the tomogram unless the user keeps it.
struct FrameQuality {
  double phase_noise_rad = 0.0;     // robust SD of the border's phase
  double gradient_score = 0.0;      // robust z-score of the phase-gradient energy among the frames
  double phase_jump_rad = 0.0;      // step of the border's phase inside the frame (a knock during the exposure)
  double contrast = 1.0;            // amplitude of the border relative to the background
  double saturated_fraction = 0.0;  // of pixels at full scale
  bool rejected = false;
  std::string reason;  // empty when accepted
};

// Complex fields relative to the incident wave: u / u_0 with carrier, tilt, reference phase and beam profile divided
// out.
struct FieldStack {
  OpticalSetup setup;                    // pixel_size_um is that of `field`
  std::vector<WaveVector> illumination;  // one per angle, rad/µm
  Array<std::complex<float>, 3> field;   // [angle, y, x], 1 where there is no sample
  Array<float, 3> phase;                 // [angle, y, x] unwrapped phase of `field`, rad; empty: not unwrapped yet
  double focus_offset_um = 0.0;          // z of the recorded plane relative to the tomogram's centre
  std::vector<FrameQuality> quality;     // empty, or one per angle
  bool sign_assumed = false;             // the scan did not tell the phase's sign: taken positive on the whole
};

// Each throws InputError: shapes that disagree, too few angles (< 4 for a tomogram is checked by the
// reconstruction), NaN, wrong bit depth.
void validate(const HologramStack& stack);
void validate(const FieldStack& stack);

}  // namespace tomocyte
