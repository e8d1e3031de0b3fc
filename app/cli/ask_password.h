// A password from the person at the terminal.
#pragma once

#include <string>

namespace tomocyte {

// Asks without showing what is typed; without a terminal the next line of standard input, for scripts. Throws
// InputError when there is none.
[[nodiscard]] std::string ask_password(const std::string& question);

}  // namespace tomocyte
