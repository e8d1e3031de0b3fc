// In place of hidapi_transport.cpp where CMake found no hidapi.
#include "acquisition/dlpc900/hidapi_transport.h"
#include "core/error.h"

namespace tomocyte::dlpc900 {

bool hidapi_available() { return false; }

std::vector<std::string> find_controllers() { return {}; }

std::unique_ptr<HidTransport> open_controller(const std::string&) {
  throw DeviceError("the driver of the DMD (DLPC900) is missing: this program was built without hidapi",
                    "Install libhidapi-dev and build again.");
}

}  // namespace tomocyte::dlpc900
