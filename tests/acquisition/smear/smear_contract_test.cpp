// The simulated smear microscope keeps the promises that every instrument makes.
#include "acquisition/smear/simulated_smear_microscope.h"
#include "tests/acquisition/contract_camera.h"
#include "tests/acquisition/contract_filter_wheel.h"
#include "tests/acquisition/contract_stage.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

SmearMicroscopeOptions small() {
  SmearMicroscopeOptions options;
  options.camera_width = 96;
  options.camera_height = 64;
  return options;
}

}  // namespace

TEST_CASE("the simulated UV camera keeps the contract of a camera, on a sensor that is no square") {
  SimulatedSmearMicroscope microscope({}, small());
  microscope.instrument().light.set_on(true);
  check_camera_contract(microscope.instrument().camera, [&](int edges) { microscope.pulse_trigger(edges); });
}

TEST_CASE("the simulated smear stage keeps the contract of a stage") {
  SimulatedSmearMicroscope microscope({}, small());
  check_stage_contract(microscope.instrument().stage, 1e-6);
}

TEST_CASE("the simulated UV lamp keeps the contract of a light source") {
  SimulatedSmearMicroscope microscope({}, small());
  check_light_contract(microscope.instrument().light);
}

TEST_CASE("the simulated filter wheel keeps the contract of a filter wheel") {
  SimulatedSmearMicroscope microscope({}, small());
  check_filter_wheel_contract(microscope.instrument().wheel);
}

TEST_CASE("nothing passes where the wheel has no filter") {
  SimulatedSmearMicroscope microscope({}, small());
  const SmearInstrument instrument = microscope.instrument();
  instrument.light.set_on(true);
  instrument.camera.set_exposure_ms(100.0);
  instrument.wheel.move_to(5);
  const CameraFrame dark = instrument.camera.snap();
  CHECK(*std::ranges::max_element(dark.counts.values()) < 20);
  instrument.wheel.move_to(1);
  const CameraFrame bright = instrument.camera.snap();
  // 0.6 of 4095 in the blank field, less where a cell lies.
  CHECK(*std::ranges::max_element(bright.counts.values()) == Approx(0.6 * 4095).epsilon(0.08));
}
