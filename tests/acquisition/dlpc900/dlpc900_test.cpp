#include <cmath>

#include "tests/acquisition/dlpc900/fixture.h"

using namespace fixture;
using Catch::Matchers::Contains;

namespace {

// Compares the mirrors of a binary pattern with its hologram, but for those within rounding of an edge.
void check_lee(const Peer& peer, std::size_t shown, const WaveVector& wave) {
  const auto mirrors = peer.mirrors(shown);
  int wrong = 0;
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x) {
      const double cosine = expected_cosine(wave, y, x);
      const bool on = mirrors[static_cast<std::size_t>(y * kWidth + x)] != 0;
      wrong += std::abs(cosine) > 1e-9 && on != (cosine > 0.0) ? 1 : 0;
    }
  CHECK(wrong == 0);
}

// What the camera integrates over `planes` shown frames from `first` on, 0 to 1.
std::vector<double> integrated(const Peer& peer, std::size_t first, std::size_t planes) {
  std::vector<double> sum(kHeight * kWidth);
  double total_us = 0.0;
  for (std::size_t i = first; i < first + planes; ++i) {
    const auto mirrors = peer.mirrors(i);
    for (std::size_t k = 0; k < sum.size(); ++k) sum[k] += peer.entry(i).exposure_us * mirrors[k];
    total_us += peer.entry(i).exposure_us;
  }
  for (double& value : sum) value /= total_us;
  return sum;
}

void check_grey(const std::vector<double>& light, const WaveVector& wave, int planes) {
  double worst = 0.0;
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x)
      worst = std::max(
          worst, std::abs(light[static_cast<std::size_t>(y * kWidth + x)] - (1.0 + expected_cosine(wave, y, x)) / 2.0));
  CHECK(worst <= 0.5 / ((1 << planes) - 1) + 1e-9);
}

std::string text_of(const Device& device, const std::string& name) {
  for (const Property& property : device.properties())
    if (property.name == name) return to_string(property.value);
  return "no such property";
}

}  // namespace

TEST_CASE("the DMD says who it is and how it is") {
  Peer peer;
  const auto dmd = connect(peer);
  CHECK(dmd->identity().driver == "dlpc900");
  CHECK(dmd->identity().model == "DLP6500");
  CHECK(dmd->identity().serial == "LCR1");
  CHECK(dmd->identity().firmware == "6.3.258");
  CHECK(dmd->state() == DeviceState::kReady);
  CHECK(text_of(*dmd, "firmware-tag") == "FLQ");
  CHECK(text_of(*dmd, "hardware-status").empty());
  CHECK(text_of(*dmd, "display-mode") == "stored patterns");
  peer.hardware_status = 0xC1;
  CHECK(dmd->state() == DeviceState::kFault);
  CHECK(text_of(*dmd, "hardware-status") == "sequencer aborted, sequencer error");
}

TEST_CASE("the mirrors show the holograms of the uploaded waves, binary and time-multiplexed") {
  Peer peer;
  peer.running = true;  // the stored start-up pattern
  const auto dmd = connect(peer);
  const std::vector<IlluminationPattern> sequence{
      {{0.0, 0.0}, false}, {{3.0, 1.0}, true}, {{-2.0, 4.0}, false}, {{1.5, -3.5}, true}};
  dmd->upload(sequence);
  dmd->arm({});
  CHECK(peer.violations.empty());
  REQUIRE(peer.order.size() == 12);
  check_lee(peer, 0, sequence[0].illumination);
  check_grey(integrated(peer, 1, 5), sequence[1].illumination, 5);
  check_lee(peer, 6, sequence[2].illumination);
  check_grey(integrated(peer, 7, 5), sequence[3].illumination, 5);
}

TEST_CASE("patterns beyond the 24th go into further images, loaded in reverse order") {
  Peer peer;
  const auto dmd = connect(peer);
  const auto sequence = ring(60, false);
  dmd->upload(sequence);
  dmd->arm({});
  CHECK(peer.violations.empty());
  CHECK(peer.images.size() == 3);
  CHECK(peer.count(0x1A2A) == 3);
  REQUIRE(peer.order.size() == 60);
  for (std::size_t i = 0; i < 60; ++i) check_lee(peer, i, sequence[i].illumination);
}

