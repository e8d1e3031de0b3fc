// A lamp whose shutter is wired to an output of the camera.
#pragma once

#include <memory>

#include "acquisition/camera.h"
#include "acquisition/light_source.h"

namespace tomocyte {

class CameraLineLight final : public LightSource {
 public:
  // Switches the camera's property `user-output`. Throws InputError when the camera has none.
  explicit CameraLineLight(std::shared_ptr<Camera> camera);
  ~CameraLineLight() override;
  [[nodiscard]] DeviceIdentity identity() const override {
    return {"camera-line", "", "shutter at an output of the camera", "", ""};
  }
  [[nodiscard]] DeviceState state() const override { return camera_->state(); }
  void set_on(bool on) override;
  [[nodiscard]] bool is_on() const override { return on_; }

 private:
  std::shared_ptr<Camera> camera_;
  bool on_ = false;
};

}  // namespace tomocyte
