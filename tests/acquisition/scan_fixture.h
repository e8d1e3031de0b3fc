// What the tests of the engine share: a small scan on the fake instrument, a folder of their own, and what must hold
// however a scan ends.
#pragma once

#include <cstdlib>
#include <filesystem>

#include "acquisition/engine.h"
#include "tests/acquisition/fake_devices.h"
#include "tests/catch.h"

namespace tomocyte::test {

// Removed at the end of the test case.
class ScanFolder {
 public:
  ScanFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "tomocyte-scan-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("cannot make a folder for the test");
    path_ = name;
  }
  ~ScanFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  ScanFolder(const ScanFolder&) = delete;
  ScanFolder& operator=(const ScanFolder&) = delete;
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

inline constexpr int kFakeAngles = 7;

// The background at x = 200 and cells at x = 1, 2, …
inline ScanPlan fake_plan(int cells = 3, const std::string& timing = "hardware") {
  ScanPlan plan;
  plan.options.timing = timing;
  plan.options.exposure_ms = 5.0;
  plan.background = {200.0, 0.0, 0.0};
  for (int i = 1; i <= cells; ++i) plan.positions.push_back({static_cast<double>(i), 0.0, 0.0});
  for (int i = 0; i < kFakeAngles; ++i) plan.illumination.push_back({static_cast<double>(i), 0.0});
  return plan;
}

inline ScanDescription fake_description() {
  ScanDescription description;
  description.sample_id = "Probe-7";
  description.setup = {0.532, 1.337, 1.2, 0.05};
  description.frame_shape = {kFakePixels, kFakePixels};
  return description;
}

// The vector of the pattern that a fake frame names.
inline WaveVector fake_illumination(View<const std::uint16_t, 2> counts) {
  if (counts(1, 1) == 0) throw InputError("no carrier was found");
  return {static_cast<double>(counts(0, 0)), 0.0};
}

inline EngineOptions fake_options() {
  EngineOptions options;
  options.measure_illumination = fake_illumination;
  return options;
}

inline void check_safe(const FakeInstrument& instrument) {
  CHECK_FALSE(instrument.bench.light);
  CHECK_FALSE(instrument.bench.modulator_running);
  CHECK_FALSE(instrument.bench.streaming);
  CHECK(instrument.bench.violations.empty());
  CHECK(instrument.bench.count("stop stage") > 0);
  CHECK(instrument.camera.exposure_ms() == 3.0);
  if (instrument.bench.camera_present) CHECK(instrument.camera.trigger_mode() == CameraTrigger::kFreeRun);
}

// Every position holds its own frames in the order of the patterns.
inline void check_whole(const std::filesystem::path& path) {
  const ScanJournal journal(path);
  REQUIRE(static_cast<Index>(journal.complete_positions().size()) == journal.plan().position_count());
  for (Index position = 1; position < journal.plan().position_count(); ++position) {
    const Scan scan = journal.scan(position);
    REQUIRE(scan.holograms->background.shape() == scan.holograms->holograms.shape());
    for (Index angle = 0; angle < journal.plan().angles(); ++angle) {
      CHECK(scan.holograms->holograms(angle, 0, 0) == angle);
      CHECK(scan.holograms->holograms(angle, 0, 1) == position);
      CHECK(scan.holograms->background(angle, 0, 0) == angle);
      CHECK(scan.holograms->background(angle, 0, 1) == 200);
    }
  }
}

// Message and remedy of the E that `action` throws.
template <class E, class Action>
std::string message_of(Action&& action) {
  try {
    action();
  } catch (const E& error) {
    return std::string(error.what()) + " | " + error.remedy();
  }
  FAIL("nothing was thrown");
  return {};
}

}  // namespace tomocyte::test
