// The faults that a technician can rehearse on the simulated microscope: the scan ends safely, says why, keeps what was
// acquired, and is completed once the fault is gone.
#include <functional>

#include "acquisition/autofocus.h"
#include "acquisition/simulated_faults.h"
#include "core/error.h"
#include "core/files/scan_file.h"
#include "tests/catch.h"
#include "tests/workflow/scan_bench.h"

using namespace tomocyte;
using tomocyte::test::Bench;

namespace {

struct Rehearsal {
  const char* name;
  std::atomic<bool> SimulatedFaults::*fault;
  const char* message;
};

constexpr int kPixels = 160;  // what is shown matters little here

// Switched on when the background has been scanned. Returns what the scan said.
std::string scan_with(Bench& bench, const Rehearsal& rehearsal) {
  bench.options.on_frame = [&](Index position, Index angle, const CameraFrame&) {
    if (position == 0 && angle == 4) bench.instrument.faults()->*rehearsal.fault = true;
  };
  try {
    const auto result = scan_instrument(bench.instrument, bench.plan, bench.options);
    FAIL("the scan went on to " << result.files.size() << " files");
  } catch (const Error& error) {
    return std::string(error.what()) + " " + error.remedy();
  }
  return {};
}

}  // namespace

TEST_CASE("a rehearsed fault ends the scan safely, and the scan is completed when the fault is gone") {
  const auto rehearsal = GENERATE(values<Rehearsal>({
      {"the camera's cable is pulled", &SimulatedFaults::camera_unplugged, "camera"},
      {"the DMD shows patterns in the wrong places", &SimulatedFaults::patterns_swapped, "pattern"},
      {"the laser stays dark", &SimulatedFaults::light_dark, "dark"},
      {"the stage stalls", &SimulatedFaults::stage_stalled, "stalled"},
      {"the disk is full", &SimulatedFaults::disk_full, "no space left"},
  }));
  INFO(rehearsal.name);
  Bench bench(kPixels);
  bench.plan.options.max_repeats = 1;
  bench.plan.positions.resize(1);
  const std::string message = scan_with(bench, rehearsal);
  CHECK_THAT(message, Catch::Contains(rehearsal.message));
  CHECK_FALSE(bench.instrument.light()->is_on());
  const auto journal = journal_of(bench.options.output);
  REQUIRE(std::filesystem::exists(journal));

  bench.instrument.faults()->*rehearsal.fault = false;
  bench.options.on_frame = {};
  const InstrumentScanResult result = resume_instrument_scan(bench.instrument, journal, bench.options);
  REQUIRE(result.files.size() == 1);
  CHECK(inspect_scan_file(result.files.front()).intact());
  CHECK_FALSE(std::filesystem::exists(journal));
}

TEST_CASE("a position with a lost frame is scanned again, not shifted") {
  Bench bench(kPixels);
  bench.plan.illumination = ring_scan(*bench.instrument.config().setup, 0.9, 25);
  bench.plan.positions.resize(1);
  bench.instrument.faults()->frames_lost = true;
  // 25 frames of 20: each attempt loses one, until the cable is mended.
  bench.options.on_frame = [&, frames = 0](Index, Index, const CameraFrame&) mutable {
    if (++frames == 22) bench.instrument.faults()->frames_lost = false;
  };
  const InstrumentScanResult result = scan_instrument(bench.instrument, bench.plan, bench.options);
  CHECK(result.report.positions.front().attempts == 2);
  CHECK(read_scan(result.files.front()).holograms->holograms.shape(0) == 25);
}

TEST_CASE("a focus that has drifted changes what the camera sees at once") {
  Bench bench;
  Camera& camera = *bench.instrument.camera();
  bench.instrument.modulator()->upload({IlluminationPattern{}});
  bench.instrument.stage()->move_to({60.0, 0.0, 0.0});  // a red cell: nothing in it but its shape
  bench.instrument.light()->set_on(true);
  const CameraFrame sharp = camera.snap();
  bench.instrument.faults()->focus_shift_um = 4.0;
  const CameraFrame blurred = camera.snap();
  const OpticalSetup setup = *bench.instrument.config().setup;
  const WaveVector order{-bench.instrument.carrier()->x, -bench.instrument.carrier()->y};
  CHECK(amplitude_contrast(blurred.counts.view(), setup, order) >
        1.3 * amplitude_contrast(sharp.counts.view(), setup, order));
}
