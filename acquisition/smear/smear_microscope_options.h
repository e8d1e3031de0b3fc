// The simulated deep-UV microscope: optics, stage and camera.
#pragma once

#include "core/options.h"

namespace tomocyte {

// Defaults after Kaza 2022, section 4.2: 40x objective of NA 0.5; the camera (pco.ultraviolet) has 4.65 µm pixels.
struct SmearMicroscopeOptions {
  double numerical_aperture = 0.5;
  double pixel_size_um = 0.116;  // in the sample plane
  int camera_width = 1392;       // pixels
  int camera_height = 1040;
  int bit_depth = 12;
  double full_well_e = 15000.0;
  double read_noise_e = 7.0;
  double vignetting = 0.25;  // light lost in the corners of the field, as a fraction
  // The plane of best focus, by the stage's own coordinates
  double slide_z_um = 2.0;        // at the origin
  double tilt_x_um_per_mm = 0.6;  // of the slide
  double tilt_y_um_per_mm = -0.4;
  double focus_drift_um = 0.3;  // in 1000 exposures
  // The stage
  double stage_scale = 1.0;      // µm that it goes for each that it is told
  double stage_error_um = 0.25;  // how far it ends beside its target, RMS on each axis (MLS203: 0.25)
};
template <>
const OptionTable<SmearMicroscopeOptions>& option_table<SmearMicroscopeOptions>();

}  // namespace tomocyte
