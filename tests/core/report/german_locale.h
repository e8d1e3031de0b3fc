// A desktop whose numbers have commas: setlocale(), as a window toolkit calls it, with a locale made for the test.
#pragma once

#include <clocale>
#include <cstdlib>

#include "tests/core/files_fixture.h"

namespace tomocyte::test {

class GermanLocale {
 public:
  GermanLocale() {
    write_bytes(folder_ / "numbers",
                "LC_NUMERIC\ndecimal_point \",\"\nthousands_sep \".\"\ngrouping 3;3\nEND LC_NUMERIC\n");
    // Only the numbers: a whole locale takes seconds.
    const std::string make = "localedef --no-archive -c -i " + (folder_ / "numbers").string() + " -f UTF-8 " +
                             (folder_ / "de_DE.UTF-8").string() + " >/dev/null 2>&1";
    if (std::system(make.c_str()) < 0) return;
    setenv("LOCPATH", (folder_ / "").c_str(), 1);
    made_ = std::setlocale(LC_NUMERIC, "de_DE.UTF-8") != nullptr && *std::localeconv()->decimal_point == ',';
  }
  ~GermanLocale() {
    std::setlocale(LC_NUMERIC, "C");
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
