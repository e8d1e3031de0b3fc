// From the grating on the DMD to the wave in the sample and back. Every optical path between them (magnification,
// rotation, mirrors, the carrier that the pinhole selects) is linear in the transverse wave vector:
//   k = M g + offset
// The wavelength is not in it: it decides the angle of a wave, not its transverse wave vector.
#pragma once

#include <span>

#include "acquisition/dlpc900/holograms.h"
#include "core/optical_setup.h"

namespace tomocyte::dlpc900 {

struct DmdCalibration {
  double xx = 0.0, xy = 0.0;  // rad/µm per cycle per mirror
  double yx = 0.0, yy = 0.0;
  WaveVector offset;  // of an unmodulated DMD: minus the carrier's wave

  [[nodiscard]] WaveVector illumination(const GratingVector& grating) const;
  // Throws InputError when the matrix cannot be inverted.
  [[nodiscard]] GratingVector grating(const WaveVector& illumination) const;
};

struct DmdOptics {
  double mirror_pitch_um = 7.56;
  double demagnification = 0.0;  // DMD to sample: a mirror's image is pitch / demagnification wide
  double rotation_rad = 0.0;     // of the DMD's x axis in the sample, counter-clockwise
  bool mirrored = false;         // x flipped before the rotation
  GratingVector carrier;         // sends its first order straight down the axis
};
// What the optics should do; a scan is better calibrated by fit_calibration. Throws InputError when pitch or
// demagnification is not positive.
[[nodiscard]] DmdCalibration nominal_calibration(const DmdOptics& optics);

struct CalibrationPair {
  GratingVector grating;    // commanded
  WaveVector illumination;  // measured from the holograms
};
struct CalibrationFit {
  DmdCalibration calibration;
  double rms_residual = 0.0;  // rad/µm
};
// Least squares. Throws InputError for fewer than three pairs, gratings on one line, or numbers that are not finite.
[[nodiscard]] CalibrationFit fit_calibration(std::span<const CalibrationPair> pairs);

}  // namespace tomocyte::dlpc900
