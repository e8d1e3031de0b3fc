#include "acquisition/thorlabs/apt_controller.h"

#include <fmt/format.h>

#include "core/error.h"

namespace tomocyte {
namespace {

using namespace std::chrono_literals;
constexpr auto kAnswerTime = 400ms;
constexpr int kAttempts = 3;

std::string text_at(std::string_view data, std::size_t offset, std::size_t length) {
  const std::string_view field = data.substr(offset, length);
  return std::string(field.substr(0, field.find('\0')));
}

AptHardware to_hardware(std::string_view data) {
  const auto number = [&](std::size_t offset) { return static_cast<int>(static_cast<std::uint8_t>(data[offset])); };
  return {text_at(data, 4, 8), std::to_string(u32_at(data, 0)),
          fmt::format("{}.{}.{}", number(16), number(15), number(14))};
}

}  // namespace

AptController::AptController(const std::string& port, AptUnit unit)
    : line_(port, SerialSetup::kPurgedRtsCts), name_("the stage controller on " + port) {
  hardware_ = to_hardware(request({AptId::kHwReqInfo, unit}, AptId::kHwGetInfo).data);
  name_ = fmt::format("the stage controller {} (no. {}) on {}", hardware_.model, hardware_.serial, port);
}

std::optional<AptMessage> AptController::receive(SerialLine::Clock::time_point deadline) {
  for (;;) {
    if (auto message = reader_.next()) return message;
    const std::string bytes = line_.read(deadline);
    if (bytes.empty()) return std::nullopt;
    reader_.feed(bytes);
  }
}

void AptController::note(const AptMessage& message) {
  switch (message.id) {
    case AptId::kHwResponse:
      throw DeviceError(name_ + " reports an error without saying which",
                        "Look at the controller's display, and switch it off and on again.");
    case AptId::kHwRichResponse:
      throw DeviceError(
          fmt::format("{} reports error {}: {}", name_, u16_at(message.data, 2), text_at(message.data, 4, 64)),
          "Look at the controller's display, and switch it off and on again.");
    case AptId::kMotMoveHomed:
    case AptId::kMotMoveCompleted:
    case AptId::kMotMoveStopped:
      events_.insert({message.unit, message.id});
      break;
    default:
      break;
  }
  // Over USB the controller falls silent after about 50 reports that nobody acknowledges.
  if (message.id == AptId::kMotGetStatus || message.id == AptId::kMotMoveCompleted ||
      message.id == AptId::kMotMoveStopped)
    send({AptId::kMotAckStatus, message.unit});
}

AptMessage AptController::request(const AptMessage& question, AptId answer) {
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    send(question);
    const auto deadline = SerialLine::Clock::now() + kAnswerTime;
    while (auto message = receive(deadline)) {
      note(*message);
      if (message->id == answer && message->unit == question.unit) return *message;
    }
    reader_.clear();  // half a message would swallow the beginning of the next answer
  }
  throw DeviceError(fmt::format("{} does not answer (message {:#06x} to unit {:#04x})", name_,
                                static_cast<int>(question.id), static_cast<int>(question.unit)),
                    "Check that the controller is switched on, that this is its port and that it has this channel.");
}

AptStatus AptController::status(AptUnit unit) {
  const AptMessage answer = request({AptId::kMotReqStatus, unit, 1}, AptId::kMotGetStatus);
  return {i32_at(answer.data, 2), u32_at(answer.data, 10)};
}

void AptController::listen(SerialLine::Clock::time_point deadline) {
  while (auto message = receive(deadline)) note(*message);
}

}  // namespace tomocyte
