// What the engine does when all goes well, and what it asks of the devices.
#include "acquisition/engine.h"

#include <latch>
#include <nlohmann/json.hpp>

#include "acquisition/frame_sequence.h"
#include "tests/acquisition/scan_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

TEST_CASE("every position is scanned in order, with both kinds of timing") {
  const std::string timing = GENERATE("hardware", "software");
  const ScanFolder folder;
  const auto path = folder / "a.tomocyte.journal";
  FakeInstrument instrument;
  const AcquisitionReport report =
      acquire(instrument.devices(), fake_plan(3, timing), fake_description(), path, fake_options());
  check_safe(instrument);
  check_whole(path);
  REQUIRE(report.positions.size() == 4);
  CHECK(report.dropped_frames == 0);
  for (const PositionReport& position : report.positions) CHECK(position.attempts == 1);
  CHECK(instrument.bench.moves == 4);
  CHECK(instrument.bench.exposures == 4 * kFakeAngles);
}

TEST_CASE("the journal keeps the camera's numbers, its clock, the patterns and the dose") {
  const ScanFolder folder;
  const auto path = folder / "a.tomocyte.journal";
  FakeInstrument instrument;
  acquire(instrument.devices(), fake_plan(1), fake_description(), path, fake_options());
  const ScanJournal journal(path);
  const auto& records = journal.reader().records();
  REQUIRE(records.size() == 2 * (kFakeAngles + 1));
  CHECK(records[1].head.frame_number == records[0].head.frame_number + 1);
  CHECK(records[1].head.timestamp_s - records[0].head.timestamp_s == Approx(1.0 / 150.0));
  CHECK(records[5].head.illumination == WaveVector{5.0, 0.0});
  const auto note = nlohmann::json::parse(journal.reader().note(records.back()));
  CHECK(note.at("exposures") == kFakeAngles);
  CHECK(note.at("exposure_ms") == 5.0);
  CHECK(note.at("power_mw") == 4.5);
  CHECK(note.at("light_on_s") > 0.0);
  // 7 exposures of 5 ms at 4.5 mW.
  CHECK(note.at("dose_mj").get<double>() == Approx(0.1575));
  CHECK(note.at("stage_um") == std::vector<double>{1.0, 0.0, 0.0});
  const Scan scan = journal.scan(1);
  CHECK(scan.sample_id == "Probe-7");
  CHECK_FALSE(scan.simulated);
  CHECK(scan.holograms->illumination == fake_plan().illumination);
  CHECK_THAT(scan.provenance.at(0).options_json, Catch::Contains("frame_rate_hz") && Catch::Contains("4.5"));
}

TEST_CASE("the stage stays at the last position, or goes back when that is asked for") {
  const bool asked = GENERATE(false, true);
  const ScanFolder folder;
  FakeInstrument instrument;
  instrument.bench.place = {40.0, 30.0, 2.0};
  ScanPlan plan = fake_plan(2);
  plan.options.return_stage = asked;
  acquire(instrument.devices(), plan, fake_description(), folder / "a.journal", fake_options());
  check_safe(instrument);
  CHECK(instrument.bench.place == (asked ? StagePosition{40.0, 30.0, 2.0} : StagePosition{2.0, 0.0, 0.0}));
}

TEST_CASE("a plan that cannot be carried out leaves no journal and no trace") {
  const ScanFolder folder;
  FakeInstrument instrument;
  ScanPlan plan = fake_plan();
  plan.positions[2].z_um = 500.0;
  CHECK_THROWS_AS(acquire(instrument.devices(), plan, fake_description(), folder / "a.journal"), InputError);
  CHECK(instrument.bench.calls.empty());
  CHECK_FALSE(std::filesystem::exists(folder / "a.journal"));
}

TEST_CASE("progress runs from 0 to 1 and names the position") {
  const ScanFolder folder;
  FakeInstrument instrument;
  std::vector<double> fractions;
  std::string last;
  const Progress progress([&](double fraction, const std::string& stage) {
    fractions.push_back(fraction);
    last = stage;
  });
  acquire(instrument.devices(), fake_plan(), fake_description(), folder / "a.journal", fake_options(), progress);
  CHECK(std::ranges::is_sorted(fractions));
  CHECK(fractions.back() == Approx(1.0));
  CHECK(last == "Acquiring position 3 of 3");
}

namespace {

// Does not take its second frame before the engine has handed over `held` of them.
class SlowSink final : public RecordSink {
 public:
  explicit SlowSink(int held) : gate(held) {}
  void append(const JournalRecord& record) override {
    if (!records.empty()) gate.wait();
    records.push_back(record.head);
  }
  std::latch gate;
  std::vector<RecordHead> records;
};

}  // namespace

TEST_CASE("a slow disk slows the engine and costs no frame") {
  constexpr std::size_t kQueue = 4;
  FakeInstrument instrument;
  SlowSink sink(kQueue);
  EngineOptions options = fake_options();
  options.queue_frames = kQueue;
  int handed = 0;
  options.on_frame = [&](Index, Index, const CameraFrame&) {
    if (handed++ < static_cast<int>(kQueue)) sink.gate.count_down();
  };
  const AcquisitionReport report = run_scan(instrument.devices(), fake_plan(2), fake_description(), sink, {}, options);
  check_safe(instrument);
  CHECK(sink.records.size() == 3 * (kFakeAngles + 1));
  CHECK(report.dropped_frames == 0);
  CHECK(report.longest_queue >= kQueue - 2);
  CHECK(report.longest_queue <= kQueue);
}

TEST_CASE("frames that follow each other are told from those that do not") {
  const auto fault = [](std::uint64_t number, double time_s) {
    FrameSequence sequence(0.01);
    CHECK(sequence.fault_of({{}, 7, 1.0}).empty());
    return sequence.fault_of({{}, number, time_s});
  };
  CHECK(fault(8, 1.01).empty());
  CHECK(fault(8, 1.0122).empty());
  CHECK_THAT(fault(9, 1.01), Catch::Contains("from 7 to 9"));
  CHECK_THAT(fault(7, 1.01), Catch::Contains("from 7 to 7"));
  CHECK_THAT(fault(8, 1.02), Catch::Contains("20.000 ms"));
  CHECK_THAT(fault(8, 1.005), Catch::Contains("5.000 ms"));
  CHECK_THAT(fault(8, -3600.0), Catch::Contains("instead of 10.000 ms"));
}
