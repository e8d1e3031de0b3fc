// Finds frames that do not belong into a scan: dust, vibration, a jump of the phase, saturation.
#pragma once

#include <string>
#include <vector>

#include "core/hologram_stack.h"

namespace tomocyte {

// Measures one frame. `phase` unwrapped [y, x] rad, `contrast` the border's
// amplitude before it was normalised to 1.
[[nodiscard]] FrameQuality measure_frame(View<const float, 2> phase, double contrast, double saturated_fraction);

// Marks as rejected, with the reason, every frame that lies more than `sigma` robust standard deviations (median
// absolute deviation, with a floor so that a perfect scan rejects none) from its fellows. Fewer than 8 frames are not
// judged.
void judge_frames(std::vector<FrameQuality>& frames, double sigma);

// Throws InputError when holograms or backgrounds are black (no light) or saturated (more than 1 % of the pixels at
// full scale), saying how many and which.
void check_exposure(const HologramStack& stack);

// "0, 3, 7", at most eight of them, for messages.
[[nodiscard]] std::string frame_list(const std::vector<Index>& frames);

// Fraction of the pixels at full scale.
[[nodiscard]] double saturated_fraction(View<const std::uint16_t, 2> frame, int bit_depth);

}  // namespace tomocyte
