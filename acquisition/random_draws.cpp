#include "acquisition/random_draws.h"

#include <cmath>
#include <numbers>

namespace tomocyte {

double uniform(Random& random, double low, double high) { return std::uniform_real_distribution(low, high)(random); }

double normal(Random& random, double mean, double sd) {
  std::normal_distribution<double> draw(0.0, 1.0);
  double z = draw(random);
  while (std::abs(z) > 2.5) z = draw(random);
  return mean + sd * z;
}

Eigen::Vector3d direction(Random& random) {
  std::normal_distribution<double> draw(0.0, 1.0);
  const double x = draw(random);
  const double y = draw(random);
  const double z = draw(random);
  return Eigen::Vector3d(x, y, z).normalized();
}

Eigen::Matrix3d rotation(Random& random) {
  const double angle = uniform(random, 0.0, std::numbers::pi);
  return Eigen::AngleAxisd(angle, direction(random)).toRotationMatrix();
}

}  // namespace tomocyte