TEST_CASE("bit planes that straddle two images are shown whole") {
  Peer peer;
  const auto dmd = connect(peer);
  const auto sequence = ring(10, true);  // the fifth pattern has entries 20 to 24
  dmd->upload(sequence);
  dmd->arm({});
  for (std::size_t i = 0; i < sequence.size(); ++i) check_grey(integrated(peer, 5 * i, 5), sequence[i].illumination, 5);
}

TEST_CASE("a whole DMD takes a scan of 49 waves in eight bit planes, lit in its middle") {
  Peer peer;
  Dlpc900Options options = small_options();
  options.area = {1080, 1920, 120, 120};
  options.bit_planes = 8;
  const auto dmd = connect(peer, options);
  CHECK(dmd->capacity() == 50);
  dmd->upload(ring(49, true));
  CHECK(peer.violations.empty());
  CHECK(peer.images.size() == 17);
  std::size_t bytes = 0;
  for (const auto& [index, image] : peer.images) {
    CHECK(image.width == 1920);
    CHECK(image.height == 1080);
    bytes += image.bytes;
  }
  CHECK(bytes < 17U * 1920U * 1080U * 3U / 50U);  // of the plain size; 1/144 of the mirrors are lit
  CHECK_THROWS_AS(dmd->upload(ring(51, true)), DeviceError);
}

TEST_CASE("time of a pattern is shared by its planes as powers of two, and its first plane gives the pulse") {
  Peer peer;
  const auto dmd = connect(peer);
  dmd->upload(ring(3, true));
  PatternTiming timing;
  timing.exposure_us = 5000.0;
  timing.dark_us = 700.0;
  dmd->arm(timing);
  for (std::size_t i = 0; i < 15; ++i) {
    const Peer::Entry& entry = peer.entry(i);
    CHECK(entry.exposure_us == (161U << i % 5));  // 5000 / 31
    CHECK(entry.dark_us == (i % 5 == 4 ? 700U : 0U));
    CHECK(entry.pulse == (i % 5 == 0));
    CHECK_FALSE(entry.waits);
    CHECK(entry.depth == 1);
  }
  CHECK(peer.patterns_to_show == 15);
  CHECK(peer.settings.at(0x1A1E) == Peer::Bytes{0, 0, 0, 0, 0});

  timing.advance = PatternAdvance::kTriggerIn;
  timing.trigger_out = false;
  timing.repeat = true;
  dmd->arm(timing);
  for (std::size_t i = 0; i < 15; ++i) {
    CHECK(peer.entry(i).waits == (i % 5 == 0));
    CHECK_FALSE(peer.entry(i).pulse);
  }
  CHECK(peer.patterns_to_show == 0);
  CHECK(peer.settings.at(0x1A35) == Peer::Bytes{105, 0, 0});
  CHECK(peer.images.size() == 1);  // new timing needs no new upload
  CHECK(peer.violations.empty());
}

TEST_CASE("an armed sequence runs until it has ended, and can run again") {
  Peer peer;
  const auto dmd = connect(peer);
  CHECK_THROWS_AS(dmd->arm({}), DeviceError);
  dmd->upload(ring(3, true));
  CHECK_THROWS_AS(dmd->start(), DeviceError);
  dmd->arm({});
  CHECK_FALSE(dmd->running());
  dmd->start();
  CHECK(dmd->running());
  CHECK(dmd->state() == DeviceState::kBusy);
  CHECK_FALSE(dmd->reported_index());
  peer.running = false;  // it has shown them all
  CHECK_FALSE(dmd->running());
  const int definitions = peer.count(0x1A34);
  dmd->start();
  CHECK(dmd->running());
  CHECK(peer.count(0x1A34) == definitions);
  dmd->stop();
  CHECK_FALSE(peer.running);
  CHECK_FALSE(dmd->running());
  CHECK(peer.violations.empty());
}

TEST_CASE("one pattern is displayed without a new upload, and the sequence is whole again afterwards") {
  Peer peer;
  const auto dmd = connect(peer);
  const auto sequence = ring(6, true);
  dmd->upload(sequence);
  PatternTiming timing;
  timing.advance = PatternAdvance::kTriggerIn;
  dmd->arm(timing);
  dmd->display(4);
  CHECK(peer.running);
  CHECK(peer.patterns_to_show == 0);
  REQUIRE(peer.order.size() == 5);
  CHECK_FALSE(peer.entry(0).waits);
  check_grey(integrated(peer, 0, 5), sequence[4].illumination, 5);
  CHECK(dmd->reported_index() == std::size_t{4});
  const int definitions = peer.count(0x1A34);
  dmd->display(2);
  CHECK(peer.count(0x1A34) == definitions);
  check_grey(integrated(peer, 0, 5), sequence[2].illumination, 5);
  dmd->start();
  CHECK(peer.order.size() == 30);
  CHECK(peer.entry(0).waits);
  CHECK(peer.count(0x1A2A) == 2);
  CHECK(peer.violations.empty());
  CHECK_THROWS_AS(dmd->display(6), DeviceError);
}

