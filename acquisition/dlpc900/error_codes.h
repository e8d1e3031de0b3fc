// What the controller's error codes mean (DLPU018J, Read Error Code, 0x0100), and what to do about each.
#pragma once

#include <cstdint>
#include <string>

namespace tomocyte::dlpc900 {

struct ErrorMeaning {
  std::string text;    // TI's words
  std::string remedy;  // ours
};
[[nodiscard]] ErrorMeaning meaning_of(std::uint8_t error_code);

}  // namespace tomocyte::dlpc900
