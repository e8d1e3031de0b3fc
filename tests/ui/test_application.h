// The one QApplication of the test program.
#pragma once

namespace tomocyte {

void testApplication();

// Whether the test program was started on a display (the windows need one; pictures start their own).
bool haveDisplay();

// A test waits at most so long for what the window is to show.
inline constexpr int kPatienceMs = 30'000;

}  // namespace tomocyte
