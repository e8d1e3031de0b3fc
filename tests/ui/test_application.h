// The one QApplication of the test program.
#pragma once

namespace tomocyte {

void testApplication();

// Delivers what is queued, and returns whether a display that OpenGL can draw on is there.
bool haveDisplay();

}  // namespace tomocyte
