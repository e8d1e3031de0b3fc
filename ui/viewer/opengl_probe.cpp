// A context of its own on a connection of its own, so that nothing of Qt or VTK is touched.
#include "ui/viewer/opengl_probe.h"

#include <GL/glx.h>

#include <QtGlobal>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <mutex>
#include <vector>

namespace tomocyte {
namespace {

using CreateContext = GLXContext (*)(Display*, GLXFBConfig, GLXContext, Bool, const int*);

std::string text(GLenum name) {
  const auto* value = reinterpret_cast<const char*>(glGetString(name));
  return value ? value : "";
}

// X tells a refusal by an error that ends the process unless somebody takes it.
int ignore(Display*, XErrorEvent*) { return 0; }

OpenGlInfo askContext(Display* display, GLXFBConfig config) {
  OpenGlInfo info;
  const auto create = reinterpret_cast<CreateContext>(
      glXGetProcAddress(reinterpret_cast<const GLubyte*>("glXCreateContextAttribsARB")));
  constexpr int kMajor = 0x2091;  // GLX_CONTEXT_MAJOR_VERSION_ARB and the two that follow it in the extension
  constexpr int kMinor = 0x2092;
  constexpr int kProfile = 0x9126;
  const int wanted[] = {kMajor, 3, kMinor, 2, kProfile, 1, None};
  GLXContext context = create ? create(display, config, nullptr, True, wanted) : nullptr;
  XSync(display, False);
  info.problem = QT_TRANSLATE_NOOP("OpenGlProbe", "OpenGL 3.2 is not there");
  if (!context) return info;
  const int size[] = {GLX_PBUFFER_WIDTH, 8, GLX_PBUFFER_HEIGHT, 8, None};
  const GLXPbuffer buffer = glXCreatePbuffer(display, config, size);
  if (glXMakeContextCurrent(display, buffer, buffer, context)) {
    info.vendor = text(GL_VENDOR);
    info.renderer = text(GL_RENDERER);
    info.version = text(GL_VERSION);
    int major = 0;
    int minor = 0;
    std::sscanf(info.version.c_str(), "%d.%d", &major, &minor);
    info.usable = major > 3 || (major == 3 && minor >= 2);
    info.software = info.renderer.find("llvmpipe") != std::string::npos ||
                    info.renderer.find("softpipe") != std::string::npos ||
                    info.renderer.find("SWR") != std::string::npos;
    if (info.usable) info.problem.clear();
    glXMakeContextCurrent(display, None, None, nullptr);
  }
  glXDestroyPbuffer(display, buffer);
  glXDestroyContext(display, context);
  return info;
}

OpenGlInfo askDisplay(Display* display) {
  OpenGlInfo info;
  info.problem = QT_TRANSLATE_NOOP("OpenGlProbe", "the display has no GLX");
  int error = 0;
  int event = 0;
  if (!glXQueryExtension(display, &error, &event)) return info;
  const int wanted[] = {GLX_DRAWABLE_TYPE,
                        GLX_PBUFFER_BIT | GLX_WINDOW_BIT,
                        GLX_RENDER_TYPE,
                        GLX_RGBA_BIT,
                        GLX_RED_SIZE,
                        8,
                        GLX_GREEN_SIZE,
                        8,
                        GLX_BLUE_SIZE,
                        8,
                        GLX_DEPTH_SIZE,
                        16,
                        None};
  int count = 0;
  GLXFBConfig* configs = glXChooseFBConfig(display, DefaultScreen(display), wanted, &count);
  info.problem = QT_TRANSLATE_NOOP("OpenGlProbe", "the display offers no picture format for 3D");
  if (configs && count > 0) info = askContext(display, configs[0]);
  if (configs) XFree(configs);
  return info;
}

OpenGlInfo ask(const std::string& name) {
  OpenGlInfo info;
  info.problem = QT_TRANSLATE_NOOP("OpenGlProbe", "there is no display");
  if (name.empty()) return info;
  Display* display = XOpenDisplay(name.c_str());
  if (!display) return info;
  // Other threads' connections go without their handler for this moment: a window asks before it has any.
  const auto before = XSetErrorHandler(ignore);
  info = askDisplay(display);
  XSync(display, False);
  XSetErrorHandler(before);
  // The connection stays: an X server without clients may reset itself, and refuses whoever asks meanwhile.
  static std::vector<Display*> kept;
  kept.push_back(display);
  return info;
}

}  // namespace

OpenGlInfo probeOpenGl() {
  if (const char* off = std::getenv("TOMOCYTE_NO_OPENGL"); off && *off && *off != '0') {
    OpenGlInfo info;
    info.problem = QT_TRANSLATE_NOOP("OpenGlProbe", "it is switched off by TOMOCYTE_NO_OPENGL");
    return info;
  }
  static std::mutex mutex;
  static std::map<std::string, OpenGlInfo> known;
  const std::lock_guard lock(mutex);
  const char* display = std::getenv("DISPLAY");
  const std::string name = display ? display : "";
  const auto found = known.find(name);
  return found != known.end() ? found->second : known.emplace(name, ask(name)).first->second;
}

}  // namespace tomocyte
