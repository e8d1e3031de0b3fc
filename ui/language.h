// The language of the window: English, or a translation of resources/translations.
#pragma once

#include <QString>
#include <vector>

class QCoreApplication;

namespace tomocyte {

struct Language {
  QString code;  // "ko"
  QString name;  // in itself: "한국어"
};

[[nodiscard]] const std::vector<Language>& languages();

// The user's choice; without one the desktop's, if there is a translation into it, else English.
[[nodiscard]] QString chosenLanguage();
// From the next start on.
void chooseLanguage(const QString& code);

// Before the first window is made.
void installLanguage(QCoreApplication& application, const QString& code);

}  // namespace tomocyte
