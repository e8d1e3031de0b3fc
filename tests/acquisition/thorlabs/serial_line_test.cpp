#include "acquisition/thorlabs/serial_line.h"

#include <sys/stat.h>
#include <unistd.h>

#include "core/error.h"
#include "tests/acquisition/thorlabs/peer_process.h"
#include "tests/catch.h"

using namespace tomocyte;

TEST_CASE("a serial port that does not exist is named") {
  CHECK_THROWS_WITH(SerialLine("/dev/no-such-port", SerialSetup::kPlain),
                    Catch::Contains("there is no serial port /dev/no-such-port"));
}

TEST_CASE("a file is refused as serial port") {
  CHECK_THROWS_AS(SerialLine("/etc/passwd", SerialSetup::kPlain), DeviceError);
}

TEST_CASE("a serial port that is in use is refused until it is free again") {
  const PeerProcess peer({"wheel"});
  {
    const SerialLine first(peer.port(), SerialSetup::kPlain);
    CHECK_THROWS_WITH(SerialLine(peer.port(), SerialSetup::kPlain), Catch::Contains("in use"));
  }
  CHECK_NOTHROW(SerialLine(peer.port(), SerialSetup::kPlain));
}

TEST_CASE("a serial port without permission is refused with the way to get it") {
  const PeerProcess peer({"wheel"});
  REQUIRE(::chmod(peer.port().c_str(), 0) == 0);
  const uid_t user = ::geteuid();
  if (user == 0) REQUIRE(::seteuid(65534) == 0);  // nothing is forbidden to the superuser
  try {
    const SerialLine line(peer.port(), SerialSetup::kPlain);
    FAIL_CHECK("it was opened");
  } catch (const DeviceError& error) {
    CHECK_THAT(error.what(), Catch::Contains(peer.port()) && Catch::Contains("permission denied"));
    CHECK_THAT(error.remedy(), Catch::Contains("dialout"));
  }
  if (user == 0) REQUIRE(::seteuid(0) == 0);
}

TEST_CASE("reading from a silent serial port ends at the deadline with nothing") {
  const PeerProcess peer({"wheel", "--silent"});
  SerialLine line(peer.port(), SerialSetup::kPlain);
  const auto deadline = SerialLine::Clock::now() + std::chrono::milliseconds(30);
  CHECK(line.read(deadline).empty());
  CHECK(SerialLine::Clock::now() >= deadline);
}
