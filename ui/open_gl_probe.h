// Whether VTK can draw on this display, with OpenGL 3.2 through GLX: over some remote desktops it cannot.
#pragma once

namespace tomocyte {

// Asked once; later calls give the first answer. Needs the QApplication.
[[nodiscard]] bool openGlWorks();

}  // namespace tomocyte
