// From the journal of a scan to scan files: written, read back, compared, and only then is the journal removed.
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "acquisition/engine.h"
#include "core/progress.h"
#include "core/scan.h"

namespace tomocyte {

// The measured illumination for the engine, from the position of the hologram's order. `carrier` is the reference wave
// vector q.
[[nodiscard]] MeasureIllumination measure_illumination(const OpticalSetup& setup, const WaveVector& carrier);

// The scan file of each position: `output` itself for a single one, else NAME-01.tomocyte.h5, NAME-02…
[[nodiscard]] std::filesystem::path scan_file_of(const std::filesystem::path& output, const ScanPlan& plan,
                                                 Index position);

// Adds to a scan what the journal does not hold: the truth of a simulated one, the tomogram. What it throws is the
// caller's to catch.
using CompleteScan = std::function<void(Scan&, Index position)>;

// One complete position: written, read back and compared. Throws FileError.
[[nodiscard]] std::filesystem::path seal_position(const ScanJournal& journal, Index position,
                                                  const std::filesystem::path& output,
                                                  const CompleteScan& complete = {}, const Progress& progress = {});

struct Sealed {
  std::vector<std::filesystem::path> files;  // of the complete positions
  std::vector<Index> missing;                // positions that are not complete; the journal is kept for them
};

// Throws InputError when no position is complete, FileError when a scan file cannot be written or differs from the
// journal; the journal is then untouched.
[[nodiscard]] Sealed seal_journal(const std::filesystem::path& journal, const std::filesystem::path& output,
                                  const CompleteScan& complete = {}, const Progress& progress = {});

}  // namespace tomocyte
