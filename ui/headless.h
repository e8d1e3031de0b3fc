// Drawing without a window.
#pragma once

namespace tomocyte {

// Text needs Qt's font database, and that an application object: makes one that needs no display where there is none.
void ensureApplication();

// Stands in main(): takes down what ensureApplication() made, while Qt's own globals still live.
class DrawingWithoutWindow {
 public:
  DrawingWithoutWindow() = default;
  ~DrawingWithoutWindow();
  DrawingWithoutWindow(const DrawingWithoutWindow&) = delete;
  DrawingWithoutWindow& operator=(const DrawingWithoutWindow&) = delete;
};

}  // namespace tomocyte
