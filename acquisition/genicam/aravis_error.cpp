#include "acquisition/genicam/aravis_error.h"

#include <arv.h>
#include <fmt/format.h>

#include <memory>

#include "core/error.h"

namespace tomocyte {
namespace {

struct Explanation {
  const char* what;
  const char* remedy;
};

Explanation explain(const GError& error) {
  if (error.domain != ARV_DEVICE_ERROR) return {"refused", "Check the value against the camera's manual."};
  switch (error.code) {
    case ARV_DEVICE_ERROR_FEATURE_NOT_FOUND:
      return {"has no such feature", "Leave this setting alone, or use a camera that has it."};
    case ARV_DEVICE_ERROR_TIMEOUT:
    case ARV_DEVICE_ERROR_TRANSFER_ERROR:
    case ARV_DEVICE_ERROR_NOT_CONNECTED:
      return {"does not answer", "Check its power and its cable, then open it again."};
    case ARV_DEVICE_ERROR_NOT_CONTROLLER:
    case ARV_DEVICE_ERROR_PROTOCOL_ERROR_ACCESS_DENIED:
    case ARV_DEVICE_ERROR_PROTOCOL_ERROR_BUSY:
      return {"is in use by another program", "Close the other program, then open the camera again."};
    default:
      return {"failed", "Switch the camera off and on, then open it again."};
  }
}

}  // namespace

void throw_aravis_error(GError* error, const std::string& camera, const std::string& doing) {
  const std::unique_ptr<GError, decltype(&g_error_free)> owner(error, &g_error_free);
  const Explanation explanation = explain(*error);
  throw DeviceError(fmt::format("camera \"{}\" {} ({}: {})", camera, explanation.what, doing, error->message),
                    explanation.remedy);
}

}  // namespace tomocyte
