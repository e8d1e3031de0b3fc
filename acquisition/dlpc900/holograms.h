// Binary patterns that send one plane wave onto the sample: the first diffraction order of a grating.
// Off-axis binary holograms after Lee, Appl. Opt. 18, 3661 (1979); the time-multiplexed sinusoid after Lee, Kim, Kim,
// Shin and Park, Opt. Lett. 42, 999 (2017): binary frames whose exposures are powers of two add up to grey levels.
#pragma once

#include <cstdint>
#include <vector>

#include "core/array.h"

namespace tomocyte::dlpc900 {

// Cycles per mirror along x and y of the array.
struct GratingVector {
  double x = 0.0;
  double y = 0.0;
};

// The mirror array, of which a centred rectangle is used; mirrors outside stay off, which shortens the upload.
struct MirrorArea {
  Index height = 1080;
  Index width = 1920;
  Index lit_height = 1080;
  Index lit_width = 1920;
};
// Throws InputError when the lit part is empty or larger than the array.
void validate(const MirrorArea& area);

// [y, x], 1 = on.
using BinaryPattern = Array<std::uint8_t, 2>;

// Throws DeviceError when the grating is finer than two mirrors, or coarser than the lit area.
void check_grating(const GratingVector& grating, const MirrorArea& area);

// On where the cosine is positive. First order: amplitude 1/pi; the third is a third of it, and so on.
[[nodiscard]] BinaryPattern lee_pattern(const GratingVector& grating, const MirrorArea& area);

// The bits of a cosine between 0 and 2^planes - 1, the lowest first: plane b is to stand 2^b times as long as plane 0.
// The camera adds up the frames, so that the part of its picture that interferes with the reference is linear in the
// planes and sees a sinusoid, which has no order above the first but what `planes` bits leave.
[[nodiscard]] std::vector<BinaryPattern> grating_bit_planes(const GratingVector& grating, int planes,
                                                            const MirrorArea& area);

}  // namespace tomocyte::dlpc900
