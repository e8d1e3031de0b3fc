#include "acquisition/dlpc900/commands.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"

namespace tomocyte::dlpc900 {
namespace {

constexpr std::size_t kImageChunk = 504;  // bytes of image data in one command
constexpr std::uint32_t kRedLed = 1;      // some illumination must be named; ours is a laser that ignores it

void write_byte(CommandChannel& channel, Opcode opcode, std::uint32_t value) {
  Bytes data;
  put(data, value, 1);
  channel.write(opcode, data);
}

}  // namespace

std::string to_string(const FirmwareVersion& version) {
  return fmt::format("{}.{}.{}", version.major, version.minor, version.patch);
}

FirmwareVersion read_firmware_version(CommandChannel& channel) {
  const Bytes data = channel.read(Opcode::kFirmwareVersion, 4);
  return {data[3], data[2], get(data, 0, 2)};
}

Hardware read_hardware(CommandChannel& channel) {
  static constexpr const char* kNames[] = {"an unknown DMD", "DLP6500", "DLP9000", "DLP670S", "DLP500YX", "DLP5500"};
  const Bytes data = channel.read(Opcode::kHardwareAndTag, 1);
  const std::size_t kind = data[0] < std::size(kNames) ? data[0] : 0;
  return {kNames[kind], {data.begin() + 1, std::find(data.begin() + 1, data.end(), 0)}};
}

std::vector<std::string> read_faults(CommandChannel& channel) {
  const unsigned status = channel.read(Opcode::kHardwareStatus, 1)[0];
  std::vector<std::string> faults;
  if ((status & 0x01) == 0) faults.emplace_back("internal initialization failed");
  if ((status & 0x02) != 0) faults.emplace_back("incompatible controller, DMD or firmware");
  if ((status & 0x04) != 0) faults.emplace_back("overlapping mirror resets");
  if ((status & 0x08) != 0) faults.emplace_back("forced swap");
  if ((status & 0x40) != 0) faults.emplace_back("sequencer aborted");
  if ((status & 0x80) != 0) faults.emplace_back("sequencer error");
  return faults;
}

MainStatus read_main_status(CommandChannel& channel) {
  const unsigned status = channel.read(Opcode::kMainStatus, 1)[0];
  return {(status & 0x01) != 0, (status & 0x02) != 0};
}

void set_power_mode(CommandChannel& channel, PowerMode mode) {
  write_byte(channel, Opcode::kPowerMode, static_cast<std::uint8_t>(mode));
}

PowerMode read_power_mode(CommandChannel& channel) {
  return channel.read(Opcode::kPowerMode, 1)[0] == 0 ? PowerMode::kNormal : PowerMode::kStandby;
}

std::string to_string(DisplayMode mode) {
  static constexpr const char* kNames[] = {"video", "stored patterns", "video patterns", "patterns on the fly"};
  return kNames[static_cast<std::uint8_t>(mode) & 3];
}

void set_display_mode(CommandChannel& channel, DisplayMode mode) {
  write_byte(channel, Opcode::kDisplayMode, static_cast<std::uint8_t>(mode));
}

DisplayMode read_display_mode(CommandChannel& channel) {
  return static_cast<DisplayMode>(channel.read(Opcode::kDisplayMode, 1)[0] & 3U);
}

void define_pattern(CommandChannel& channel, const LutEntry& entry) {
  Bytes data;
  put(data, entry.index, 2);
  put(data, entry.exposure_us, 3);
  // Bits 3:1 = 0: one bit deep. Bit 0 (clear after the exposure) stays 0: the controller itself blanks the mirrors
  // before a pattern that waits for a trigger, and between bit planes nothing may come.
  put(data, (entry.wait_for_trigger ? 0x80U : 0U) | kRedLed << 4, 1);
  put(data, entry.dark_us, 3);
  put(data, entry.trigger_out_2 ? 0 : 1, 1);
  put(data, static_cast<std::uint32_t>(entry.image) | static_cast<std::uint32_t>(entry.bit) << 11, 2);
  channel.write(Opcode::kLutDefinition, data);
}

void configure_lut(CommandChannel& channel, const LutConfiguration& configuration) {
  Bytes data;
  put(data, configuration.entries, 2);
  put(data, configuration.patterns_to_show, 4);
  channel.write(Opcode::kLutConfiguration, data);
}

LutConfiguration read_lut_configuration(CommandChannel& channel) {
  const Bytes data = channel.read(Opcode::kLutConfiguration, 6);
  return {static_cast<std::uint16_t>(get(data, 0, 2) & 0x7FF), get(data, 2, 4)};
}

void repeat_entries(CommandChannel& channel, std::uint16_t first, std::uint16_t count) {
  Bytes data;
  put(data, count, 2);
  put(data, 0, 4);
  for (std::uint32_t i = 0; i < count; ++i) put(data, first + i, 2);
  channel.write_unacknowledged(Opcode::kLutReorder, data);
  channel.check_last_error(Opcode::kLutReorder);
}

void control_sequence(CommandChannel& channel, Sequence action) {
  write_byte(channel, Opcode::kPatternStartStop, static_cast<std::uint8_t>(action));
}

void load_image(CommandChannel& channel, std::uint8_t image, std::span<const std::uint8_t> data) {
  Bytes init;
  put(init, image, 2);
  put(init, static_cast<std::uint32_t>(data.size()), 4);
  channel.write(Opcode::kImageLoadInit, init);
  for (std::size_t at = 0; at < data.size(); at += kImageChunk) {
    const auto chunk = data.subspan(at, std::min(kImageChunk, data.size() - at));
    Bytes command;
    put(command, static_cast<std::uint32_t>(chunk.size()), 2);
    command.insert(command.end(), chunk.begin(), chunk.end());
    channel.write_unacknowledged(Opcode::kImageLoadData, command);
  }
  channel.check_last_error(Opcode::kImageLoadData);
}

void set_trigger_out(CommandChannel& channel, TriggerOutput output, const TriggerOut& setting) {
  for (const int delay_us : {setting.rising_delay_us, setting.falling_delay_us})
    if (delay_us < -20 || delay_us > 20000)
      throw DeviceError(
          fmt::format("{} cannot delay a trigger by {} µs; it takes -20 to 20000 µs", channel.name(), delay_us));
  Bytes data;
  put(data, setting.inverted ? 1 : 0, 1);
  put(data, static_cast<std::uint16_t>(setting.rising_delay_us), 2);
  put(data, static_cast<std::uint16_t>(setting.falling_delay_us), 2);
  channel.write(output == TriggerOutput::kFrame ? Opcode::kTriggerOut1 : Opcode::kTriggerOut2, data);
}

void set_trigger_in_1(CommandChannel& channel, std::uint16_t delay_us, bool falling_edge) {
  if (delay_us < 105)
    throw DeviceError(fmt::format("{} needs 105 µs from a trigger to its pattern, not {}", channel.name(), delay_us));
  Bytes data;
  put(data, delay_us, 2);
  put(data, falling_edge ? 1 : 0, 1);
  channel.write(Opcode::kTriggerIn1, data);
}

void set_trigger_in_2(CommandChannel& channel, bool inverted) {
  write_byte(channel, Opcode::kTriggerIn2, inverted ? 1 : 0);
}

}  // namespace tomocyte::dlpc900
