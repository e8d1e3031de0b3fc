// The USB commands of the controller that this driver uses (DLPU018J, section 2).
#pragma once

#include <cstdint>

namespace tomocyte::dlpc900 {

enum class Opcode : std::uint16_t {
  kReadErrorCode = 0x0100,
  kReadErrorDescription = 0x0101,
  kPowerMode = 0x0200,
  kFirmwareVersion = 0x0205,
  kHardwareAndTag = 0x0206,
  kHardwareStatus = 0x1A0A,
  kMainStatus = 0x1A0C,
  kDisplayMode = 0x1A1B,
  kTriggerOut1 = 0x1A1D,
  kTriggerOut2 = 0x1A1E,
  kPatternStartStop = 0x1A24,
  kImageLoadInit = 0x1A2A,
  kImageLoadData = 0x1A2B,
  kLutConfiguration = 0x1A31,
  kLutReorder = 0x1A32,
  kLutDefinition = 0x1A34,
  kTriggerIn1 = 0x1A35,
  kTriggerIn2 = 0x1A36,
};
[[nodiscard]] const char* name_of(Opcode opcode);

}  // namespace tomocyte::dlpc900
