// What a scan and its reconstruction leave of a known sample, without the light in between: the part of the sample's
// spectrum that the Ewald caps reach (Wolf 1969), with the noise of the camera in it. First-order scattering: neither
// Rytov's errors nor multiple scattering.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/array.h"
#include "core/hologram_stack.h"
#include "core/optical_setup.h"
#include "core/tomogram.h"
#include "reconstruction/ewald_mapping.h"

namespace tomocyte {

// The complex noise of a field u/u0 per area, E|noise|² x area in µm², white inside the pupil.
struct FieldNoise {
  double density_um2 = 0.0;
  std::uint64_t seed = 1;
};

// The shot noise of a hologram and its background whose mean level is `electrons` in a camera pixel of `pixel_um`.
// With I = N (1 + cos) the order's amplitude is N/2 and its noise N per pixel: 4/N of the field's square, twice for
// the background. `read_noise_e` (RMS, quantisation included) adds to N.
[[nodiscard]] double shot_noise_density(double electrons, double read_noise_e, double pixel_um);

// One scan geometry, computed once for any number of samples. Thread-safe.
class ScanOperator {
 public:
  // `volume` [z, y, x] voxels of `voxel` (z, y and x even): the tomogram whose spectrum is measured. `illumination` as
  // in FieldStack; the first is taken for the normal wave of normal_field(). Voxels may be coarser than the caps need;
  // what lies beyond them is dropped. `axial_blur_um`: SD of a Gaussian along z that stands for what first-order
  // scattering leaves out. Throws InputError for odd shapes.
  ScanOperator(const OpticalSetup& setup, const std::vector<WaveVector>& illumination, const Shape<3>& volume,
               const VoxelSize& voxel, double axial_blur_um = 0.0);
  ~ScanOperator();
  ScanOperator(ScanOperator&&) noexcept;
  ScanOperator& operator=(ScanOperator&&) noexcept;

  struct Measured {
    MeasuredSpectrum spectrum;  // of the tomogram's voxels
    FieldStack normal_field;    // u/u0 and its phase for the normal wave in focus, one frame on half voxels
  };
  // `potential`: f = k²((n/n_m)² - 1) on half voxels, [any even number of planes up to 2 z, 2 y, 2 x], the optical axis
  // through point n/2. Throws InputError for another shape.
  [[nodiscard]] Measured measure(View<const float, 3> potential, const FieldNoise& noise) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tomocyte
