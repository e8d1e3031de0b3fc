// Whether the display can draw in 3D. VTK ends the whole program where it cannot: ask before.
#pragma once

#include <string>

namespace tomocyte {

struct OpenGlInfo {
  std::string vendor;
  std::string renderer;
  std::string version;
  bool usable = false;    // OpenGL 3.2 through GLX
  bool software = false;  // drawn by the processor: slower, otherwise the same
  std::string problem;    // why it is not usable; one sentence, translated in the context "OpenGlProbe"
};

// Of $DISPLAY, found out once per display. The environment variable TOMOCYTE_NO_OPENGL=1 makes it not usable, for a
// display whose driver misbehaves.
[[nodiscard]] OpenGlInfo probeOpenGl();

}  // namespace tomocyte
