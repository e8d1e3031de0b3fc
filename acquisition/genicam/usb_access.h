// USB3 Vision cameras that are plugged in but that this user may not open. Aravis leaves them out without a word.
// Internal to the GenICam driver.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace tomocyte {

// "Vendor Model (serial)" of each. `sysfs` is /sys/bus/usb/devices, `nodes` /dev/bus/usb.
[[nodiscard]] std::vector<std::string> forbidden_usb_cameras(const std::filesystem::path& sysfs,
                                                             const std::filesystem::path& nodes);

}  // namespace tomocyte
