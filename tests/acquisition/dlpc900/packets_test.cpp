#include <numeric>

#include "acquisition/dlpc900/command_channel.h"
#include "acquisition/dlpc900/commands.h"
#include "core/error.h"
#include "tests/acquisition/dlpc900/peer.h"
#include "tests/catch.h"

using namespace tomocyte;
using namespace tomocyte::dlpc900;

namespace {

Bytes first_bytes(const Report& report, std::size_t count) {
  return {report.begin(), report.begin() + static_cast<std::ptrdiff_t>(count)};
}

// Keeps what is sent and answers every command with success.
class Recorder final : public HidTransport {
 public:
  explicit Recorder(std::vector<Report>& sent) : sent_(sent) {}
  [[nodiscard]] std::string serial() const override { return ""; }
  void send(const Report& report) override { sent_.push_back(report); }
  [[nodiscard]] std::size_t receive(Report& report, std::chrono::milliseconds) override {
    report = {};
    report[1] = sent_.back()[1];
    return report.size();
  }

 private:
  std::vector<Report>& sent_;
};

}  // namespace

TEST_CASE("a write has the bytes of the guide's example (curtain color)") {
  const Bytes color{0xFF, 0x01, 0xFF, 0x01, 0xFF, 0x01};
  const auto reports = to_reports({false, false, 0x12, 0x1100, color});
  REQUIRE(reports.size() == 1);
  CHECK(first_bytes(reports[0], 12) == Bytes{0x00, 0x12, 0x08, 0x00, 0x00, 0x11, 0xFF, 0x01, 0xFF, 0x01, 0xFF, 0x01});
}

TEST_CASE("a read has the bytes of the guide's example and its answer is understood") {
  const auto reports = to_reports({true, true, 0x11, 0x1100, {}});
  CHECK(first_bytes(reports.at(0), 6) == Bytes{0xC0, 0x11, 0x02, 0x00, 0x00, 0x11});
  const Bytes answer{0xC0, 0x11, 0x06, 0x00, 0xFF, 0x01, 0xFF, 0x01, 0xFF, 0x01};
  const ReplyHeader header = parse_reply_header(answer);
  CHECK_FALSE(header.refused);
  CHECK(header.sequence == 0x11);
  CHECK(header.length == 6);
  CHECK(parse_reply_header(Bytes{0xE0, 0x11, 0x00, 0x00}).refused);
}

TEST_CASE("a long command runs on over as many reports as it needs, padded with zeros") {
  Bytes data(506);
  std::iota(data.begin(), data.end(), std::uint8_t{1});
  const auto reports = to_reports({false, false, 7, 0x1A2B, data});
  REQUIRE(reports.size() == 8);
  CHECK(reports[0][2] == 0xFC);  // 508 = 506 + 2
  CHECK(reports[0][3] == 0x01);
  Bytes joined;
  for (const Report& report : reports) joined.insert(joined.end(), report.begin(), report.end());
  CHECK(Bytes(joined.begin() + 6, joined.end()) == data);

  const auto short_one = to_reports({false, false, 7, 0x1A2B, std::span(data).first(59)});
  REQUIRE(short_one.size() == 2);
  CHECK(short_one[1][0] == data[58]);
  CHECK(std::all_of(short_one[1].begin() + 1, short_one[1].end(), [](std::uint8_t byte) { return byte == 0; }));
  data.push_back(0);
  CHECK_THROWS_AS(to_reports({false, false, 7, 0x1A2B, data}), InputError);
}

TEST_CASE("a lookup-table entry has the layout of the guide's example") {
  std::vector<Report> sent;
  CommandChannel channel(std::make_unique<Recorder>(sent), {});
  // The guide's pattern 1 (400 µs, image 0, bit 1), with one bit instead of two and in red.
  define_pattern(channel, {.index = 1, .exposure_us = 400, .trigger_out_2 = true, .image = 0, .bit = 1});
  REQUIRE(sent.size() == 1);
  CHECK(Bytes(sent[0].begin() + 4, sent[0].begin() + 18) ==
        Bytes{0x34, 0x1A, 0x01, 0x00, 0x90, 0x01, 0x00, 0x10, 0x00, 0x00, 0x00, 0x00, 0x00, 0x08});
}

TEST_CASE("trigger delays outside the controller's range are refused before they are sent") {
  std::vector<Report> sent;
  CommandChannel channel(std::make_unique<Recorder>(sent), {});
  CHECK_THROWS_AS(set_trigger_out(channel, TriggerOutput::kFrame, {false, -21, 0}), DeviceError);
  CHECK_THROWS_AS(set_trigger_out(channel, TriggerOutput::kStart, {false, 20001, 0}), DeviceError);
  CHECK_THROWS_AS(set_trigger_in_1(channel, 104, false), DeviceError);
  CHECK(sent.empty());
  set_trigger_out(channel, TriggerOutput::kStart, {true, -20, 300});
  CHECK(Bytes(sent.at(0).begin() + 4, sent[0].begin() + 11) == Bytes{0x1E, 0x1A, 0x01, 0xEC, 0xFF, 0x2C, 0x01});
}
