#include "acquisition/dlpc900/opcodes.h"

namespace tomocyte::dlpc900 {

const char* name_of(Opcode opcode) {
  switch (opcode) {
    case Opcode::kReadErrorCode:
      return "read error code";
    case Opcode::kReadErrorDescription:
      return "read error description";
    case Opcode::kPowerMode:
      return "power mode";
    case Opcode::kFirmwareVersion:
      return "firmware version";
    case Opcode::kHardwareAndTag:
      return "hardware and firmware tag";
    case Opcode::kHardwareStatus:
      return "hardware status";
    case Opcode::kMainStatus:
      return "main status";
    case Opcode::kDisplayMode:
      return "display mode";
    case Opcode::kTriggerOut1:
      return "trigger out 1";
    case Opcode::kTriggerOut2:
      return "trigger out 2";
    case Opcode::kPatternStartStop:
      return "pattern start/stop";
    case Opcode::kImageLoadInit:
      return "initialize pattern BMP load";
    case Opcode::kImageLoadData:
      return "pattern BMP load";
    case Opcode::kLutConfiguration:
      return "pattern LUT configuration";
    case Opcode::kLutReorder:
      return "pattern LUT reorder";
    case Opcode::kLutDefinition:
      return "pattern LUT definition";
    case Opcode::kTriggerIn1:
      return "trigger in 1";
    case Opcode::kTriggerIn2:
      return "trigger in 2";
  }
  return "unknown command";
}

}  // namespace tomocyte::dlpc900
