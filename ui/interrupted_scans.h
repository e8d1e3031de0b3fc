// Journals of scans that began in this window and are not sealed yet, remembered so that they are offered at the next
// start.
#pragma once

#include <QStringList>
#include <filesystem>

namespace tomocyte {

void rememberScan(const std::filesystem::path& journal);
void forgetScan(const std::filesystem::path& journal);
// Those that still exist; the others are forgotten.
[[nodiscard]] QStringList interruptedScans();

}  // namespace tomocyte
