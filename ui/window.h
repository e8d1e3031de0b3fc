// The desktop window.
#pragma once

#include <filesystem>

namespace tomocyte {

// Opens the window and runs until it is closed; returns the exit code. `open_at_start` may be empty. Throws
// DeviceError when there is no display.
int run_window(int argc, char** argv, const std::filesystem::path& open_at_start);

}  // namespace tomocyte
