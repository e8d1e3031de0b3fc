#include "acquisition/genicam/genicam.h"
#include "core/error.h"

namespace tomocyte {

bool genicam_driver_built_in() { return false; }

std::vector<FoundCamera> find_genicam_cameras() { return {}; }

std::unique_ptr<Camera> open_genicam_camera(const std::string& address_or_id) {
  throw DeviceError("camera \"" + address_or_id + "\" cannot be opened: this program was built without GenICam cameras",
                    "Install libaravis-dev and libusb-1.0-0-dev, and build again.");
}

}  // namespace tomocyte
