#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <string_view>

#include "core/error.h"
#include "core/files/text_file.h"
#include "core/report/report_template.h"

namespace tomocyte {
namespace {

constexpr std::size_t kLargestBytes = 1 << 20;

// By its first bytes; empty: none of these.
std::string_view kind_of(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG")) return "png";
  if (bytes.starts_with("\xff\xd8\xff")) return "jpeg";
  if (bytes.substr(0, 1000).find("<svg") != std::string_view::npos) return "svg+xml";
  return {};
}

// RFC 4648.
std::string base64(std::string_view bytes) {
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t bits = 0;
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
    for (std::size_t k = 0; k < 3; ++k)
      bits = (bits << 8) | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k) text += k <= count ? kLetters[(bits >> (18 - 6 * k)) & 63U] : '=';
  }
  return text;
}

}  // namespace

std::string logo_data_of(const std::filesystem::path& file) {
  const std::string bytes = read_text_file(file);
  if (bytes.size() > kLargestBytes)
    throw FileError(file, "is larger than 1 MB", "Choose a smaller picture; it is printed 1 cm high.");
  const std::string_view kind = kind_of(bytes);
  if (kind.empty()) throw FileError(file, "is no PNG, JPEG or SVG picture", "Choose such a file as logo.");
  return fmt::format("data:image/{};base64,{}", kind, base64(bytes));
}

}  // namespace tomocyte
