#include "acquisition/instrument/camera_line_light.h"

#include "core/error.h"

namespace tomocyte {

CameraLineLight::CameraLineLight(std::shared_ptr<Camera> camera) : camera_(std::move(camera)) { set_on(false); }

CameraLineLight::~CameraLineLight() {
  try {
    set_on(false);
  } catch (const Error&) {
    // The camera is gone; its outputs fall back when it loses its power or its host.
    return;
  }
}

void CameraLineLight::set_on(bool on) {
  camera_->set_property("user-output", on);
  on_ = on;
}

}  // namespace tomocyte
