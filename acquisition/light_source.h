// The laser or lamp, with its shutter.
#pragma once

#include "acquisition/device.h"

namespace tomocyte {

class LightSource : public Device {
 public:
  // Off after construction, and off again when the object is destroyed.
  virtual void set_on(bool on) = 0;
  [[nodiscard]] virtual bool is_on() const = 0;
};

}  // namespace tomocyte
