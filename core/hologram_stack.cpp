#include "core/hologram_stack.h"

#include <fmt/format.h>

#include <cmath>

#include "core/error.h"

namespace tomocyte {
namespace {

void check_illumination(const std::vector<WaveVector>& illumination, Index angles, const OpticalSetup& setup) {
  if (static_cast<Index>(illumination.size()) != angles)
    throw InputError(fmt::format("{} illumination vectors for {} holograms", illumination.size(), angles),
                     "Store one vector (kx, ky in rad/µm) per hologram.");
  for (std::size_t i = 0; i < illumination.size(); ++i) {
    const double k = std::hypot(illumination[i].x, illumination[i].y);
    if (!(k < setup.k_medium()))
      throw InputError(fmt::format("illumination vector {} ({}, {}) rad/µm is not a propagating wave in the medium "
                                   "(|k| must be below {:.3f} rad/µm)",
                                   i, illumination[i].x, illumination[i].y, setup.k_medium()),
                       "Check the unit: radians per micrometre in the sample, not cycles per pixel.");
  }
}

}  // namespace

void validate(const HologramStack& stack) {
  validate(stack.setup);
  const auto& shape = stack.holograms.shape();
  if (stack.holograms.empty()) throw InputError("the scan holds no holograms");
  if (!stack.background.empty() && stack.background.shape() != shape)
    throw InputError(fmt::format("the background is {} but the holograms are {}", to_string(stack.background.shape()),
                                 to_string(shape)),
                     "Record one background of the same size per angle.");
  if (stack.bit_depth < 1 || stack.bit_depth > 16)
    throw InputError(fmt::format("bit depth is {}, expected 1 to 16", stack.bit_depth));
  if (!stack.illumination.empty()) check_illumination(stack.illumination, shape[0], stack.setup);
}

void validate(const FieldStack& stack) {
  validate(stack.setup);
  if (stack.field.empty()) throw InputError("the scan holds no fields");
  check_illumination(stack.illumination, stack.field.shape(0), stack.setup);
  if (!stack.quality.empty() && static_cast<Index>(stack.quality.size()) != stack.field.shape(0))
    throw InputError("frame quality and fields differ in number");
  if (!stack.phase.empty() && stack.phase.shape() != stack.field.shape())
    throw InputError(fmt::format("the unwrapped phase is {} but the fields are {}", to_string(stack.phase.shape()),
                                 to_string(stack.field.shape())),
                     "Retrieve the fields again.");
  const auto values = stack.field.values();
  const auto phase = stack.phase.values();
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!std::isfinite(values[i].real()) || !std::isfinite(values[i].imag()) ||
        (!phase.empty() && !std::isfinite(phase[i])))
      throw InputError(fmt::format("the field holds a value that is not a number (frame {})",
                                   static_cast<Index>(i) / (stack.field.shape(1) * stack.field.shape(2))),
                       "Leave that frame out or retrieve the fields again.");
}

}  // namespace tomocyte
