// The laser, with its shutter.
#pragma once

namespace tomocyte {

class LightSource {
 public:
  virtual ~LightSource() = default;
  // Off after construction, and off again when the object is destroyed.
  virtual void set_on(bool on) = 0;
  [[nodiscard]] virtual bool is_on() const = 0;
};

}  // namespace tomocyte
