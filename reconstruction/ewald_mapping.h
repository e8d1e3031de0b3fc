// The Fourier diffraction theorem (Wolf 1969): each angle's field fills a cap of the Ewald sphere in the
// spectrum of the scattering potential f = k²((n/n_m)² - 1).
#pragma once

#include <complex>
#include <cstdint>
#include <string>
#include <vector>

#include "core/array.h"
#include "core/optical_setup.h"
#include "core/tomogram.h"
#include "reconstruction/rytov.h"

namespace tomocyte {

// The measured part of the potential's spectrum, in the half-spectrum layout of a real 3D FFT
// ([kz, ky, kx/2 + 1], zero frequency first, origin of space at voxel 0).
struct MeasuredSpectrum {
  Shape<3> volume{};                       // voxels [z, y, x]
  std::vector<std::int64_t> index;         // flat index into the half spectrum, ascending
  std::vector<std::complex<float>> value;  // DFT of f there
};

// `mapping` is "nearest" (each sample goes to the grid point next to it) or "linear" (to its neighbours, weighted);
// where caps overlap the average is taken. Throws InputError when the voxels are too coarse for the pupil.
[[nodiscard]] MeasuredSpectrum map_ewald_caps(const ScatteredFields& fields, const OpticalSetup& setup,
                                              const Shape<3>& volume, const VoxelSize& voxel,
                                              const std::string& mapping);

// Height of the object above the centre plane, µm: the mean slope of the spectrum's phase between measured neighbours
// along kz.
[[nodiscard]] double object_height(const MeasuredSpectrum& measured, const VoxelSize& voxel);

// Moves the object by dz_um along the optical axis: F(K) exp(-i kz dz).
void move_along_z(MeasuredSpectrum& measured, const VoxelSize& voxel, double dz_um);

}  // namespace tomocyte
