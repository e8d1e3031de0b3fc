// Messages of Thorlabs' APT protocol ("Thorlabs Motion Controllers Host-Controller Communications Protocol"): a header
// of 6 bytes, little-endian, and data of a known length after some.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tomocyte {

enum class AptId : std::uint16_t {
  kHwReqInfo = 0x0005,
  kHwGetInfo = 0x0006,
  kHwStopUpdates = 0x0012,
  kHwResponse = 0x0080,
  kHwRichResponse = 0x0081,
  kModSetEnabled = 0x0210,
  kMotSetVelocity = 0x0413,
  kMotReqVelocity = 0x0414,
  kMotGetVelocity = 0x0415,
  kMotMoveHome = 0x0443,
  kMotMoveHomed = 0x0444,
  kMotMoveRelative = 0x0448,
  kMotMoveAbsolute = 0x0453,
  kMotMoveCompleted = 0x0464,
  kMotMoveStop = 0x0465,
  kMotMoveStopped = 0x0466,
  kMotReqStatus = 0x0490,  // USTATUSUPDATE, of the brushless controllers
  kMotGetStatus = 0x0491,
  kMotAckStatus = 0x0492
};

// Who a message goes to or comes from. The bays of a controller each drive one axis, which is channel 1 there.
enum class AptUnit : std::uint8_t { kHost = 0x01, kRack = 0x11, kBay1 = 0x21, kBay2 = 0x22, kBay3 = 0x23, kUsb = 0x50 };

struct AptMessage {
  AptId id{};
  AptUnit unit{};           // the other side: destination of what is sent, source of what is received
  std::uint8_t param1 = 0;  // of messages without data
  std::uint8_t param2 = 0;
  std::string data;
};

[[nodiscard]] std::string to_bytes(const AptMessage& message);

// Numbers in `data`, little-endian.
void append_u16(std::string& data, std::uint16_t value);
void append_i32(std::string& data, std::int32_t value);
[[nodiscard]] std::uint16_t u16_at(std::string_view data, std::size_t offset);
[[nodiscard]] std::int32_t i32_at(std::string_view data, std::size_t offset);
[[nodiscard]] std::uint32_t u32_at(std::string_view data, std::size_t offset);

// Finds messages to the host in a stream that may hold garbage and arrive in pieces. Bytes that begin no message of a
// controller which is listed above, with the length that it must have, are skipped.
class AptReader {
 public:
  void feed(std::string_view bytes) { buffer_ += bytes; }
  [[nodiscard]] std::optional<AptMessage> next();
  void clear() { buffer_.clear(); }

 private:
  std::string buffer_;
};

}  // namespace tomocyte
