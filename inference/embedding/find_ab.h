// The curve 1/(1 + a d^(2b)) that turns distances in the map into memberships (McInnes 2018, section 4.3).
#pragma once

namespace tomocyte {

struct MembershipCurve {
  double a = 1.0;
  double b = 1.0;
};

// Least-squares fit to 1 up to minimum_distance and exp(-(d - minimum_distance)/spread) beyond, at 300 distances from 0
// to 3 spread, as the authors' program has it. Throws InputError unless 0 <= minimum_distance < 3 spread.
[[nodiscard]] MembershipCurve find_ab(double spread, double minimum_distance);

// Forces along the line between two points at the squared distance, for cross entropy (McInnes 2018, section 4.3):
// coefficient of the difference of the positions; negative pulls together.
[[nodiscard]] double attraction(const MembershipCurve& curve, double squared_distance);
[[nodiscard]] double repulsion(const MembershipCurve& curve, double squared_distance);

}  // namespace tomocyte
