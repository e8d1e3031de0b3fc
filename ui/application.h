// What Qt and OpenGL must know before the first window, and the program's look.
#pragma once

class QApplication;

namespace tomocyte {

// Before QApplication: platform, OpenGL format, names for the settings. Respects what the user chose in the
// environment.
void prepareApplication();
// After QApplication: dark palette and style sheet.
void applyTheme(QApplication& application);

}  // namespace tomocyte
