// The background of an earlier scan file, to use it for another scan.
#pragma once

#include <filesystem>

#include "acquisition/stored_background.h"

namespace tomocyte {

// Throws FileError: what read_scan() throws, or that the scan has no background, or that it does not say under which
// conditions that was recorded.
[[nodiscard]] StoredBackground read_background(const std::filesystem::path& scan_file);

}  // namespace tomocyte
