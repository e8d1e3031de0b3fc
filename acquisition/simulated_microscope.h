// The whole instrument without hardware: camera, DMD, stage and laser on one simulated optical bench, behind the
// interfaces that real devices have.
#pragma once

#include <chrono>
#include <memory>

#include "acquisition/beam_propagation.h"
#include "acquisition/camera.h"
#include "acquisition/light_source.h"
#include "acquisition/pattern_modulator.h"
#include "acquisition/phantom.h"
#include "acquisition/simulated_camera.h"
#include "acquisition/simulated_faults.h"
#include "acquisition/stage.h"

namespace tomocyte {

// For EngineOptions::frame_timeout: the light of a frame is computed, which a busy machine may take its time for.
inline constexpr std::chrono::seconds kSimulatedFrameTimeout(30);

// Cells around one position of the stage; the slide is empty elsewhere.
struct SlideSite {
  StagePosition position;
  std::vector<Phantom> phantoms;
};

class SimulatedMicroscope {
 public:
  // Throws InputError when the optics are impossible.
  SimulatedMicroscope(const OpticalSetup& setup, const SensorModel& sensor, Index camera_pixels,
                      std::vector<SlideSite> slide, std::uint64_t seed, double slice_um = PropagationGrid{}.slice_um);
  ~SimulatedMicroscope();

  [[nodiscard]] Camera& camera();
  [[nodiscard]] PatternModulator& modulator();
  [[nodiscard]] Stage& stage();
  [[nodiscard]] LightSource& laser();

  // From now on a hardware trigger's frame of each pattern is computed once and then given again and again, whatever
  // lies on the slide: to time what surrounds the physics.
  void replay_frames();

  // The reference beam's wave vector, as a calibration would give it.
  [[nodiscard]] WaveVector carrier() const;

  // To be switched on by hand. Those of the disk act where the frames are stored (EngineOptions::before_record).
  [[nodiscard]] SimulatedFaults& faults();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace tomocyte
