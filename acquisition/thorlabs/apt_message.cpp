#include "acquisition/thorlabs/apt_message.h"

#include <algorithm>
#include <array>

namespace tomocyte {
namespace {

constexpr std::size_t kHeader = 6;
constexpr std::uint8_t kDataFollows = 0x80;  // in the destination

struct Known {
  AptId id;
  std::size_t data_bytes;
  bool data_optional = false;  // some firmware announces the end of a move without the status that should come with it
};
constexpr std::array kFromController = {Known{AptId::kHwGetInfo, 84},      Known{AptId::kHwResponse, 0},
                                        Known{AptId::kHwRichResponse, 68}, Known{AptId::kMotGetVelocity, 14},
                                        Known{AptId::kMotMoveHomed, 0},    Known{AptId::kMotMoveCompleted, 14, true},
                                        Known{AptId::kMotGetStatus, 14},   Known{AptId::kMotMoveStopped, 14, true}};

std::uint8_t byte_at(std::string_view bytes, std::size_t offset) { return static_cast<std::uint8_t>(bytes[offset]); }

bool is_unit(std::uint8_t source) { return source == 0x11 || (source >= 0x21 && source <= 0x23) || source == 0x50; }

// The length of the data when `bytes` begin with the header of a message to the host.
std::optional<std::size_t> data_length(std::string_view bytes) {
  const auto id = static_cast<AptId>(u16_at(bytes, 0));
  const auto known = std::ranges::find(kFromController, id, &Known::id);
  if (known == kFromController.end() || !is_unit(byte_at(bytes, 5))) return std::nullopt;
  const std::uint8_t destination = byte_at(bytes, 4);
  const auto host = static_cast<std::uint8_t>(AptUnit::kHost);
  if (destination == host && (known->data_bytes == 0 || known->data_optional)) return 0;
  if (destination == (host | kDataFollows) && u16_at(bytes, 2) == known->data_bytes) return known->data_bytes;
  return std::nullopt;
}

}  // namespace

void append_u16(std::string& data, std::uint16_t value) {
  data += static_cast<char>(value & 0xFF);
  data += static_cast<char>(value >> 8);
}

void append_i32(std::string& data, std::int32_t value) {
  const auto bits = static_cast<std::uint32_t>(value);
  append_u16(data, static_cast<std::uint16_t>(bits & 0xFFFF));
  append_u16(data, static_cast<std::uint16_t>(bits >> 16));
}

std::uint16_t u16_at(std::string_view data, std::size_t offset) {
  return static_cast<std::uint16_t>(byte_at(data, offset) | byte_at(data, offset + 1) << 8);
}

std::uint32_t u32_at(std::string_view data, std::size_t offset) {
  return static_cast<std::uint32_t>(u16_at(data, offset)) | static_cast<std::uint32_t>(u16_at(data, offset + 2)) << 16;
}

std::int32_t i32_at(std::string_view data, std::size_t offset) {
  return static_cast<std::int32_t>(u32_at(data, offset));
}

std::string to_bytes(const AptMessage& message) {
  std::string bytes;
  append_u16(bytes, static_cast<std::uint16_t>(message.id));
  auto destination = static_cast<std::uint8_t>(message.unit);
  if (message.data.empty()) {
    bytes += static_cast<char>(message.param1);
    bytes += static_cast<char>(message.param2);
  } else {
    append_u16(bytes, static_cast<std::uint16_t>(message.data.size()));
    destination |= kDataFollows;
  }
  bytes += static_cast<char>(destination);
  bytes += static_cast<char>(AptUnit::kHost);
  return bytes + message.data;
}

std::optional<AptMessage> AptReader::next() {
  while (buffer_.size() >= kHeader) {
    const std::optional<std::size_t> data_bytes = data_length(buffer_);
    if (!data_bytes) {
      buffer_.erase(0, 1);
      continue;
    }
    if (buffer_.size() < kHeader + *data_bytes) return std::nullopt;
    AptMessage message;
    message.id = static_cast<AptId>(u16_at(buffer_, 0));
    message.unit = static_cast<AptUnit>(byte_at(buffer_, 5));
    message.param1 = byte_at(buffer_, 2);
    message.param2 = byte_at(buffer_, 3);
    message.data = buffer_.substr(kHeader, *data_bytes);
    buffer_.erase(0, kHeader + *data_bytes);
    return message;
  }
  return std::nullopt;
}

}  // namespace tomocyte
