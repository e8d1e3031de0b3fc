// Counts a camera's frames from the numbers that it sends along. Internal to the GenICam driver.
#pragma once

#include <cstdint>
#include <optional>

namespace tomocyte {

// Makes numbers that rise over several streams out of the device's, which start anew with each stream and, with GigE
// Vision 1, go from 65535 to 1. Damaged frames are told apart from whole ones because their number may be damaged too.
class FrameNumbers {
 public:
  explicit FrameNumbers(std::uint64_t first) : next_(first) {}

  // The number of a whole frame. One that comes out of order gets the next number.
  std::uint64_t whole(std::uint64_t device_number);
  void damaged() { ++damaged_; }

  // Missing from the count, or damaged.
  [[nodiscard]] std::uint64_t lost() const { return lost_ + damaged_; }
  [[nodiscard]] std::uint64_t next() const { return next_; }

 private:
  std::optional<std::uint64_t> last_;  // of the device
  std::uint64_t next_;
  std::uint64_t lost_ = 0;
  std::uint64_t damaged_ = 0;  // since the last whole frame
};

}  // namespace tomocyte
