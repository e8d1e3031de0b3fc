// The colours of everything in the window that is not a picture, dark or light. Pictures of cells stay on black
// (painting.h).
#pragma once

#include <QColor>

class QApplication;
class QWidget;

namespace tomocyte {

enum class ThemeChoice { kDark, kLight };

struct Theme {
  QColor background;  // of lists, fields and plots
  QColor panel;       // of the window
  QColor raised;      // of buttons
  QColor chosen;      // behind a selected cell
  QColor text;
  QColor faint;
  QColor accent;
  QColor warning;
  QColor selected;  // line around what is selected
};

// The one that was applied last; dark before.
[[nodiscard]] const Theme& theme();

// Palette, style and style sheet of the whole application, now and for what is made later.
void applyTheme(QApplication& application, ThemeChoice choice);

// The user's choice, kept in the settings.
[[nodiscard]] ThemeChoice chosenTheme();
void chooseTheme(QApplication& application, ThemeChoice choice);

// How a label speaks: its colour follows the theme. Plain: as all text.
enum class Tone { kPlain, kFaint, kAccent, kWarning };
void setTone(QWidget& label, Tone tone);

}  // namespace tomocyte
