// Errors of a scan that has a journal. Internal to the engines.
#pragma once

#include <fmt/format.h>

#include <filesystem>

#include "core/error.h"

namespace tomocyte {

// Runs `scan` and tells the user of a failed device that nothing is lost and how to go on.
template <class ScanInto>
auto kept_in(const std::filesystem::path& journal, ScanInto&& scan) {
  try {
    return scan();
  } catch (const DeviceError& error) {
    throw DeviceError(error.what(), fmt::format("{}{}What was acquired is in {}; resume the scan with it.",
                                                error.remedy(), error.remedy().empty() ? "" : " ", journal.string()));
  }
}

}  // namespace tomocyte
