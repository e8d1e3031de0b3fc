// A serial port that is read against deadlines. The port lives in a thread of its own (QSerialPort has to stay in one),
// which sleeps while nobody asks.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace tomocyte {

// False: this program was built without Qt SerialPort, and opening any port says so.
[[nodiscard]] bool serial_ports_available() noexcept;

enum class SerialSetup {
  kPlain,        // 115200 baud, 8N1, no flow control
  kPurgedRtsCts  // the same with RTS/CTS, opened as the APT protocol asks: RTS, 50 ms, purge, 50 ms
};

// Every method from any thread; a write waits for at most 20 ms while another thread reads.
class SerialLine {
 public:
  using Clock = std::chrono::steady_clock;

  // Throws DeviceError when the port is absent, in use, not permitted or no serial port.
  SerialLine(std::string port, SerialSetup setup);
  ~SerialLine();
  SerialLine(const SerialLine&) = delete;
  SerialLine& operator=(const SerialLine&) = delete;

  [[nodiscard]] const std::string& port() const { return port_; }

  // Both throw DeviceError when the port is gone (unplugged); write() also when the device takes no data.
  void write(std::string_view bytes);
  // What has arrived, as soon as there is any; empty when `deadline` passes first.
  [[nodiscard]] std::string read(Clock::time_point deadline);

 private:
  struct Worker;
  std::string port_;
  std::unique_ptr<Worker> worker_;
};

}  // namespace tomocyte
