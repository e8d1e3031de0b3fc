#include "acquisition/donor.h"

#include <fmt/format.h>

#include "acquisition/random_draws.h"

namespace tomocyte {

Donor make_donor(std::uint64_t seed, int number) {
  constexpr std::uint64_t kDonors = 0x646f6e6f72;  // keeps a donor's draws apart from a cell's of the same number
  std::seed_seq sequence = {kDonors, seed, static_cast<std::uint64_t>(number)};
  Random random(sequence);
  Donor donor;
  donor.id = fmt::format("SIM-{}-{:02}", seed, number);
  donor.volume = normal(random, 1.0, kDonorSpread.volume);
  donor.density_g_dl = normal(random, 0.0, kDonorSpread.density_g_dl);
  donor.nucleus = normal(random, 1.0, kDonorSpread.nucleus);
  donor.granules = normal(random, 1.0, kDonorSpread.granules);
  donor.noise = normal(random, 1.0, kDonorSpread.noise);
  donor.medium_offset = normal(random, 0.0, kDonorSpread.medium_offset);
  return donor;
}

}  // namespace tomocyte
