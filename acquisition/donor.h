// A simulated donor: one person's blood on one day's instrument differs from the population's means. The spreads are
// assumed (docs/simulated-cells.md).
#pragma once

#include <cstdint>
#include <string>

namespace tomocyte {

// Shifts against the population's means; the default is the population itself.
struct Donor {
  std::string id;              // "SIM-7-03": empty for the population
  double volume = 1.0;         // factor on cell volumes
  double density_g_dl = 0.0;   // added to protein densities
  double nucleus = 1.0;        // factor on nuclear radii
  double granules = 1.0;       // factor on numbers of granules
  double noise = 1.0;          // factor on the noise of the fields
  double medium_offset = 0.0;  // true medium index less the one that the reconstruction is told
};

// SD of each shift between donors.
inline constexpr Donor kDonorSpread = {"", 0.04, 0.3, 0.025, 0.12, 0.15, 0.0005};

// Donor `number` (from 1) of the population drawn with `seed`; another seed gives other people.
[[nodiscard]] Donor make_donor(std::uint64_t seed, int number);

}  // namespace tomocyte
