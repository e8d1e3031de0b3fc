// A camera, whatever makes its pictures.
#pragma once

#include <cstdint>

#include "core/array.h"

namespace tomocyte {

struct CameraFrame {
  Array<std::uint16_t, 2> counts;  // [y, x]
  std::uint64_t number = 0;        // of the device, counts every exposure; a gap means a lost frame
  double timestamp_s = 0.0;        // of the device, start of the exposure
};

class Camera {
 public:
  virtual ~Camera() = default;
  [[nodiscard]] virtual Shape<2> frame_shape() const = 0;  // [y, x]
  [[nodiscard]] virtual int bit_depth() const = 0;
  virtual void set_exposure_ms(double exposure_ms) = 0;
  [[nodiscard]] virtual double exposure_ms() const = 0;
  virtual void set_gain_db(double gain_db) = 0;
  [[nodiscard]] virtual double gain_db() const = 0;
  // Exposes once and returns the picture; blocks until it is read out. May be called any number of times in a row.
  // Throws DeviceError when no picture comes.
  [[nodiscard]] virtual CameraFrame snap() = 0;
};

}  // namespace tomocyte
