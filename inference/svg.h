// What the program's SVG figures share.
#pragma once

#include <array>
#include <string>

namespace tomocyte {

// Okabe & Ito 2008: told apart by colour-blind readers too.
inline constexpr std::array kSvgColours = {"#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"};

// For the text of an element.
[[nodiscard]] inline std::string svg_escaped(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '<')
      result += "&lt;";
    else if (c == '>')
      result += "&gt;";
    else if (c == '&')
      result += "&amp;";
    else
      result += c;
  }
  return result;
}

}  // namespace tomocyte
