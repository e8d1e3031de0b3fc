// From the journal of a smear scan to its smear file: written, read back, compared, and only then is the journal
// removed.
#pragma once

#include <filesystem>
#include <functional>

#include "acquisition/smear/smear_journal.h"
#include "core/progress.h"

namespace tomocyte {

// Adds to a smear what the journal does not hold: the truth of a simulated one.
using CompleteSmear = std::function<void(SmearScan&)>;

// Throws InputError when a tile is missing, FileError when the smear file cannot be written or differs from the
// journal; the journal is then untouched.
void seal_smear(const std::filesystem::path& journal, const std::filesystem::path& output,
                const CompleteSmear& complete = {}, const Progress& progress = {});

}  // namespace tomocyte
