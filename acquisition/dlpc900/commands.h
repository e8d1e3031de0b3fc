// The controller's commands with their parameters as values (DLPU018J, sections 2.1, 2.3 and 2.4). Every function
// throws DeviceError as CommandChannel does.
#pragma once

#include <string>
#include <vector>

#include "acquisition/dlpc900/command_channel.h"

namespace tomocyte::dlpc900 {

// --- who it is and how it is ---

struct FirmwareVersion {
  unsigned major = 0;
  unsigned minor = 0;
  unsigned patch = 0;
};
[[nodiscard]] std::string to_string(const FirmwareVersion& version);
[[nodiscard]] FirmwareVersion read_firmware_version(CommandChannel& channel);

struct Hardware {
  std::string dmd;  // "DLP6500"
  std::string firmware_tag;
};
[[nodiscard]] Hardware read_hardware(CommandChannel& channel);

// What the hardware status reports as wrong, in words; empty when all is well.
[[nodiscard]] std::vector<std::string> read_faults(CommandChannel& channel);

struct MainStatus {
  bool mirrors_parked = false;
  bool sequencer_running = false;
};
[[nodiscard]] MainStatus read_main_status(CommandChannel& channel);

enum class PowerMode : std::uint8_t { kNormal = 0, kStandby = 1 };  // standby parks the mirrors flat
void set_power_mode(CommandChannel& channel, PowerMode mode);
[[nodiscard]] PowerMode read_power_mode(CommandChannel& channel);

enum class DisplayMode : std::uint8_t { kVideo = 0, kStoredPatterns = 1, kVideoPatterns = 2, kOnTheFly = 3 };
[[nodiscard]] std::string to_string(DisplayMode mode);
void set_display_mode(CommandChannel& channel, DisplayMode mode);
[[nodiscard]] DisplayMode read_display_mode(CommandChannel& channel);

// --- the sequence ---

struct LutEntry {
  std::uint16_t index = 0;
  std::uint32_t exposure_us = 0;  // 24 bit
  std::uint32_t dark_us = 0;      // 24 bit, after the exposure
  bool wait_for_trigger = false;
  bool trigger_out_2 = true;  // a pulse at its start
  std::uint8_t image = 0;     // the 24-bit image that holds it
  std::uint8_t bit = 0;       // and its bit there
  bool operator==(const LutEntry&) const = default;
};
// 1-bit patterns only.
void define_pattern(CommandChannel& channel, const LutEntry& entry);

struct LutConfiguration {
  std::uint16_t entries = 0;
  std::uint32_t patterns_to_show = 0;  // 0: for ever
  bool operator==(const LutConfiguration&) const = default;
};
// Makes the definitions effective, in the order of their indices.
void configure_lut(CommandChannel& channel, const LutConfiguration& configuration);
[[nodiscard]] LutConfiguration read_lut_configuration(CommandChannel& channel);
// Shows only `count` entries from `first` on, for ever, without a new upload.
void repeat_entries(CommandChannel& channel, std::uint16_t first, std::uint16_t count);

enum class Sequence : std::uint8_t { kStop = 0, kPause = 1, kStart = 2 };
void control_sequence(CommandChannel& channel, Sequence action);

// One compressed 24-bit image with its header. The images of a sequence are to be loaded in reverse order, the last
// first: in any other order the patterns end up mixed.
void load_image(CommandChannel& channel, std::uint8_t image, std::span<const std::uint8_t> data);

// --- triggers; the sequence must be stopped ---

struct TriggerOut {
  bool inverted = false;
  std::int16_t rising_delay_us = 0;   // -20 to 20000
  std::int16_t falling_delay_us = 0;  // output 1 only
};
enum class TriggerOutput { kFrame, kStart };  // 1: as long as a pattern stands; 2: a pulse at its start
void set_trigger_out(CommandChannel& channel, TriggerOutput output, const TriggerOut& setting);

// Input 1 advances to the next pattern, which stands `delay_us` (at least 105) after the edge.
void set_trigger_in_1(CommandChannel& channel, std::uint16_t delay_us, bool falling_edge);
// Input 2 starts and stops the sequence.
void set_trigger_in_2(CommandChannel& channel, bool inverted);

}  // namespace tomocyte::dlpc900
