// A scan from the simulated microscope: a phantom, light through it, and the camera's counts. Everything it makes
// is marked simulated.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "acquisition/phantom.h"
#include "core/options.h"
#include "core/progress.h"
#include "core/scan.h"

namespace tomocyte {

struct SimulationOptions {
  // Sample
  std::string sample = "monocyte";  // sphere, coated-sphere, bead, rbc, b-lymphocyte, t-lymphocyte, monocyte,
                                    // myelocyte, neutrophil, platelet, field
  int seed = 1;                     // the same seed gives the same scan
  double sphere_radius_um = 3.0;    // for sphere, coated-sphere, bead
  double sphere_index = 1.370;
  // Optics
  double wavelength_um = 0.532;
  double medium_index = 1.337;
  double numerical_aperture = 1.2;
  double illumination_na = 0.9;
  std::string scan_pattern = "ring";  // ring, spiral
  int angles = 49;                    // one normal, the rest scanned
  bool time_multiplexed = true;       // grey DMD patterns, as on the paper's instrument: no stray zero order
  double slice_um = 0.2;              // step of the light's propagation
  // Camera
  int camera_pixels = 512;
  double pixel_size_um = 0.05;  // in the sample plane
  int bit_depth = 8;            // 8, 10, 12
  double full_well_e = 9000.0;  // electrons
  double read_noise_e = 6.0;    // electrons RMS
  double exposure = 0.45;       // mean background level as a fraction of full scale; fringes reach twice that
  double gain_db = 0.0;
};
template <>
const OptionTable<SimulationOptions>& option_table<SimulationOptions>();

// One field of view. `on_frame(angle)` is called after each frame with the stack so far (live view, streaming
// reconstruction). Throws InputError, Cancelled.
using FrameCallback = std::function<void(Index angle, const HologramStack& so_far)>;
[[nodiscard]] Scan simulate_scan(const SimulationOptions& options, const Progress& progress = {},
                                 const FrameCallback& on_frame = {});

// The scan of `phantom`, whatever options.sample says, with options.seed for the camera's noise; without ground truth,
// which the caller has.
[[nodiscard]] Scan simulate_scan(const SimulationOptions& options, const Phantom& phantom,
                                 const Progress& progress = {});

}  // namespace tomocyte
