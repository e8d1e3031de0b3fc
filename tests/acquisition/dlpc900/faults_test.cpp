// What the driver makes of a controller that refuses, stumbles, restarts or disappears.
#include "acquisition/dlpc900/error_codes.h"
#include "acquisition/dlpc900/hidapi_transport.h"
#include "tests/acquisition/dlpc900/fixture.h"

using namespace fixture;
using Catch::Matchers::Contains;

TEST_CASE("a refused command is an error with TI's meaning and what to do") {
  Peer peer;
  const auto dmd = connect(peer);
  peer.refuse[0x1A34] = 14;
  const auto error = error_of<DeviceError>([&] { dmd->upload(ring(2, false)); });
  CHECK_THAT(error.what(), Contains("LCR1") && Contains("0x1A34") && Contains("error 14") &&
                               Contains("pattern exposure time is out of range") && Contains("(\"scripted\")"));
  CHECK(error.remedy() == meaning_of(14).remedy);
  CHECK_FALSE(error.remedy().empty());
  CHECK_THROWS_AS(dmd->display(0), DeviceError);  // nothing counts as stored after a failed upload
}

TEST_CASE("a refusal is reported even when the controller does not say why") {
  Peer peer;
  const auto dmd = connect(peer);
  peer.refuse[0x1A34] = 6;
  peer.refuse[0x0100] = 3;
  const auto error = error_of<DeviceError>([&] { dmd->upload(ring(2, false)); });
  CHECK_THAT(error.what(), Contains("refused") && Contains("without a reason"));
}

TEST_CASE("image data that the controller could not use are noticed without an acknowledgement") {
  Peer peer;
  const auto dmd = connect(peer);
  peer.refuse[0x1A2B] = 9;
  const auto error = error_of<DeviceError>([&] { dmd->upload(ring(2, false)); });
  CHECK_THAT(error.what(), Contains("0x1A2B") && Contains("invalid BMP compression type"));
  CHECK_THROWS_AS(dmd->arm({}), DeviceError);
}

TEST_CASE("a lookup table that the controller did not keep is noticed") {
  Peer peer;
  const auto dmd = connect(peer);
  peer.before[0x1A31] = [&](int nth) {
    if (nth == 2) peer.table.pop_back();  // between configuring and reading back
  };
  CHECK_THROWS_WITH(dmd->upload(ring(3, false)), Contains("did not keep its lookup table"));
}

TEST_CASE("a hardware fault after the upload or at the start is an error") {
  Peer peer;
  const auto dmd = connect(peer);
  dmd->upload(ring(2, false));
  dmd->arm({});
  peer.hardware_status = 0x81;
  CHECK_THROWS_WITH(dmd->start(), Contains("sequencer error"));
  peer.hardware_status = 0x00;
  CHECK_THROWS_WITH(dmd->upload(ring(2, false)), Contains("internal initialization failed"));
  CHECK_THROWS_AS(connect(peer), DeviceError);
}

TEST_CASE("a controller that needs time is asked again, one that never gets ready is busy") {
  Peer peer;
  const auto dmd = connect(peer);
  peer.empty_answers = 3;
  peer.polls_until_stop = 3;
  peer.polls_until_mode = 2;
  CHECK_NOTHROW(dmd->upload(ring(2, false)));
  CHECK(peer.polls_until_stop == 0);

  peer.polls_until_stop = -1;
  CHECK_THROWS_WITH(dmd->upload(ring(2, false)), Contains("busy"));
  peer.polls_until_stop = 0;
  peer.polls_until_mode = 100;
  CHECK_THROWS_WITH(dmd->upload(ring(2, false)), Contains("does not enter the pattern mode"));
  peer.polls_until_mode = 0;
  peer.empty_answers = 100;
  CHECK_THROWS_WITH(dmd->upload(ring(2, false)), Contains("busy") && Contains("empty answers"));
}

TEST_CASE("a reset in the middle of an upload is noticed, and the next upload works") {
  Peer peer;
  const auto dmd = connect(peer);
  peer.before[0x1A2B] = [&](int nth) {
    if (nth == 4) peer.reset();
  };
  CHECK_THROWS_AS(dmd->upload(ring(60, false)), DeviceError);
  CHECK_THROWS_AS(dmd->display(0), DeviceError);
  CHECK_NOTHROW(dmd->upload(ring(60, false)));
  CHECK(peer.images.size() == 3);
}

