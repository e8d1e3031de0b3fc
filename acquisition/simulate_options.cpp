// The one table of the simulation's options.
#include "acquisition/simulate.h"

namespace tomocyte {

template <>
const OptionTable<SimulationOptions>& option_table<SimulationOptions>() {
  using O = SimulationOptions;
  static const OptionTable<O> table = {
      {&O::sample,
       "sample",
       "",
       "what lies on the slide",
       0,
       0,
       {"sphere", "coated-sphere", "bead", "rbc", "b-lymphocyte", "t-lymphocyte", "monocyte", "myelocyte", "neutrophil",
        "platelet", "field"}},
      {&O::seed, "seed", "", "the same seed gives the same scan", 0, 1e9, {}},
      {&O::sphere_radius_um,
       "sphere-radius-um",
       "µm",
       "radius of sphere, coated sphere and bead (bead: 0.05)",
       0.02,
       10.0,
       {}},
      {&O::sphere_index, "sphere-index", "", "refractive index of sphere, coated sphere and bead", 1.0, 1.7, {}},
      {&O::wavelength_um, "wavelength-um", "µm", "vacuum wavelength", 0.2, 2.0, {}},
      {&O::medium_index, "medium-index", "", "refractive index of the medium", 1.0, 1.7, {}},
      {&O::numerical_aperture, "numerical-aperture", "", "aperture of detection", 0.1, 1.6, {}},
      {&O::illumination_na, "illumination-na", "", "aperture that the illumination angles span", 0.05, 1.6, {}},
      {&O::scan_pattern, "scan-pattern", "", "how the angles are laid out", 0, 0, {"ring", "spiral"}},
      {&O::angles, "angles", "", "number of angles, the first normal", 1, 1000, {}},
      {&O::time_multiplexed,
       "time-multiplexed",
       "",
       "grey DMD patterns by time multiplexing; without it 3 % of the zero order leak",
       0,
       0,
       {}},
      {&O::slice_um,
       "slice-um",
       "µm",
       "step of the light's propagation; 0.4 halves the time and adds 0.1 % to the error against Mie",
       0.05,
       1.0,
       {}},
      {&O::camera_pixels, "camera-pixels", "pixels", "width and height of a frame", 64, 2048, {}},
      {&O::pixel_size_um, "pixel-size-um", "µm", "camera pixel in the sample plane", 0.01, 0.2, {}},
      {&O::bit_depth, "bit-depth", "bit", "camera counts", 8, 12, {"8", "10", "12"}},
      {&O::full_well_e, "full-well-e", "electrons", "full well of a pixel", 100.0, 1e6, {}},
      {&O::read_noise_e, "read-noise-e", "electrons", "read noise, RMS", 0.0, 1000.0, {}},
      {&O::exposure, "exposure", "", "mean level of the background, as a fraction of full scale", 0.01, 2.0, {}},
      {&O::gain_db, "gain-db", "dB", "camera gain", 0.0, 40.0, {}},
  };
  return table;
}

}  // namespace tomocyte
