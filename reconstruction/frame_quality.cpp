#include "reconstruction/frame_quality.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/error.h"
#include "reconstruction/median.h"
#include "reconstruction/phase_unwrapping.h"
#include "reconstruction/wrapping.h"

namespace tomocyte {
namespace {

// Distance from the median in robust standard deviations (1.4826 MAD), of which `floor` is the least.
std::vector<double> robust_scores(const std::vector<double>& values, double floor) {
  const double centre = median(values);
  std::vector<double> deviations;
  for (const double v : values) deviations.push_back(std::abs(v - centre));
  const double scale = std::max(floor, 1.4826 * median(deviations));
  std::vector<double> scores;
  for (const double v : values) scores.push_back((v - centre) / scale);
  return scores;
}

// Median of one side of the border frame: 0 top, 1 bottom, 2 left, 3 right.
double side_median(View<const float, 2> phase, int side) {
  const Index width = border_width(phase.shape());
  std::vector<double> values;
  const bool horizontal = side < 2;
  const Index length = horizontal ? phase.shape(1) : phase.shape(0);
  const Index last = (horizontal ? phase.shape(0) : phase.shape(1)) - width;
  const Index start = side % 2 == 0 ? 0 : last;
  for (Index i = 0; i < length; ++i)
    for (Index j = start; j < start + width; ++j) values.push_back(horizontal ? phase(j, i) : phase(i, j));
  return median(std::move(values));
}

double border_noise(View<const float, 2> phase) {
  const Index width = border_width(phase.shape());
  std::vector<double> steps;
  for (Index y = 0; y < width; ++y)
    for (Index x = 0; x + 1 < phase.shape(1); ++x) steps.push_back(std::abs(phase(y, x + 1) - phase(y, x)));
  return 1.4826 * median(std::move(steps)) / std::numbers::sqrt2;
}

// Mean squared wrapped gradient; steps of more than pi/2 per pixel are fringes lost, and count in full.
double gradient_energy(View<const float, 2> phase) {
  double sum = 0.0;
  for (Index y = 0; y + 1 < phase.shape(0); ++y)
    for (Index x = 0; x + 1 < phase.shape(1); ++x) {
      const double gx = phase(y, x + 1) - phase(y, x);
      const double gy = phase(y + 1, x) - phase(y, x);
      sum += gx * gx + gy * gy;
    }
  return sum / static_cast<double>(phase.size());
}

void reject(FrameQuality& frame, const std::string& reason) {
  frame.rejected = true;
  frame.reason += frame.reason.empty() ? reason : "; " + reason;
}

void check_exposure(const Array<std::uint16_t, 3>& frames, int bit_depth, const char* what) {
  constexpr double kTooMany = 0.01;
  std::vector<Index> saturated;
  std::vector<Index> black;
  for (Index i = 0; i < frames.shape(0); ++i) {
    const View<const std::uint16_t, 2> frame = frames[i];
    if (saturated_fraction(frame, bit_depth) > kTooMany) saturated.push_back(i);
    const auto [low, high] = std::minmax_element(frame.data(), frame.data() + frame.size());
    const double full_scale = (1 << bit_depth) - 1;
    if (*high - *low < 0.01 * full_scale) black.push_back(i);
  }
  if (!black.empty())
    throw InputError(fmt::format("{} of {} {} are black or without fringes (frames {})", black.size(), frames.shape(0),
                                 what, frame_list(black)),
                     "Check that the light is on and the shutter open, and acquire the scan again.");
  if (!saturated.empty())
    throw InputError(fmt::format("{} of {} {} are saturated (frames {})", saturated.size(), frames.shape(0), what,
                                 frame_list(saturated)),
                     "Lower the exposure or the gain, and acquire the scan again.");
}

}  // namespace

FrameQuality measure_frame(View<const float, 2> phase, double contrast, double saturated) {
  FrameQuality quality;
  quality.phase_noise_rad = border_noise(phase);
  quality.gradient_score = gradient_energy(phase);
  quality.phase_jump_rad = std::max(std::abs(side_median(phase, 0) - side_median(phase, 1)),
                                    std::abs(side_median(phase, 2) - side_median(phase, 3)));
  quality.saturated_fraction = saturated;
  quality.contrast = contrast;
  return quality;
}

void judge_frames(std::vector<FrameQuality>& frames, double sigma) {
  std::vector<double> noise;
  std::vector<double> gradient;
  std::vector<double> jump;
  std::vector<double> contrast;
  for (const FrameQuality& frame : frames) {
    noise.push_back(frame.phase_noise_rad);
    // The energy is a positive quantity that scales with the sample: its logarithm is what scatters evenly.
    gradient.push_back(std::log(frame.gradient_score + 1e-6));
    jump.push_back(frame.phase_jump_rad);
    contrast.push_back(frame.contrast);
  }
  // Floors: what a good scan shows between its normal and its most oblique frame.
  const auto noise_score = robust_scores(noise, 0.02);
  const auto gradient_score = robust_scores(gradient, 0.12);
  const auto jump_score = robust_scores(jump, 0.1);
  const auto contrast_score = robust_scores(contrast, 0.05);
  constexpr std::size_t kFewest = 8;
  for (std::size_t i = 0; i < frames.size(); ++i) {
    frames[i].gradient_score = gradient_score[i];
    if (frames.size() < kFewest) continue;
    if (noise_score[i] > sigma) reject(frames[i], fmt::format("phase noise {:.2f} rad", noise[i]));
    if (gradient_score[i] > sigma)
      reject(frames[i], fmt::format("phase gradient {:.0f} SD above the others", gradient_score[i]));
    if (jump_score[i] > sigma)
      reject(frames[i], fmt::format("the phase jumps by {:.2f} rad inside the frame", jump[i]));
    if (contrast_score[i] < -sigma)
      reject(frames[i], fmt::format("fringe contrast {:.0f} % of the background's", 100.0 * contrast[i]));
  }
}

std::string frame_list(const std::vector<Index>& frames) {
  std::string text;
  for (std::size_t i = 0; i < frames.size() && i < 8; ++i) text += fmt::format("{}{}", i == 0 ? "" : ", ", frames[i]);
  return frames.size() > 8 ? text + ", …" : text;
}

double saturated_fraction(View<const std::uint16_t, 2> frame, int bit_depth) {
  const auto full_scale = static_cast<std::uint16_t>((1 << bit_depth) - 1);
  Index count = 0;
  for (Index y = 0; y < frame.shape(0); ++y)
    for (Index x = 0; x < frame.shape(1); ++x) count += frame(y, x) >= full_scale ? 1 : 0;
  return static_cast<double>(count) / static_cast<double>(frame.size());
}

void check_exposure(const HologramStack& stack) {
  check_exposure(stack.holograms, stack.bit_depth, "holograms");
  if (!stack.background.empty()) check_exposure(stack.background, stack.bit_depth, "backgrounds");
}

}  // namespace tomocyte
