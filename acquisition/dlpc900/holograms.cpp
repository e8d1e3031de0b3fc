#include "acquisition/dlpc900/holograms.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/error.h"

namespace tomocyte::dlpc900 {
namespace {

// Calls visit(y, x, cosine) for every mirror of the lit area.
template <class Visit>
void for_lit_mirrors(const GratingVector& grating, const MirrorArea& area, Visit visit) {
  const Index top = (area.height - area.lit_height) / 2;
  const Index left = (area.width - area.lit_width) / 2;
  for (Index y = top; y < top + area.lit_height; ++y)
    for (Index x = left; x < left + area.lit_width; ++x) {
      const double cycles = grating.x * static_cast<double>(x) + grating.y * static_cast<double>(y);
      visit(y, x, std::cos(2.0 * std::numbers::pi * (cycles - std::floor(cycles))));
    }
}

}  // namespace

void validate(const MirrorArea& area) {
  const bool fits = area.lit_height > 0 && area.lit_width > 0 && area.lit_height <= area.height &&
                    area.lit_width <= area.width && area.height <= 0xFFFF && area.width <= 0x7FFF;
  if (!fits)
    throw InputError(fmt::format("the lit part of {} x {} mirrors does not fit on a DMD of {} x {}", area.lit_height,
                                 area.lit_width, area.height, area.width));
}

void check_grating(const GratingVector& grating, const MirrorArea& area) {
  const double finest = std::max(std::abs(grating.x), std::abs(grating.y));
  if (!(finest < 0.5))
    throw DeviceError(fmt::format("the DMD cannot make the wave: its grating ({:.4f}, {:.4f}) cycles per mirror is "
                                  "finer than two mirrors",
                                  grating.x, grating.y),
                      "Scan to a smaller illumination aperture, or calibrate the DMD again.");
  const double across = std::max(std::abs(grating.x) * static_cast<double>(area.lit_width),
                                 std::abs(grating.y) * static_cast<double>(area.lit_height));
  if (across < 1.0)
    throw DeviceError(fmt::format("the DMD cannot make the wave: its grating ({:.5f}, {:.5f}) cycles per mirror falls "
                                  "onto the zero order",
                                  grating.x, grating.y),
                      "Give the calibration a carrier grating.");
}

BinaryPattern lee_pattern(const GratingVector& grating, const MirrorArea& area) {
  BinaryPattern pattern({area.height, area.width});
  for_lit_mirrors(grating, area, [&](Index y, Index x, double cosine) { pattern(y, x) = cosine > 0.0 ? 1 : 0; });
  return pattern;
}

std::vector<BinaryPattern> grating_bit_planes(const GratingVector& grating, int planes, const MirrorArea& area) {
  if (planes < 1 || planes > 8) throw InputError(fmt::format("a grating takes 1 to 8 bit planes, not {}", planes));
  std::vector<BinaryPattern> result;
  for (int i = 0; i < planes; ++i) result.emplace_back(Shape<2>{area.height, area.width});
  const double highest = (1 << planes) - 1;
  for_lit_mirrors(grating, area, [&](Index y, Index x, double cosine) {
    const auto level = static_cast<unsigned>(std::lround(highest * (1.0 + cosine) / 2.0));
    for (std::size_t i = 0; i < result.size(); ++i) result[i](y, x) = static_cast<std::uint8_t>(level >> i & 1U);
  });
  return result;
}

}  // namespace tomocyte::dlpc900
