#include "core/westgard.h"

#include <algorithm>
#include <cmath>

namespace tomocyte {
namespace {

// Whether the last `count` values up to `at` are all beyond `limit` on one side.
bool all_beyond(std::span<const double> deviations, std::size_t at, std::size_t count, double limit) {
  if (at + 1 < count) return false;
  const auto last = deviations.subspan(at + 1 - count, count);
  return std::ranges::all_of(last, [limit](double z) { return z > limit; }) ||
         std::ranges::all_of(last, [limit](double z) { return z < -limit; });
}

bool breaks(std::span<const double> deviations, std::size_t at, WestgardRule rule) {
  const double z = deviations[at];
  switch (rule) {
    case WestgardRule::k1_2s:
      return std::abs(z) > 2.0;
    case WestgardRule::k1_3s:
      return std::abs(z) > 3.0;
    case WestgardRule::k2_2s:
      return all_beyond(deviations, at, 2, 2.0);
    case WestgardRule::kR_4s:
      return at > 0 && std::max(z, deviations[at - 1]) > 2.0 && std::min(z, deviations[at - 1]) < -2.0;
    case WestgardRule::k4_1s:
      return all_beyond(deviations, at, 4, 1.0);
    case WestgardRule::k10x:
      break;
  }
  return all_beyond(deviations, at, 10, 0.0);
}

}  // namespace

std::string to_string(WestgardRule rule) {
  switch (rule) {
    case WestgardRule::k1_2s:
      return "1-2s";
    case WestgardRule::k1_3s:
      return "1-3s";
    case WestgardRule::k2_2s:
      return "2-2s";
    case WestgardRule::kR_4s:
      return "R-4s";
    case WestgardRule::k4_1s:
      return "4-1s";
    case WestgardRule::k10x:
      break;
  }
  return "10x";
}

std::vector<std::vector<WestgardRule>> westgard_rules(std::span<const double> deviations) {
  std::vector<std::vector<WestgardRule>> broken(deviations.size());
  for (std::size_t at = 0; at < deviations.size(); ++at)
    for (const WestgardRule rule : {WestgardRule::k1_2s, WestgardRule::k1_3s, WestgardRule::k2_2s, WestgardRule::kR_4s,
                                    WestgardRule::k4_1s, WestgardRule::k10x})
      if (breaks(deviations, at, rule)) broken[at].push_back(rule);
  return broken;
}

}  // namespace tomocyte
