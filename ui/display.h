// An X display for drawing off screen: the user's, or a private Xvfb for the life of the process.
#pragma once

namespace tomocyte {

// Whether $DISPLAY names a display that answers.
[[nodiscard]] bool displayReachable();

// Makes sure that $DISPLAY names a display that answers; starts `Xvfb` when there is none and ends it with the
// process. Throws DeviceError when Xvfb is missing or does not start.
void ensureDisplay();

}  // namespace tomocyte