TEST_CASE("a reset while the sequence runs is noticed by the next question") {
  Peer peer;
  const auto dmd = connect(peer);
  dmd->upload(ring(2, false));
  dmd->arm({});
  dmd->start();
  peer.reset();
  peer.mode = 0;  // firmware that starts with video
  const auto error = error_of<DeviceError>([&] { static_cast<void>(dmd->running()); });
  CHECK_THAT(error.what(), Contains("was reset") && Contains("video"));
  CHECK_THAT(error.remedy(), Contains("upload"));
  CHECK_THROWS_WITH(dmd->start(), Contains("was reset"));
  CHECK_THROWS_WITH(dmd->display(0), Contains("was reset"));
  CHECK_THROWS_WITH(dmd->arm({}), Contains("was reset"));
}

TEST_CASE("an unplugged DMD is reported as disconnected, and stopping it never throws") {
  Peer peer;
  auto dmd = connect(peer);
  peer.before[0x1A2B] = [&](int nth) { peer.unplugged = nth == 3; };
  CHECK_THROWS_AS(dmd->upload(ring(30, false)), DeviceError);
  CHECK(dmd->state() == DeviceState::kDisconnected);
  CHECK_FALSE(dmd->reported_index());
  dmd->stop();
  CHECK_THROWS_AS(dmd->properties(), DeviceError);
  dmd.reset();
}

TEST_CASE("a silent DMD is reported with the command that it did not answer") {
  Peer peer;
  const auto dmd = connect(peer);
  peer.silent = true;
  const auto error = error_of<DeviceError>([&] { dmd->upload(ring(2, false)); });
  CHECK_THAT(error.what(), Contains("did not answer") && Contains("pattern start/stop"));
  CHECK(dmd->state() == DeviceState::kDisconnected);
  dmd->stop();
}

TEST_CASE("a short report is not taken for an answer") {
  Peer peer;
  const auto dmd = connect(peer);
  peer.report_bytes = 3;
  CHECK_THROWS_WITH(dmd->upload(ring(2, false)), Contains("3 bytes"));
  peer.report_bytes = 4;
  CHECK_THROWS_WITH(dmd->upload(ring(2, false)), Contains("short report"));
}

TEST_CASE("answers to earlier commands are skipped, answers with wrong numbers only are an error") {
  Peer peer;
  const auto dmd = connect(peer);
  peer.stale_replies = 2;
  CHECK_NOTHROW(dmd->upload(ring(2, false)));
  CHECK(peer.images.size() == 1);
  peer.stale_replies = 40;
  CHECK_THROWS_WITH(dmd->upload(ring(2, false)), Contains("wrong sequence numbers"));

  Peer liar;
  const auto confused = connect(liar);
  liar.wrong_sequence = true;
  CHECK_THROWS_AS(confused->upload(ring(2, false)), DeviceError);
}

TEST_CASE("another DMD than the DLP6500 is refused") {
  Peer peer;
  peer.dmd = 2;
  CHECK_THROWS_WITH(connect(peer), Contains("DLP9000"));
}

TEST_CASE("impossible options are refused") {
  Peer peer;
  Dlpc900Options options = small_options();
  options.bit_planes = 0;
  CHECK_THROWS_AS(connect(peer, options), InputError);
  options = small_options();
  options.area.lit_width = 2000;
  CHECK_THROWS_AS(connect(peer, options), InputError);
}

TEST_CASE("every documented error has a meaning, and all but success a remedy") {
  for (int code = 0; code < 256; ++code) {
    const ErrorMeaning meaning = meaning_of(static_cast<std::uint8_t>(code));
    CHECK_FALSE(meaning.text.empty());
    CHECK(meaning.remedy.empty() == (code == 0));
  }
  CHECK(meaning_of(12).text == "pattern dark time is out of range");
  CHECK(meaning_of(200).text == "undocumented error");
}

TEST_CASE("a controller that is not there cannot be opened") {
  CHECK_THROWS_AS(open_controller("no such serial number"), DeviceError);
}
