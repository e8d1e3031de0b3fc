#include "acquisition/dlpc900/calibration.h"

#include <fmt/format.h>

#include <Eigen/Dense>
#include <cmath>
#include <numbers>

#include "core/error.h"

namespace tomocyte::dlpc900 {

WaveVector DmdCalibration::illumination(const GratingVector& grating) const {
  return {xx * grating.x + xy * grating.y + offset.x, yx * grating.x + yy * grating.y + offset.y};
}

GratingVector DmdCalibration::grating(const WaveVector& illumination) const {
  const double determinant = xx * yy - xy * yx;
  const double scale = std::abs(xx * yy) + std::abs(xy * yx);
  if (!(std::abs(determinant) > 1e-9 * scale))
    throw InputError("the calibration of the DMD cannot be inverted",
                     "Calibrate the DMD with gratings in all directions.");
  const double kx = illumination.x - offset.x;
  const double ky = illumination.y - offset.y;
  return {(yy * kx - xy * ky) / determinant, (xx * ky - yx * kx) / determinant};
}

DmdCalibration nominal_calibration(const DmdOptics& optics) {
  if (!(optics.mirror_pitch_um > 0.0) || !(optics.demagnification > 0.0))
    throw InputError(fmt::format("a DMD of pitch {} µm with demagnification {} is not possible", optics.mirror_pitch_um,
                                 optics.demagnification));
  const double scale = 2.0 * std::numbers::pi * optics.demagnification / optics.mirror_pitch_um;
  const double cosine = scale * std::cos(optics.rotation_rad);
  const double sine = scale * std::sin(optics.rotation_rad);
  const double flip = optics.mirrored ? -1.0 : 1.0;
  DmdCalibration result{flip * cosine, -sine, flip * sine, cosine, {}};
  const WaveVector carrier = result.illumination(optics.carrier);
  result.offset = {-carrier.x, -carrier.y};
  return result;
}

CalibrationFit fit_calibration(std::span<const CalibrationPair> pairs) {
  const auto count = static_cast<Eigen::Index>(pairs.size());
  Eigen::MatrixXd gratings(count, 3);
  Eigen::MatrixXd waves(count, 2);
  for (Eigen::Index i = 0; i < count; ++i) {
    const CalibrationPair& pair = pairs[static_cast<std::size_t>(i)];
    gratings.row(i) << pair.grating.x, pair.grating.y, 1.0;
    waves.row(i) << pair.illumination.x, pair.illumination.y;
  }
  if (!gratings.allFinite() || !waves.allFinite()) throw InputError("a measured illumination vector is not a number");
  Eigen::ColPivHouseholderQR<Eigen::MatrixXd> solver;
  solver.setThreshold(1e-6);
  if (count >= 3) solver.compute(gratings);
  if (count < 3 || solver.rank() < 3)
    throw InputError(fmt::format("{} gratings do not determine the calibration of the DMD", count),
                     "Measure at least three gratings that do not lie on one line, better a whole scan.");
  const Eigen::MatrixXd solution = solver.solve(waves);
  const double residual = (gratings * solution - waves).squaredNorm() / static_cast<double>(count);
  return {{solution(0, 0), solution(1, 0), solution(0, 1), solution(1, 1), {solution(2, 0), solution(2, 1)}},
          std::sqrt(residual)};
}

}  // namespace tomocyte::dlpc900
