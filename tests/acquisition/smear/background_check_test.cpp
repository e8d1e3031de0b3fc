#include "acquisition/smear/background_check.h"

#include "acquisition/smear/simulated_smear_microscope.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

CameraFrame frame_at(const StagePosition& place, double exposure_ms) {
  SmearMicroscopeOptions options;
  options.camera_width = 320;
  options.camera_height = 240;
  SimulatedSmearMicroscope microscope({}, options);
  const SmearInstrument instrument = microscope.instrument();
  instrument.stage.move_to({place.x_um, place.y_um, microscope.truth_at(place).z_um});
  instrument.light.set_on(true);
  instrument.camera.set_exposure_ms(exposure_ms);
  return instrument.camera.snap();
}

}  // namespace

TEST_CASE("a blank field passes as background, bright or dim") {
  const double exposure_ms = GENERATE(100.0, 10.0);
  CHECK(background_problem(frame_at({11000.0, 0.0, 0.0}, exposure_ms).counts.view(), 12) == "");
}

TEST_CASE("cells and overexposure are noticed in a background") {
  CHECK_THAT(background_problem(frame_at({0.0, 0.0, 0.0}, 100.0).counts.view(), 12), Catch::Contains("cells"));
  CHECK_THAT(background_problem(frame_at({11000.0, 0.0, 0.0}, 200.0).counts.view(), 12),
             Catch::Contains("overexposed"));
}
