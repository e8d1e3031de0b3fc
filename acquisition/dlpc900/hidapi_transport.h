// Finds and opens controllers on USB by hidapi. Without hidapi the program builds all the same and says so here.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "acquisition/dlpc900/hid_transport.h"

namespace tomocyte::dlpc900 {

inline constexpr std::uint16_t kVendorId = 0x0451;  // Texas Instruments
inline constexpr std::uint16_t kProductId = 0xC900;

[[nodiscard]] bool hidapi_available();
// Serial numbers of the controllers that are plugged in; none without hidapi.
[[nodiscard]] std::vector<std::string> find_controllers();
// The controller with this serial number, or the first one found when it is empty. Throws DeviceError when there is
// none, when it may not be opened, or when the program was built without hidapi.
[[nodiscard]] std::unique_ptr<HidTransport> open_controller(const std::string& serial = {});

}  // namespace tomocyte::dlpc900
