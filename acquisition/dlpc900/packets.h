// Framing of commands and replies (DLPC900 Programmer's Guide, TI DLPU018J, section 1.2):
//   flag byte | sequence byte | length (2) | command (2) | data ...       all numbers little endian
// The length counts command and data. A command longer than one report runs on in the next ones, without a header.
// A reply has the same first four bytes and no command; its length counts the data.
#pragma once

#include <span>
#include <vector>

#include "acquisition/dlpc900/hid_transport.h"

namespace tomocyte::dlpc900 {

using Bytes = std::vector<std::uint8_t>;

inline constexpr std::size_t kReplyHeaderBytes = 4;
inline constexpr std::size_t kCommandHeaderBytes = 6;
// What the controller's buffer takes in one command, after the header: 512 - 6.
inline constexpr std::size_t kMaxCommandData = 506;

struct CommandPacket {
  bool read = false;
  bool reply = false;  // the controller shall answer
  std::uint8_t sequence = 0;
  std::uint16_t opcode = 0;
  std::span<const std::uint8_t> data;
};
// Throws InputError when the data is longer than kMaxCommandData.
[[nodiscard]] std::vector<Report> to_reports(const CommandPacket& packet);

struct ReplyHeader {
  bool refused = false;  // "command not found or command failed"
  std::uint8_t sequence = 0;
  std::size_t length = 0;  // of the data, bytes
};
// Of a reply's first report, at least kReplyHeaderBytes long.
[[nodiscard]] ReplyHeader parse_reply_header(std::span<const std::uint8_t> report);

// Little-endian numbers at the end of a message, and at a place in one.
void put(Bytes& message, std::uint32_t value, int bytes);
[[nodiscard]] std::uint32_t get(std::span<const std::uint8_t> message, std::size_t offset, int bytes);

}  // namespace tomocyte::dlpc900
