// The control rules of Westgard, Barry, Hunt & Groth (1981, Clinical Chemistry 27:493) for one control, measured again
// and again.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace tomocyte {

enum class WestgardRule {
  k1_2s,  // warning: one beyond 2 SD
  k1_3s,  // one beyond 3 SD
  k2_2s,  // two in a row beyond 2 SD on the same side
  kR_4s,  // of two in a row one above +2 SD and the other below -2 SD
  k4_1s,  // four in a row beyond 1 SD on the same side
  k10x,   // ten in a row on the same side of the mean
};
// "1-3s".
[[nodiscard]] std::string to_string(WestgardRule rule);
// Whether the run is refused; 1-2s only warns.
[[nodiscard]] inline bool is_rejection(WestgardRule rule) { return rule != WestgardRule::k1_2s; }

// For each measurement the rules that it breaks, together with those before it; `deviations` are distances from the
// target mean in target SDs, oldest first. "Beyond" is strictly beyond. Each rule is looked at for itself, also without
// a warning before it. R-4s is meant for the controls of one run; with one control a day it spans two days in a row.
[[nodiscard]] std::vector<std::vector<WestgardRule>> westgard_rules(std::span<const double> deviations);

}  // namespace tomocyte
