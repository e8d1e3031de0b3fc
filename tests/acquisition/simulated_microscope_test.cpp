#include "acquisition/simulated_microscope.h"

#include <nlohmann/json.hpp>

#include "acquisition/phantom_cells.h"
#include "acquisition/simulate.h"
#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

const OpticalSetup kSetup{0.532, 1.337, 1.2, 0.05};

SimulatedMicroscope small_microscope(std::uint64_t seed = 1) {
  return {kSetup, {}, 128, {{{0.0, 0.0, 0.0}, {make_sphere(1.0, 1.37, 1.337)}}}, seed};
}

SimulationOptions small_scan() {
  SimulationOptions options;
  options.sample = "sphere";
  options.sphere_radius_um = 1.0;
  options.camera_pixels = 128;
  options.angles = 5;
  return options;
}

}  // namespace

TEST_CASE("the stage refuses to leave its limits and stays where it was") {
  SimulatedMicroscope microscope = small_microscope();
  microscope.stage().move_to({10.0, 0.0, 0.0});
  CHECK_THROWS_WITH(microscope.stage().move_to({9000.0, 0.0, 0.0}), Catch::Contains("-5000 to 5000 µm"));
  CHECK_THROWS_AS(microscope.stage().move_to({0.0, 0.0, std::nan("")}), DeviceError);
  CHECK(microscope.stage().position() == StagePosition{10.0, 0.0, 0.0});
}

TEST_CASE("the camera sees darkness until the light is on, and nothing without a pattern") {
  SimulatedMicroscope microscope = small_microscope();
  CHECK_THROWS_AS(microscope.camera().snap(), DeviceError);
  microscope.modulator().upload({{{0.0, 0.0}, true}});
  const auto brightest = [&] {
    const CameraFrame frame = microscope.camera().snap();
    return *std::max_element(frame.counts.values().begin(), frame.counts.values().end());
  };
  CHECK(brightest() <= 2);
  microscope.laser().set_on(true);
  CHECK(brightest() > 150);
}

TEST_CASE("frame numbers count every exposure") {
  SimulatedMicroscope microscope = small_microscope();
  microscope.modulator().upload({{{0.0, 0.0}, true}});
  CHECK(microscope.camera().snap().number == 0);
  CHECK(microscope.camera().snap().number == 1);
}

TEST_CASE("a pattern outside the condenser and an unknown pattern are refused") {
  SimulatedMicroscope microscope = small_microscope();
  CHECK_THROWS_AS(microscope.modulator().upload({{{20.0, 0.0}, true}}), DeviceError);
  microscope.modulator().upload({{{0.0, 0.0}, true}});
  CHECK_THROWS_AS(microscope.modulator().display(1), DeviceError);
}

TEST_CASE("the same seed gives the same scan, bit for bit") {
  const Scan a = simulate_scan(small_scan());
  const Scan b = simulate_scan(small_scan());
  CHECK(std::equal(a.holograms->holograms.values().begin(), a.holograms->holograms.values().end(),
                   b.holograms->holograms.values().begin()));
  SimulationOptions other = small_scan();
  other.seed = 2;
  const Scan c = simulate_scan(other);
  CHECK_FALSE(std::equal(a.holograms->holograms.values().begin(), a.holograms->holograms.values().end(),
                         c.holograms->holograms.values().begin()));
}

TEST_CASE("a simulated scan says so and carries its truth") {
  const Scan scan = simulate_scan(small_scan());
  CHECK(scan.simulated);
  CHECK(scan.sample_id.find("SIM") == 0);
  REQUIRE(scan.truth);
  const auto truth = nlohmann::json::parse(scan.truth->description_json);
  CHECK(truth.at("radius_um") == 1.0);
  CHECK(truth.at("cells").at(0).at("volume_fl").get<double>() == Approx(4.18879).epsilon(0.01));
  CHECK(scan.provenance.front().device == "simulated microscope");
}

TEST_CASE("without time multiplexing the zero order leaks into oblique frames") {
  SimulationOptions options = small_scan();
  options.full_well_e = 1e6;
  const Scan clean = simulate_scan(options);
  options.time_multiplexed = false;
  const Scan leaky = simulate_scan(options);
  const auto difference = [&](Index angle) {
    double sum = 0.0;
    for (Index i = 0; i < 128 * 128; ++i)
      sum += std::abs(static_cast<double>(clean.holograms->holograms[angle].data()[i]) -
                      leaky.holograms->holograms[angle].data()[i]);
    return sum / (128.0 * 128.0);
  };
  CHECK(difference(0) < 0.3);
  CHECK(difference(1) > 1.0);
}

TEST_CASE("a scan that is cancelled half-way stops") {
  std::stop_source stop;
  const Progress progress(
      [&](double fraction, const std::string&) {
        if (fraction > 0.3) stop.request_stop();
      },
      stop.get_token());
  CHECK_THROWS_AS(simulate_scan(small_scan(), progress), Cancelled);
}

TEST_CASE("pixels too coarse for the fringes and an unknown camera mode are refused") {
  SimulationOptions options = small_scan();
  options.pixel_size_um = 0.1;
  CHECK_THROWS_WITH(simulate_scan(options), Catch::Contains("fringes"));
  options = small_scan();
  options.bit_depth = 9;
  CHECK_THROWS_AS(simulate_scan(options), InputError);
}
