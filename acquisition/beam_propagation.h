// Light through a phantom: multi-slice beam propagation of the field demodulated by its incident wave
// (angle-corrected), as in Kamilov 2016 and Van Roey 1981, sampled finer than any reconstruction and sharing no code
// with one.
#pragma once

#include <vector>

#include "acquisition/phantom.h"
#include "acquisition/plane.h"
#include "core/optical_setup.h"
#include "core/progress.h"

namespace tomocyte {

struct PropagationGrid {
  Index pixels = 640;  // square; larger than the camera's view, so that what wraps around stays outside of it
  double pixel_um = 0.05;
  double slice_um = 0.2;  // halving it changes the error against Mie by less than 0.1 %
};

// The phantoms on the grid's slices, made once for all angles.
class SlicedSample {
 public:
  SlicedSample(const std::vector<Phantom>& phantoms, const OpticalSetup& setup, const PropagationGrid& grid);

  // u / u_incident in the plane z = focus_um, limited to the pupil. Sign convention exp(+i k·r), light along +z.
  [[nodiscard]] Plane image(const WaveVector& illumination, double focus_um = 0.0) const;

 private:
  // The lateral box of one slice in which n differs from the medium.
  struct Slice {
    Index y0 = 0;
    Index x0 = 0;
    Array<float, 2> ri;
  };
  void add_screen(Plane& plane, const Slice& slice, double k_iz) const;

  OpticalSetup setup_;
  PropagationGrid grid_;
  std::vector<Slice> slices_;
  double first_z_um_ = 0.0;  // entrance face of the first slice
};

}  // namespace tomocyte
