// A camera, whatever makes its pictures.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "acquisition/device.h"
#include "core/array.h"

namespace tomocyte {

struct CameraFrame {
  Array<std::uint16_t, 2> counts;  // [y, x]
  std::uint64_t number = 0;        // of the device, counts every exposure; a gap means a lost frame
  double timestamp_s = 0.0;        // of the device's clock, start of the exposure
};

// Rectangle of the sensor that is read out, in sensor pixels.
struct CameraRegion {
  Index y = 0;
  Index x = 0;
  Index height = 0;
  Index width = 0;
  bool operator==(const CameraRegion&) const = default;
};

enum class CameraTrigger {
  kFreeRun,   // exposes one frame after the other
  kSoftware,  // one exposure per trigger()
  kHardware,  // one exposure per edge on the trigger input
};

struct Range {
  double lowest = 0.0;
  double highest = 0.0;
};

// Asked of the device once it is connected; what it does not tell is absent.
struct CameraCapabilities {
  Shape<2> sensor{};                    // [y, x] pixels
  std::vector<int> bit_depths;          // bits per pixel that it can deliver
  std::vector<CameraTrigger> triggers;  // modes that it has
  std::optional<Range> exposure_ms;
  std::optional<Range> gain_db;
};

struct StreamStatistics {
  std::uint64_t delivered = 0;  // frames that next_frame() returned
  std::uint64_t dropped = 0;    // arrived when every buffer of the ring was full
  std::uint64_t lost = 0;       // missing from the device's count, or damaged on the way
};

class Camera : public Device {
 public:
  [[nodiscard]] virtual CameraCapabilities capabilities() const = 0;
  [[nodiscard]] virtual Shape<2> frame_shape() const = 0;  // [y, x], of the region
  [[nodiscard]] virtual int bit_depth() const = 0;

  // Each throws InputError when the camera cannot (naming what it can), DeviceError when it does not answer or streams
  // and refuses to change while doing so. What is asked for may be rounded: read back what was set.
  virtual void set_bit_depth(int bits) = 0;
  virtual void set_exposure_ms(double exposure_ms) = 0;
  [[nodiscard]] virtual double exposure_ms() const = 0;
  virtual void set_gain_db(double gain_db) = 0;
  [[nodiscard]] virtual double gain_db() const = 0;
  virtual void set_region(const CameraRegion& region) = 0;
  [[nodiscard]] virtual CameraRegion region() const = 0;
  virtual void set_trigger(CameraTrigger mode) = 0;
  [[nodiscard]] virtual CameraTrigger trigger_mode() const = 0;

  // Exposes once, whatever the trigger mode, and returns the picture; blocks until it is read out. May be called any
  // number of times in a row, not while streaming. Throws DeviceError when no picture comes.
  [[nodiscard]] virtual CameraFrame snap() = 0;

  // Frames arrive in a ring of `buffers` until stop_stream(). A frame that finds the ring full is dropped and counted:
  // the newest is lost, never one that waits.
  virtual void start_stream(std::size_t buffers) = 0;
  // Blocks for at most `timeout`. Nothing: no frame came. Throws DeviceError when the camera is gone.
  [[nodiscard]] virtual std::optional<CameraFrame> next_frame(std::chrono::milliseconds timeout) = 0;
  // Starts one exposure in software-trigger mode.
  virtual void trigger() = 0;
  // Frames that wait in the ring are discarded. Safe to call when not streaming, and when the camera is gone.
  virtual void stop_stream() noexcept = 0;
  [[nodiscard]] virtual bool streaming() const = 0;
  // Since start_stream(). From any thread.
  [[nodiscard]] virtual StreamStatistics statistics() const = 0;
};

}  // namespace tomocyte
