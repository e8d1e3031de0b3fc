// Which points of a volume's spectrum the Ewald caps of a scan reach, what comes to each of them, and with how much
// noise: map_ewald_caps() as a linear operator, for a scan whose fields cover the volume's area.
#pragma once

#include <cstdint>
#include <vector>

#include "core/array.h"
#include "core/optical_setup.h"
#include "core/tomogram.h"

namespace tomocyte {

// Finer steps of k_z than the volume's, at which the caps are read off the sample's spectrum.
inline constexpr Index kFinerAxially = 4;

// What map_ewald_caps() with linear weights makes of the caps: each sample F = (2 s_z / i) Psi goes to the two grid
// points above and below it, and a point is the weighted average of what comes to it. That a sample is moved by up to a
// step of k_z is what makes a tomogram fainter far above and below its centre.
struct CapSamples {
  std::vector<std::int64_t> from;  // index into the half spectrum with fine k_z
  std::vector<std::int64_t> to;    // entry of CapSupport::index
  std::vector<float> weight;       // divided by the sum at the point
};

// The grid points of the half spectrum that the caps reach, and the SD of the noise there per square root of its
// density: a sample of a field over the volume's area A carries 4 s_z² A.
struct CapSupport {
  std::vector<std::int64_t> index;  // ascending
  std::vector<float> noise_gain;    // of the DFT's value
  CapSamples caps;
};

// `volume` [z, y, x] even numbers of voxels; samples beyond its spectrum are dropped. `axial_blur_um`: SD of a Gaussian
// along z that the samples, not the noise, have passed.
[[nodiscard]] CapSupport cap_support(const OpticalSetup& setup, const std::vector<WaveVector>& illumination,
                                     const Shape<3>& volume, const VoxelSize& voxel, double axial_blur_um);

}  // namespace tomocyte
