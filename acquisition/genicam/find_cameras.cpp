#include <arv.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "acquisition/genicam/genicam.h"
#include "acquisition/genicam/genicam_camera.h"
#include "acquisition/genicam/usb_access.h"
#include "core/error.h"

namespace tomocyte {
namespace {

std::string text_of(const char* text) { return text ? text : ""; }

DeviceError not_opened(const std::string& id, const std::string& reason) {
  const auto because = [&](const std::string& what, const std::string& remedy) {
    return DeviceError(fmt::format("camera \"{}\" {} ({})", id, what, reason), remedy);
  };
  if (reason.find("claim USB interface") != std::string::npos)
    return because("is in use by another program", "Close the other program, then open the camera again.");
  const auto forbidden = forbidden_usb_cameras("/sys/bus/usb/devices", "/dev/bus/usb");
  if (!forbidden.empty())
    return because(
        fmt::format("was not found, and there is no permission to open {}", fmt::join(forbidden, ", ")),
        "Install resources/udev/70-tomocyte-cameras.rules as docs/hardware.md says, and plug the camera in again.");
  std::vector<std::string> present;
  for (const FoundCamera& camera : find_genicam_cameras())
    present.push_back(fmt::format("{} at {}", camera.id, camera.address));
  if (!present.empty()) return because("was not found", fmt::format("These answer: {}.", fmt::join(present, ", ")));
  return because("was not found",
                 "Check its power, its cable and, for GigE Vision, that it is in this computer's network.");
}

}  // namespace

bool genicam_driver_built_in() { return true; }

std::vector<FoundCamera> find_genicam_cameras() {
  arv_update_device_list();
  std::vector<FoundCamera> found;
  for (unsigned int i = 0; i < arv_get_n_devices(); ++i) {
    const std::string interface = text_of(arv_get_device_protocol(i));
    if (interface != "USB3Vision" && interface != "GigEVision") continue;
    found.push_back({text_of(arv_get_device_id(i)), text_of(arv_get_device_vendor(i)), text_of(arv_get_device_model(i)),
                     text_of(arv_get_device_serial_nbr(i)), text_of(arv_get_device_address(i)), interface});
  }
  return found;
}

std::unique_ptr<Camera> open_genicam_camera(const std::string& address_or_id) {
  if (address_or_id.empty())
    throw InputError("no camera was named", "Give its IP address or its id as the list of cameras shows it.");
  GError* error = nullptr;
  ArvCameraHandle camera(arv_camera_new(address_or_id.c_str(), &error));
  if (camera) return std::make_unique<GenicamCamera>(std::move(camera), address_or_id);
  const std::string reason = error ? error->message : "no reason given";
  g_clear_error(&error);
  throw not_opened(address_or_id, reason);
}

}  // namespace tomocyte
