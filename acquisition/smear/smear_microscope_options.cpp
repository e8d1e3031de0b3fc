#include "acquisition/smear/smear_microscope_options.h"

namespace tomocyte {

template <>
const OptionTable<SmearMicroscopeOptions>& option_table<SmearMicroscopeOptions>() {
  using O = SmearMicroscopeOptions;
  static const OptionTable<O> table = {
      {&O::numerical_aperture, "numerical-aperture", "", "aperture of the objective, in air", 0.1, 0.95, {}},
      {&O::pixel_size_um, "pixel-size-um", "µm", "camera pixel in the sample plane", 0.02, 2.0, {}},
      {&O::camera_width, "camera-width", "pixels", "width of a frame", 64, 4096, {}},
      {&O::camera_height, "camera-height", "pixels", "height of a frame", 64, 4096, {}},
      {&O::bit_depth, "bit-depth", "bit", "camera counts", 8, 12, {"8", "10", "12"}},
      {&O::full_well_e, "full-well-e", "electrons", "full well of a pixel", 100.0, 1e6, {}},
      {&O::read_noise_e, "read-noise-e", "electrons", "read noise, RMS", 0.0, 1000.0, {}},
      {&O::vignetting, "vignetting", "", "part of the light that the corners of the field lack", 0.0, 0.9, {}},
      {&O::slide_z_um, "slide-z-um", "µm", "z of best focus at the middle of the slide", -40.0, 40.0, {}},
      {&O::tilt_x_um_per_mm, "tilt-x-um-per-mm", "µm/mm", "tilt of the slide along x", -10.0, 10.0, {}},
      {&O::tilt_y_um_per_mm, "tilt-y-um-per-mm", "µm/mm", "tilt of the slide along y", -10.0, 10.0, {}},
      {&O::focus_drift_um, "focus-drift-um", "µm", "drift of the focus in 1000 exposures", -20.0, 20.0, {}},
      {&O::stage_scale, "stage-scale", "", "µm that the stage goes for each that it is told", 0.9, 1.1, {}},
      {&O::stage_error_um, "stage-error-um", "µm", "RMS error of where the stage ends, per axis", 0.0, 5.0, {}},
  };
  return table;
}

}  // namespace tomocyte
