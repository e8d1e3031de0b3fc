// A desktop whose numbers have commas: setlocale(), as a window toolkit calls it, with a locale made for the test.
#pragma once

#include <clocale>
#include <cstdlib>

#include "tests/core/files_fixture.h"

namespace tomocyte::test {

class GermanLocale {
 public:
  GermanLocale() {
    const std::string make = "localedef -i de_DE -f UTF-8 " + (folder_ / "de_DE.UTF-8").string() + " >/dev/null 2>&1";
    made_ = std::system(make.c_str()) == 0;
    setenv("LOCPATH", (folder_ / "").c_str(), 1);
    made_ = std::setlocale(LC_ALL, "de_DE.UTF-8") != nullptr;
  }
  ~GermanLocale() {
    std::setlocale(LC_ALL, "C");
    unsetenv("LOCPATH");
  }
  GermanLocale(const GermanLocale&) = delete;
  GermanLocale& operator=(const GermanLocale&) = delete;
  // False where the package locales is missing.
  [[nodiscard]] bool made() const { return made_; }

 private:
  Folder folder_;
  bool made_ = false;
};

}  // namespace tomocyte::test
