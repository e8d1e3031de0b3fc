// The simulated microscope keeps the promises that every instrument makes.
#include "acquisition/phantom_cells.h"
#include "acquisition/simulated_microscope.h"
#include "tests/acquisition/contract_camera.h"
#include "tests/acquisition/contract_modulator.h"
#include "tests/acquisition/contract_stage.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

SimulatedMicroscope make_microscope() {
  return {{0.532, 1.337, 1.2, 0.05}, {}, 64, {{{0.0, 0.0, 0.0}, {make_sphere(0.5, 1.37, 1.337)}}}, 3};
}

}  // namespace

TEST_CASE("the simulated camera keeps the contract of a camera") {
  SimulatedMicroscope microscope = make_microscope();
  microscope.modulator().upload({{{0.0, 0.0}, true}});
  microscope.laser().set_on(true);
  check_camera_contract(microscope.camera(), [&](int edges) {
    microscope.modulator().upload(std::vector<IlluminationPattern>(static_cast<std::size_t>(edges)));
    microscope.modulator().arm({});
    microscope.modulator().start();
    REQUIRE(ends(microscope.modulator()));
  });
}

TEST_CASE("the simulated modulator keeps the contract of a modulator") {
  SimulatedMicroscope microscope = make_microscope();
  check_modulator_contract(microscope.modulator());
}

TEST_CASE("the simulated stage keeps the contract of a stage") {
  SimulatedMicroscope microscope = make_microscope();
  check_stage_contract(microscope.stage(), 1e-6);
}

TEST_CASE("the simulated laser keeps the contract of a light source") {
  SimulatedMicroscope microscope = make_microscope();
  check_light_contract(microscope.laser());
}
