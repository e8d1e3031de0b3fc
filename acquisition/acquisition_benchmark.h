// What acquiring costs without the physics: the engine's time beyond the frames themselves, and what the disk takes.
#pragma once

#include <cstdint>
#include <filesystem>

#include "core/progress.h"

namespace tomocyte {

struct PacingBenchmark {
  int angles = 49;
  double frame_rate_hz = 150.0;
  double nominal_s = 0.0;  // angles / frame rate
  double median_s = 0.0;   // light on to light off, of the scans of one position
  double slowest_s = 0.0;
  int scans = 0;
  int repeats = 0;
  std::size_t longest_queue = 0;  // frames that waited for the disk at most
};

// Hardware-timed scans of 512 x 512 pixels with replayed frames into a journal in `folder`, which is removed. Throws
// what acquire() throws.
[[nodiscard]] PacingBenchmark benchmark_pacing(const std::filesystem::path& folder, const Progress& progress = {});

struct SustainedOptions {
  double seconds = 30.0;
  double megabytes_per_s = 200.0;
};

struct SustainedBenchmark {
  double seconds = 0.0;
  double megabytes_per_s = 0.0;      // that reached the journal
  std::uint64_t frames = 0;          // of 1 MiB
  std::uint64_t dropped_frames = 0;  // found the camera's ring (53 buffers) full
  std::size_t longest_queue = 0;     // frames that waited for the disk at most (64)
  double memory_growth_mib = 0.0;    // resident, from the first tenth of the time to the end
};

// Frames at a steady rate through the engine's queue into a journal in `folder`, which is removed. Throws FileError.
[[nodiscard]] SustainedBenchmark benchmark_sustained(const std::filesystem::path& folder,
                                                     const SustainedOptions& options, const Progress& progress = {});

}  // namespace tomocyte
