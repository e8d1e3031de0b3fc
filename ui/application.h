// What Qt and OpenGL must know before the first window.
#pragma once

namespace tomocyte {

// Before QApplication: platform, OpenGL format, names for the settings. Respects what the user chose in the
// environment.
void prepareApplication();

}  // namespace tomocyte
