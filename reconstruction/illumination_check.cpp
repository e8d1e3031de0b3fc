#include "reconstruction/illumination_check.h"

#include <fmt/format.h>

#include <cmath>

#include "core/error.h"
#include "reconstruction/bin_frequency.h"
#include "reconstruction/frame_quality.h"

namespace tomocyte {
namespace {

constexpr double kStandsOut = 0.05;     // of the power in the pupil; the least of a tilted wave is 0.16
constexpr double kTolerated = 0.1;      // of the pupil's radius
constexpr double kToleratedBins = 2.0;  // a peak between two bins, or one that the beam's profile broadens

}  // namespace

std::optional<WaveVector> order_displacement(View<const std::complex<float>, 2> spectrum, double pixel_size_um,
                                             double pupil_radius) {
  double total = 0.0;
  double best = 0.0;
  WaveVector at;
  for (Index y = 0; y < spectrum.shape(0); ++y)
    for (Index x = 0; x < spectrum.shape(1); ++x) {
      const double power = std::norm(spectrum(y, x));
      total += power;
      if (power <= best) continue;
      best = power;
      at = {bin_frequency(x, spectrum.shape(1), pixel_size_um), bin_frequency(y, spectrum.shape(0), pixel_size_um)};
    }
  const double bin = bin_frequency(1, std::min(spectrum.shape(0), spectrum.shape(1)), pixel_size_um);
  const double tolerated = std::max(kTolerated * pupil_radius, kToleratedBins * bin);
  if (best < kStandsOut * total || std::hypot(at.x, at.y) <= tolerated) return std::nullopt;
  return at;
}

void refuse_misplaced(const std::vector<WaveVector>& given,
                      const std::vector<std::optional<WaveVector>>& displacement) {
  std::vector<Index> wrong;
  for (std::size_t i = 0; i < displacement.size(); ++i)
    if (displacement[i]) wrong.push_back(static_cast<Index>(i));
  if (wrong.empty()) return;
  const auto first = static_cast<std::size_t>(wrong.front());
  throw InputError(
      fmt::format("the illumination of {} of {} frames disagrees with their fringes (frames {}): that of frame {} is "
                  "given as ({:.1f}, {:.1f}) rad/µm, its fringes say ({:.1f}, {:.1f})",
                  wrong.size(), displacement.size(), frame_list(wrong), first, given[first].x, given[first].y,
                  given[first].x + displacement[first]->x, given[first].y + displacement[first]->y),
      "Check the sign, the order and the unit of the illumination vectors (kx, ky in rad/µm in the sample), and the "
      "carrier; without them in the file they are found in the fringes.");
}

}  // namespace tomocyte
