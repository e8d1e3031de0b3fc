#include "ui/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>
#include <algorithm>

namespace tomocyte {
namespace {

constexpr const char* kSetting = "language";

bool known(const QString& code) { return std::ranges::find(languages(), code, &Language::code) != languages().end(); }

// A catalog that is not there leaves the texts in English.
void install(QCoreApplication& application, const QString& file) {
  auto* translator = new QTranslator(&application);
  if (translator->load(file))
    application.installTranslator(translator);
  else
    delete translator;
}

}  // namespace

const std::vector<Language>& languages() {
  static const std::vector<Language> all = {{QStringLiteral("en"), QStringLiteral("English")},
                                            {QStringLiteral("ko"), QStringLiteral("한국어")}};
  return all;
}

QString chosenLanguage() {
  const QString chosen = QSettings().value(kSetting).toString();
  if (known(chosen)) return chosen;
  const QString desktop = QLocale::system().name().section('_', 0, 0);
  return known(desktop) ? desktop : QStringLiteral("en");
}

void chooseLanguage(const QString& code) { QSettings().setValue(kSetting, code); }

void installLanguage(QCoreApplication& application, const QString& code) {
  if (code == "en") return;
  install(application, QLibraryInfo::path(QLibraryInfo::TranslationsPath) + "/qtbase_" + code);  // Qt's own dialogs
  install(application, QStringLiteral(":/i18n/tomocyte_") + code);
}

}  // namespace tomocyte
