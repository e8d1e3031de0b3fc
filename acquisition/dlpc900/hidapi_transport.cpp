#include "acquisition/dlpc900/hidapi_transport.h"

#include <fmt/format.h>
#include <hidapi.h>

#include <algorithm>

#include "core/error.h"

namespace tomocyte::dlpc900 {
namespace {

// USB strings are UTF-16; serial numbers are ASCII. Whatever else comes is shown as '?'.
std::string narrow(const wchar_t* text) {
  std::string result;
  for (; text != nullptr && *text != 0; ++text) result += *text < 128 ? static_cast<char>(*text) : '?';
  return result;
}

struct CloseDevice {
  void operator()(hid_device* device) const { hid_close(device); }
};
using DeviceHandle = std::unique_ptr<hid_device, CloseDevice>;

struct Found {
  std::string path;
  std::string serial;
};

std::vector<Found> enumerate() {
  std::vector<Found> found;
  hid_device_info* const list = hid_enumerate(kVendorId, kProductId);
  for (const hid_device_info* info = list; info != nullptr; info = info->next)
    found.push_back({info->path, narrow(info->serial_number)});
  hid_free_enumeration(list);
  return found;
}

class HidapiTransport final : public HidTransport {
 public:
  HidapiTransport(DeviceHandle device, std::string serial) : device_(std::move(device)), serial_(std::move(serial)) {}

  [[nodiscard]] std::string serial() const override { return serial_; }

  void send(const Report& report) override {
    // The leading byte is the report number, which this device does not use.
    std::array<std::uint8_t, kReportBytes + 1> numbered{};
    std::copy(report.begin(), report.end(), numbered.begin() + 1);
    if (hid_write(device_.get(), numbered.data(), numbered.size()) < 0) lost("write");
  }

  std::size_t receive(Report& report, std::chrono::milliseconds timeout) override {
    const int count = hid_read_timeout(device_.get(), report.data(), report.size(), static_cast<int>(timeout.count()));
    if (count < 0) lost("read");
    return static_cast<std::size_t>(count);
  }

 private:
  [[noreturn]] void lost(const char* what) const {
    throw DeviceError(
        fmt::format("DMD \"{}\" is no longer connected (USB {}: {})", serial_, what, narrow(hid_error(device_.get()))),
        "Check the USB cable and the power of the DMD, then connect again.");
  }

  DeviceHandle device_;
  std::string serial_;
};

}  // namespace

bool hidapi_available() { return true; }

std::vector<std::string> find_controllers() {
  std::vector<std::string> serials;
  for (const Found& found : enumerate()) serials.push_back(found.serial);
  return serials;
}

std::unique_ptr<HidTransport> open_controller(const std::string& serial) {
  const std::vector<Found> all = enumerate();
  const auto found =
      std::ranges::find_if(all, [&](const Found& device) { return serial.empty() || device.serial == serial; });
  if (found == all.end())
    throw DeviceError(serial.empty() ? std::string("no DMD controller (DLPC900) is connected by USB")
                                     : fmt::format("no DMD controller with serial number \"{}\" is connected", serial),
                      "Check the power of the DMD and the USB cable.");
  DeviceHandle device(hid_open_path(found->path.c_str()));
  if (!device)
    throw DeviceError(
        fmt::format("DMD \"{}\" at {} cannot be opened: {}", found->serial, found->path, narrow(hid_error(nullptr))),
        "Close other programs that use it (the LightCrafter GUI), or install the udev rule of "
        "docs/hardware.md.");
  return std::make_unique<HidapiTransport>(std::move(device), found->serial);
}

}  // namespace tomocyte::dlpc900
