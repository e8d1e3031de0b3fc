// The parts of the GenICam driver that need no camera.
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "acquisition/genicam/frame_numbers.h"
#include "acquisition/genicam/usb_access.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

void write(const std::filesystem::path& file, const std::string& text) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file) << text << '\n';
}

// What the kernel shows of one USB3 Vision camera.
void plug_in(const std::filesystem::path& sysfs, const std::string& port, const std::string& number) {
  write(sysfs / port / "busnum", "2");
  write(sysfs / port / "devnum", number);
  write(sysfs / port / "manufacturer", "Acme");
  write(sysfs / port / "product", "Eye");
  write(sysfs / port / "serial", "S" + number);
  write(sysfs / (port + ":1.0") / "bInterfaceClass", "ef");
  write(sysfs / (port + ":1.0") / "bInterfaceSubClass", "05");
}

}  // namespace

TEST_CASE("frame numbers rise by one where the device's do, over its change from 65535 to 1") {
  FrameNumbers numbers(0);
  CHECK(numbers.whole(65534) == 0);
  CHECK(numbers.whole(65535) == 1);
  CHECK(numbers.whole(1) == 2);
  CHECK(numbers.whole(2) == 3);
  CHECK(numbers.lost() == 0);
  CHECK(numbers.next() == 4);
}

TEST_CASE("a gap in the device's numbers is a gap in ours and counts as lost") {
  FrameNumbers numbers(10);
  CHECK(numbers.whole(7) == 10);
  CHECK(numbers.whole(10) == 13);
  CHECK(numbers.lost() == 2);
  CHECK(numbers.whole(65535 + 100) == 13 + 65535 + 90);
}

TEST_CASE("a gap over the change from 65535 to 1 is counted without the number that is not used") {
  FrameNumbers numbers(0);
  CHECK(numbers.whole(65534) == 0);
  CHECK(numbers.whole(2) == 3);
  CHECK(numbers.lost() == 2);
}

TEST_CASE("a damaged frame counts as lost at once and only once") {
  FrameNumbers numbers(0);
  CHECK(numbers.whole(1) == 0);
  numbers.damaged();
  CHECK(numbers.lost() == 1);
  CHECK(numbers.whole(3) == 2);
  CHECK(numbers.lost() == 1);
}

TEST_CASE("frames damaged before the first whole one count, and those out of order do not count twice") {
  FrameNumbers numbers(0);
  numbers.damaged();
  CHECK(numbers.whole(5) == 1);
  CHECK(numbers.whole(4) == 2);
  CHECK(numbers.lost() == 1);
}

TEST_CASE("a USB camera that may not be opened is named, one that may be opened is not") {
  const auto root = std::filesystem::temp_directory_path() / ("tomocyte-usb-" + std::to_string(getpid()));
  std::filesystem::remove_all(root);
  plug_in(root / "sys", "2-1", "4");
  plug_in(root / "sys", "2-3", "17");
  write(root / "dev" / "002" / "017", "");
  write(root / "sys" / "1-1:1.0" / "bInterfaceClass", "03");
  CHECK(forbidden_usb_cameras(root / "sys", root / "dev") == std::vector<std::string>{"Acme Eye (S4)"});
  CHECK(forbidden_usb_cameras(root / "absent", root / "dev").empty());
  std::filesystem::remove_all(root);
}
