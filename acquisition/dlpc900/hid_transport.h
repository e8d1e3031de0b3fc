// The cable: 64-byte HID reports to and from one controller. The driver above knows nothing else of USB.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace tomocyte::dlpc900 {

inline constexpr std::size_t kReportBytes = 64;
using Report = std::array<std::uint8_t, kReportBytes>;

class HidTransport {
 public:
  virtual ~HidTransport() = default;
  HidTransport() = default;
  HidTransport(const HidTransport&) = delete;
  HidTransport& operator=(const HidTransport&) = delete;

  // Serial number of the USB device; empty when it has none.
  [[nodiscard]] virtual std::string serial() const = 0;
  // Both throw DeviceError when the device is gone.
  virtual void send(const Report& report) = 0;
  // The number of bytes received; 0 when nothing came within `timeout`.
  [[nodiscard]] virtual std::size_t receive(Report& report, std::chrono::milliseconds timeout) = 0;
};

}  // namespace tomocyte::dlpc900
