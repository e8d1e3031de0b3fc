#include "acquisition/dlpc900/error_codes.h"

#include <algorithm>
#include <array>

namespace tomocyte::dlpc900 {
namespace {

struct Entry {
  std::uint8_t code;
  const char* text;
  const char* remedy;
};

constexpr const char* kUploadAgain = "Upload the patterns again.";
constexpr const char* kTiming = "Change the exposure or dark time of the scan.";
constexpr const char* kPowerCycle = "Switch the DMD off and on; when it happens again, check its board.";
constexpr const char* kReport = "Please report this: the program should not have sent it.";

constexpr std::array kEntries = {
    Entry{0, "no error", ""},
    Entry{1, "batch file checksum error", "Write the controller's firmware again."},
    Entry{2, "device failure", kPowerCycle},
    Entry{3, "invalid command number", "Update the controller's firmware."},
    Entry{4, "incompatible controller and DMD combination", "Write the firmware that belongs to this DMD."},
    Entry{5, "command not allowed in current mode", kUploadAgain},
    Entry{6, "invalid command parameter", kReport},
    Entry{7, "item referred by the parameter is not present", kUploadAgain},
    Entry{8, "out of resource (RAM or flash)", "Use fewer patterns or fewer bit planes."},
    Entry{9, "invalid BMP compression type", kReport},
    Entry{10, "pattern bit number out of range", kReport},
    Entry{11, "pattern BMP not present in flash", kUploadAgain},
    Entry{12, "pattern dark time is out of range", kTiming},
    Entry{13, "signal delay parameter is out of range", "Change the trigger delays."},
    Entry{14, "pattern exposure time is out of range", kTiming},
    Entry{15, "pattern number is out of range", kUploadAgain},
    Entry{16, "invalid pattern definition", kUploadAgain},
    Entry{17, "pattern image memory address is out of range", kUploadAgain},
    Entry{255, "internal error", kPowerCycle},
};

}  // namespace

ErrorMeaning meaning_of(std::uint8_t error_code) {
  const auto found = std::ranges::find(kEntries, error_code, &Entry::code);
  if (found != kEntries.end()) return {found->text, found->remedy};
  return {"undocumented error", kPowerCycle};
}

}  // namespace tomocyte::dlpc900
