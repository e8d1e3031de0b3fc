#include "acquisition/illumination_check.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "core/error.h"

namespace tomocyte {
namespace {

constexpr std::size_t kNamed = 5;       // frames that a message names
constexpr double kLoneTolerance = 0.5;  // rad/µm, for a scan with a single pattern

double distance(const WaveVector& a, const WaveVector& b) { return std::hypot(a.x - b.x, a.y - b.y); }

// Half the way from one pattern to its nearest neighbour that differs from it.
double tolerance_of(const std::vector<WaveVector>& commanded, std::size_t index) {
  double nearest = 2.0 * kLoneTolerance;
  for (const WaveVector& k : commanded)
    if (const double d = distance(k, commanded[index]); d > 0.0) nearest = std::min(nearest, d);
  return nearest / 2.0;
}

std::string frame_fault(const CameraFrame& frame, std::size_t index, const std::vector<WaveVector>& commanded,
                        const MeasureIllumination& measure) {
  WaveVector measured;
  try {
    measured = measure(frame.counts.view());
  } catch (const InputError& error) {
    return fmt::format("frame {} shows no fringes ({})", index + 1, error.what());
  }
  if (distance(measured, commanded[index]) <= tolerance_of(commanded, index)) return {};
  const auto nearest =
      std::ranges::min_element(commanded, {}, [&](const WaveVector& k) { return distance(measured, k); });
  const auto shown = static_cast<std::size_t>(nearest - commanded.begin());
  if (distance(measured, *nearest) <= tolerance_of(commanded, shown))
    return fmt::format("frame {} shows pattern {}", index + 1, shown + 1);
  return fmt::format("frame {} shows ({:.2f}, {:.2f}) rad/µm, which is none of the patterns", index + 1, measured.x,
                     measured.y);
}

}  // namespace

std::string illumination_fault(const std::vector<SharedFrame>& frames, const std::vector<WaveVector>& commanded,
                               const MeasureIllumination& measure) {
  std::vector<std::string> faults;
  for (std::size_t i = 0; i < frames.size(); ++i)
    if (std::string fault = frame_fault(*frames[i], i, commanded, measure); !fault.empty())
      faults.push_back(std::move(fault));
  if (faults.size() <= kNamed) return fmt::format("{}", fmt::join(faults, ", "));
  return fmt::format("{} and {} more", fmt::join(faults.begin(), faults.begin() + kNamed, ", "),
                     faults.size() - kNamed);
}

}  // namespace tomocyte
