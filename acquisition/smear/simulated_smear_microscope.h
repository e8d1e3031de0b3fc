// The deep-UV smear microscope without hardware: camera, XYZ stage, lamp and filter wheel before one simulated smear,
// behind the interfaces that real devices have.
#pragma once

#include <array>
#include <memory>

#include "acquisition/smear/smear_instrument.h"
#include "acquisition/smear/smear_microscope_options.h"
#include "acquisition/smear/smear_slide.h"

namespace tomocyte {

// nm; positions 1, 2, 3 of the wheel. The others are closed.
inline constexpr std::array<double, 3> kSmearFilters = {260.0, 280.0, 300.0};

class SimulatedSmearMicroscope {
 public:
  // `exposures_before`: of the session that this one goes on with: the focus has drifted, the noise is another. Throws
  // InputError when an option is out of range.
  SimulatedSmearMicroscope(const SmearSlideOptions& slide, const SmearMicroscopeOptions& options,
                           std::uint64_t exposures_before = 0);
  ~SimulatedSmearMicroscope();

  [[nodiscard]] SmearInstrument instrument();
  [[nodiscard]] const SmearSlide& slide() const;
  // Edges on the camera's trigger input, 10 ms apart.
  void pulse_trigger(int edges);

  // The truth: the slide's (x, y) in the middle of the field for that position of the stage, and its z of best focus
  // now.
  [[nodiscard]] StagePosition truth_at(const StagePosition& position) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace tomocyte
