#include "acquisition/dlpc900/command_channel.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "acquisition/dlpc900/error_codes.h"
#include "core/error.h"

namespace tomocyte::dlpc900 {
namespace {

// Replies to earlier commands that nobody waited for stay queued in the operating system; no more than this many.
constexpr int kMaxStaleReplies = 32;
constexpr std::size_t kMaxReplyBytes = 512;

std::string label(Opcode opcode) {
  return fmt::format("command 0x{:04X} ({})", static_cast<unsigned>(opcode), name_of(opcode));
}

}  // namespace

CommandChannel::CommandChannel(std::unique_ptr<HidTransport> transport, const ChannelTiming& timing)
    : transport_(std::move(transport)), timing_(timing), serial_(transport_->serial()) {}

std::string CommandChannel::name() const { return fmt::format("DMD \"{}\"", serial_); }

void CommandChannel::pause() const { std::this_thread::sleep_for(timing_.poll_interval); }

std::uint8_t CommandChannel::send(Opcode opcode, std::span<const std::uint8_t> data, bool read, bool reply) {
  const std::uint8_t sequence = ++sequence_;
  for (const Report& report : to_reports({read, reply, sequence, static_cast<std::uint16_t>(opcode), data}))
    transport_->send(report);
  return sequence;
}

std::size_t CommandChannel::receive_report(Opcode opcode, Report& report) {
  const std::size_t count = transport_->receive(report, timing_.reply_timeout);
  if (count == 0)
    throw DeviceError(
        fmt::format("{} did not answer {} within {} ms", name(), label(opcode), timing_.reply_timeout.count()),
        "Check its power and its USB cable; switch it off and on when it stays silent.");
  return count;
}

CommandChannel::Reply CommandChannel::receive(Opcode opcode, std::uint8_t sequence) {
  const auto malformed = [&](const std::string& what) {
    return DeviceError(fmt::format("{} answered {} with {}", name(), label(opcode), what),
                       "Check the USB cable, best without a hub in between, and connect again.");
  };
  for (int stale = 0; stale < kMaxStaleReplies; ++stale) {
    Report report{};
    std::size_t count = receive_report(opcode, report);
    if (count < kReplyHeaderBytes) throw malformed(fmt::format("a report of only {} bytes", count));
    const ReplyHeader header = parse_reply_header(report);
    if (header.sequence != sequence) continue;
    if (header.length > kMaxReplyBytes) throw malformed(fmt::format("an impossible length of {}", header.length));
    Reply reply{header.refused, {}};
    for (std::size_t offset = kReplyHeaderBytes; reply.data.size() < header.length; offset = 0) {
      if (offset == 0) count = receive_report(opcode, report);
      const std::size_t wanted = std::min(kReportBytes - offset, header.length - reply.data.size());
      if (count < offset + wanted)
        throw malformed(fmt::format("a short report: {} bytes of {}", count, offset + wanted));
      const auto begin = report.begin() + static_cast<std::ptrdiff_t>(offset);
      reply.data.insert(reply.data.end(), begin, begin + static_cast<std::ptrdiff_t>(wanted));
    }
    return reply;
  }
  throw malformed("replies to other commands (wrong sequence numbers)");
}

// Polled too soon, the controller answers with nothing: it is asked again.
CommandChannel::Reply CommandChannel::ask(Opcode opcode) {
  for (int i = 0; i < timing_.polls; ++i) {
    if (i > 0) pause();
    Reply reply = receive(opcode, send(opcode, {}, true, true));
    if (reply.refused || !reply.data.empty()) return reply;
  }
  throw DeviceError(fmt::format("{} is busy: {} empty answers to {}", name(), timing_.polls, label(opcode)),
                    "Wait until it has finished, or switch it off and on.");
}

Bytes CommandChannel::read(Opcode opcode, std::size_t bytes) {
  Reply reply = ask(opcode);
  if (reply.refused) refused(opcode);
  if (reply.data.size() < bytes)
    throw DeviceError(
        fmt::format("{} answered {} with {} bytes instead of {}", name(), label(opcode), reply.data.size(), bytes),
        "Update the controller's firmware.");
  return std::move(reply.data);
}

void CommandChannel::write(Opcode opcode, std::span<const std::uint8_t> data) {
  if (kCommandHeaderBytes + data.size() > kReportBytes)
    throw InputError(fmt::format("{} is too long to be acknowledged", label(opcode)));
  if (receive(opcode, send(opcode, data, false, true)).refused) refused(opcode);
}

void CommandChannel::write_unacknowledged(Opcode opcode, std::span<const std::uint8_t> data) {
  send(opcode, data, false, false);
}

void CommandChannel::check_last_error(Opcode after) {
  const Reply reply = ask(Opcode::kReadErrorCode);
  // Old firmware does not know the question; then there is nothing to learn.
  if (reply.refused) return;
  if (reply.data[0] != 0) refused(after, reply.data[0]);
}

// Only to explain: whatever goes wrong here must not hide the error that it explains.
std::string CommandChannel::describe_last_error() {
  try {
    const Reply reply = ask(Opcode::kReadErrorDescription);
    if (reply.refused) return {};
    return {reply.data.begin(), std::ranges::find(reply.data, 0)};
  } catch (const DeviceError&) {
    return {};
  }
}

void CommandChannel::refused(Opcode opcode) {
  const Reply reply = ask(Opcode::kReadErrorCode);
  if (!reply.refused && reply.data[0] != 0) refused(opcode, reply.data[0]);
  throw DeviceError(fmt::format("{} refused {} without a reason", name(), label(opcode)),
                    "Update the controller's firmware.");
}

void CommandChannel::refused(Opcode opcode, std::uint8_t code) {
  const ErrorMeaning meaning = meaning_of(code);
  std::string text = fmt::format("{} refused {}: error {}, {}", name(), label(opcode), code, meaning.text);
  if (const std::string description = describe_last_error(); !description.empty())
    text += fmt::format(" (\"{}\")", description);
  throw DeviceError(text, meaning.remedy);
}

}  // namespace tomocyte::dlpc900
