// Takes the place of serial_line.cpp where Qt SerialPort is missing: everything builds, and opening a port says why
// not.
#include "acquisition/thorlabs/serial_line.h"
#include "core/error.h"

namespace tomocyte {

bool serial_ports_available() noexcept { return false; }

struct SerialLine::Worker {};

SerialLine::SerialLine(std::string port, SerialSetup /*setup*/) : port_(std::move(port)) {
  throw DeviceError("the serial port " + port_ + " cannot be opened: this program was built without Qt SerialPort",
                    "Install the package qt6-serialport-dev and build the program again.");
}
SerialLine::~SerialLine() = default;
void SerialLine::write(std::string_view /*bytes*/) {}
std::string SerialLine::read(Clock::time_point /*deadline*/) { return {}; }

}  // namespace tomocyte
