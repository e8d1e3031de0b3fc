// Focus from holograms. Blood cells are phase objects: in focus their amplitude is flattest, out of focus diffraction
// turns phase into amplitude. So the best z has the least contrast of the demodulated amplitude (Langehanenberg et al.
// 2008, Appl. Opt. 47, D176).
#pragma once

#include <functional>

#include "acquisition/instrument.h"
#include "acquisition/scan_plan.h"
#include "core/progress.h"

namespace tomocyte {

// SD / mean of the amplitude of the order at `order` (k_illumination - q, rad/µm) within a disc of the pupil's radius,
// after division by its slow part (the beam's profile, wider than 5 µm), over the inner half of the frame.
[[nodiscard]] double amplitude_contrast(View<const std::uint16_t, 2> hologram, const OpticalSetup& setup,
                                        const WaveVector& order);

struct Focus {
  double z_um = 0.0;
  int exposures = 0;
};

// Every contrast that was measured, in the engine's thread.
using FocusCallback = std::function<void(double z_um, double contrast)>;

// Steps z through the plan's range around the present position, takes a hologram at each under the pattern nearest to
// normal incidence with the light on only while exposing, and moves to the vertex of the parabola through the least
// contrast and its neighbours. Throws DeviceError when the contrast has no clear minimum inside the range.
[[nodiscard]] Focus autofocus(const Instrument& instrument, const ScanPlan& plan, const PlanOptics& optics,
                              const FocusCallback& on_contrast = {}, const Progress& progress = {});

}  // namespace tomocyte
