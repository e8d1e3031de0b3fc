// What the instrument is: everything that field retrieval and tomography need to know about the optics.
#pragma once

#include <numbers>
#include <vector>

namespace tomocyte {

// A transverse wave vector in the sample, rad/µm.
struct WaveVector {
  double x = 0.0;
  double y = 0.0;
  bool operator==(const WaveVector&) const = default;
};

struct OpticalSetup {
  double wavelength_um = 0.0;       // vacuum wavelength
  double medium_index = 0.0;        // refractive index around the cells
  double numerical_aperture = 0.0;  // of detection
  double pixel_size_um = 0.0;       // camera pixel referred to the sample plane

  [[nodiscard]] double k0() const { return 2.0 * std::numbers::pi / wavelength_um; }  // rad/µm
  [[nodiscard]] double k_medium() const { return medium_index * k0(); }               // rad/µm
  [[nodiscard]] double pupil_radius() const { return k0() * numerical_aperture; }     // rad/µm
  bool operator==(const OpticalSetup&) const = default;
};

// Throws InputError naming every value that is missing or impossible (medium index outside 1.0–1.7,
// NA >= medium index, pixel too coarse for the NA).
void validate(const OpticalSetup& setup);

}  // namespace tomocyte