TEST_CASE("timing that the DMD cannot do is refused with its limits") {
  Peer peer;
  const auto dmd = connect(peer);
  dmd->upload({{{1.0, 0.0}, false}, {{0.0, 1.0}, true}});
  const auto with = [](double exposure_us, double dark_us) {
    PatternTiming timing;
    timing.exposure_us = exposure_us;
    timing.dark_us = dark_us;
    return timing;
  };
  CHECK_NOTHROW(dmd->arm(with(31 * 105.0, 0.0)));
  const auto too_fast = error_of<DeviceError>([&] { dmd->arm(with(31 * 105.0 - 1.0, 0.0)); });
  CHECK_THAT(too_fast.what(), Contains("at least 3255"));
  CHECK_THROWS_AS(dmd->arm(with(104.0, 0.0)), DeviceError);
  CHECK_THROWS_AS(dmd->arm(with(17e6, 0.0)), DeviceError);
  CHECK_THROWS_AS(dmd->arm(with(5000.0, -1.0)), DeviceError);
  CHECK_THROWS_AS(dmd->arm(with(5000.0, 17e6)), DeviceError);
  CHECK_THROWS_AS(dmd->arm(with(std::nan(""), 0.0)), DeviceError);
  CHECK_THROWS_AS(dmd->arm(with(5000.0, std::nan(""))), DeviceError);
}

TEST_CASE("the table holds 400 patterns and no more, and waves beyond the mirrors are refused") {
  Peer peer;
  const auto dmd = connect(peer);
  CHECK(dmd->capacity() == 80);
  CHECK_NOTHROW(dmd->upload(ring(400, false)));
  CHECK(peer.table.size() == 400);
  const auto too_many = error_of<DeviceError>([&] { dmd->upload(ring(81, true)); });
  CHECK_THAT(too_many.what(), Contains("405"));
  CHECK_THROWS_AS(dmd->upload({{{16.0, 0.0}, false}}), DeviceError);  // 0.52 cycles per mirror
  CHECK_THROWS_AS(dmd->upload({{{-10.0, 5.0}, true}}), DeviceError);  // no grating at all
  CHECK(peer.table.size() == 400);
}

TEST_CASE("standby parks the mirrors, loses the patterns and ends on request or at the next connection") {
  Peer peer;
  {
    const auto dmd = connect(peer);
    dmd->upload(ring(2, false));
    dmd->set_property("standby", true);
    CHECK(peer.power == 1);
    CHECK_THROWS_AS(dmd->display(0), DeviceError);
    dmd->set_property("standby", false);
    CHECK(peer.power == 0);
    dmd->set_property("standby", true);
  }
  peer.polls_until_awake = 3;
  const auto dmd = connect(peer);
  CHECK(peer.power == 0);
  CHECK(peer.polls_until_awake == 0);
}

TEST_CASE("the number of bit planes is a property, for the next upload") {
  Peer peer;
  const auto dmd = connect(peer);
  dmd->set_property("bit-planes", std::int64_t{3});
  dmd->upload(ring(2, true));
  CHECK(peer.table.size() == 6);
  CHECK(dmd->capacity() == 133);
  CHECK_THROWS_AS(dmd->set_property("bit-planes", std::int64_t{9}), InputError);
  CHECK_THROWS_AS(dmd->set_property("firmware-version", std::string("7")), InputError);
}

TEST_CASE("a new calibration moves the gratings of the next upload") {
  Peer peer;
  const auto dmd = connect(peer);
  // Twice the scale and the carrier of the old one: wave (6, 0) takes the grating that (3, 0) took.
  dmd->set_calibration({100.0, 0.0, 0.0, -100.0, {-20.0, 10.0}});
  dmd->upload({{{6.0, 0.0}, false}});
  check_lee(peer, 0, {3.0, 0.0});
}

TEST_CASE("an empty sequence leaves nothing stored") {
  Peer peer;
  const auto dmd = connect(peer);
  dmd->upload(ring(2, false));
  dmd->upload({});
  CHECK_THROWS_AS(dmd->display(0), DeviceError);
}
