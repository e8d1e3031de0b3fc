// Cameras that speak GenICam over USB3 Vision or GigE Vision, by way of Aravis 0.8.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "acquisition/camera.h"

namespace tomocyte {

struct FoundCamera {
  std::string id;  // opens it: "Vendor-Model-Serial"
  std::string vendor;
  std::string model;
  std::string serial;
  std::string address;    // IP address, or the USB device's identifier
  std::string interface;  // "GigEVision", "USB3Vision"
};

// False where the program was built without Aravis: nothing is found then, and nothing opens.
[[nodiscard]] bool genicam_driver_built_in();

// Asks on every network interface and USB port; takes about a second.
[[nodiscard]] std::vector<FoundCamera> find_genicam_cameras();

// By IP address, or by the id or the serial number of a camera that find_genicam_cameras() lists. Exposure and gain
// control themselves no longer after that. Throws DeviceError naming the camera: not found, in use by another program,
// no permission, no unpacked monochrome pixels.
//
// Frame numbers rise over the whole life of the object. A camera that is lost (unplugged, switched off, taken by
// another program) stays lost: open it anew when it is back.
[[nodiscard]] std::unique_ptr<Camera> open_genicam_camera(const std::string& address_or_id);

}  // namespace tomocyte
