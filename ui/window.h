// The desktop window.
#pragma once

#include <filesystem>

namespace tomocyte {

struct WindowStart {
  std::filesystem::path file;  // to open; may be empty
  bool safe_mode = false;      // without the user's settings, which stay as they are
};

// Opens the window and runs until it is closed; returns the exit code. When this user's window is open already, it gets
// the file and this returns at once. Throws DeviceError when there is no display, or when the open window does not
// answer.
int run_window(int argc, char** argv, const WindowStart& start);

}  // namespace tomocyte
