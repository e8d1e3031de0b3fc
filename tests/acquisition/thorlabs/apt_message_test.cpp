#include "acquisition/thorlabs/apt_message.h"

#include "tests/catch.h"

using namespace tomocyte;
using namespace std::string_literals;

namespace {

// MGMSG_MOT_GET_USTATUSUPDATE of bay 1: 200,000 counts, homed, settled, enabled.
const std::string kStatus = "\x91\x04\x0e\x00\x81\x21\x01\x00\x40\x0d\x03\x00\x00\x00\x00\x00\x00\x24\x00\x80"s;
const std::string kHomed = "\x44\x04\x01\x00\x01\x22"s;

std::vector<AptMessage> all_of(AptReader& reader) {
  std::vector<AptMessage> messages;
  while (auto message = reader.next()) messages.push_back(*message);
  return messages;
}

}  // namespace

TEST_CASE("APT messages have the bytes of the protocol's examples") {
  CHECK(to_bytes({AptId::kMotMoveHome, AptUnit::kBay2, 1}) == "\x43\x04\x01\x00\x22\x01"s);
  CHECK(to_bytes({AptId::kModSetEnabled, AptUnit::kBay1, 1, 1}) == "\x10\x02\x01\x01\x21\x01"s);
  std::string data;
  append_u16(data, 1);
  append_i32(data, 2048);
  CHECK(to_bytes({AptId::kMotMoveAbsolute, AptUnit::kUsb, 0, 0, data}) ==
        "\x53\x04\x06\x00\xd0\x01\x01\x00\x00\x08\x00\x00"s);
}

TEST_CASE("an APT status is read whatever the pieces it arrives in") {
  const auto piece = static_cast<std::size_t>(GENERATE(1, 3, 6, 7, 19, 20));
  AptReader reader;
  std::vector<AptMessage> messages;
  for (std::size_t at = 0; at < kStatus.size(); at += piece) {
    reader.feed(std::string_view(kStatus).substr(at, piece));
    for (const AptMessage& message : all_of(reader)) messages.push_back(message);
  }
  REQUIRE(messages.size() == 1);
  CHECK(messages[0].unit == AptUnit::kBay1);
  CHECK(i32_at(messages[0].data, 2) == 200'000);
  CHECK(u32_at(messages[0].data, 10) == 0x8000'2400);
}

TEST_CASE("APT messages are found again after garbage and after headers without a message") {
  const std::string garbage =
      GENERATE("\x00"s, "\xff\xfe\x91\x04"s, "\x91\x04\x0e\x00\x81"s, "\x91\x04\xff\xff\x81\x21"s,
               "\x44\x04\x01\x00\x05\x22"s, std::string(300, '\x91'));
  AptReader reader;
  reader.feed(garbage + kHomed + garbage + kStatus);
  const std::vector<AptMessage> messages = all_of(reader);
  REQUIRE(messages.size() == 2);
  CHECK(messages[0].id == AptId::kMotMoveHomed);
  CHECK(messages[0].unit == AptUnit::kBay2);
  CHECK(messages[1].id == AptId::kMotGetStatus);
}

TEST_CASE("negative APT numbers keep their sign") {
  std::string data;
  append_i32(data, -2);
  CHECK(data == "\xfe\xff\xff\xff"s);
  CHECK(i32_at(data, 0) == -2);
}
