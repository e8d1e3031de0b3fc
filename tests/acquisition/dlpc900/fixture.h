// A driver on a peer, both small enough to look at every mirror.
#pragma once

#include <numbers>

#include "acquisition/dlpc900/dlpc900.h"
#include "core/error.h"
#include "tests/acquisition/dlpc900/peer.h"
#include "tests/catch.h"

namespace fixture {

using namespace tomocyte;
using namespace tomocyte::dlpc900;

inline constexpr int kHeight = 54;
inline constexpr int kWidth = 96;
// One rad/µm is 0.02 cycles per mirror, with y turned over; the carrier is (0.2, 0.1).
inline const DmdCalibration kCalibration{50.0, 0.0, 0.0, -50.0, {-10.0, 5.0}};

inline GratingVector expected_grating(const WaveVector& wave) { return {0.2 + 0.02 * wave.x, 0.1 - 0.02 * wave.y}; }

inline double expected_cosine(const WaveVector& wave, int y, int x) {
  const GratingVector grating = expected_grating(wave);
  return std::cos(2.0 * std::numbers::pi * (grating.x * x + grating.y * y));
}

inline Dlpc900Options small_options() {
  Dlpc900Options options;
  options.area = {kHeight, kWidth, kHeight, kWidth};
  options.channel.poll_interval = std::chrono::milliseconds(0);
  options.channel.polls = 5;
  return options;
}

inline std::unique_ptr<Dlpc900> connect(Peer& peer, const Dlpc900Options& options = small_options()) {
  return std::make_unique<Dlpc900>(std::make_unique<PeerCable>(peer), kCalibration, options);
}

inline std::vector<IlluminationPattern> ring(int count, bool time_multiplexed) {
  std::vector<IlluminationPattern> sequence;
  for (int i = 0; i < count; ++i) {
    const double angle = 2.0 * std::numbers::pi * i / count;
    sequence.push_back({{3.0 * std::cos(angle), 3.0 * std::sin(angle)}, time_multiplexed});
  }
  return sequence;
}

// The error that `action` throws.
template <class Error, class Action>
Error error_of(Action action) {
  try {
    action();
  } catch (const Error& error) {
    return error;
  }
  FAIL("nothing was thrown");
  throw std::logic_error("unreachable");
}

}  // namespace fixture
