// A wheel with numbered filters, e.g. the wavelengths of the deep-UV scanner.
#pragma once

#include "acquisition/device.h"

namespace tomocyte {

class FilterWheel : public Device {
 public:
  [[nodiscard]] virtual int positions() const = 0;
  // 1 to positions(). Throws DeviceError when the wheel does not answer.
  [[nodiscard]] virtual int position() const = 0;
  // Returns when the filter stands. Throws InputError outside 1 to positions(), DeviceError when the wheel does not get
  // there.
  virtual void move_to(int position) = 0;
};

}  // namespace tomocyte
