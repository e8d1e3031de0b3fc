// What another program says of a file that the window wrote.
#pragma once

#include <cstdio>
#include <string>

#include "tests/catch.h"

namespace tomocyte::test {

// What `command` prints; poppler-utils reads a PDF independently of Qt.
inline std::string output_of(const std::string& command) {
  std::string text;
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe);
  char buffer[4096];
  for (std::size_t count = 0; (count = fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, count);
  REQUIRE(pclose(pipe) == 0);
  return text;
}

}  // namespace tomocyte::test
