#include "acquisition/dlpc900/packets.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"

namespace tomocyte::dlpc900 {
namespace {

constexpr std::uint8_t kRead = 0x80;
constexpr std::uint8_t kReply = 0x40;
constexpr std::uint8_t kRefused = 0x20;

}  // namespace

std::vector<Report> to_reports(const CommandPacket& packet) {
  if (packet.data.size() > kMaxCommandData)
    throw InputError(
        fmt::format("a command of the DMD takes {} bytes of data, not {}", kMaxCommandData, packet.data.size()));
  Bytes message;
  message.reserve(kCommandHeaderBytes + packet.data.size());
  put(message, (packet.read ? kRead : 0U) | (packet.reply ? kReply : 0U), 1);
  put(message, packet.sequence, 1);
  put(message, static_cast<std::uint32_t>(packet.data.size() + 2), 2);
  put(message, packet.opcode, 2);
  message.insert(message.end(), packet.data.begin(), packet.data.end());

  std::vector<Report> reports;
  for (std::size_t at = 0; at < message.size(); at += kReportBytes) {
    Report& report = reports.emplace_back();
    report.fill(0);
    const std::size_t count = std::min(kReportBytes, message.size() - at);
    std::copy_n(message.begin() + static_cast<std::ptrdiff_t>(at), count, report.begin());
  }
  return reports;
}

ReplyHeader parse_reply_header(std::span<const std::uint8_t> report) {
  return {(report[0] & kRefused) != 0, report[1], get(report, 2, 2)};
}

void put(Bytes& message, std::uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) message.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

std::uint32_t get(std::span<const std::uint8_t> message, std::size_t offset, int bytes) {
  std::uint32_t value = 0;
  for (int i = 0; i < bytes; ++i)
    value |= static_cast<std::uint32_t>(message[offset + static_cast<std::size_t>(i)]) << (8 * i);
  return value;
}

}  // namespace tomocyte::dlpc900
