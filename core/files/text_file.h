// Small text results (JSON, CSV, SVG), written whole or not at all.
#pragma once

#include <filesystem>
#include <string>

namespace tomocyte {

// Under a temporary name, then renamed. Throws FileError.
void write_text_file(const std::filesystem::path& path, const std::string& text);

// Throws FileError.
[[nodiscard]] std::string read_text_file(const std::filesystem::path& path);

}  // namespace tomocyte
