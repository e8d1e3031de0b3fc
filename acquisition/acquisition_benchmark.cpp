#include "acquisition/acquisition_benchmark.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <random>
#include <thread>

#include "acquisition/engine.h"
#include "acquisition/journal/journal_queue.h"
#include "acquisition/journal/journal_writer.h"
#include "acquisition/simulated_session.h"

namespace tomocyte {
namespace {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

constexpr int kScans = 10;
constexpr Index kFramePixels = 1024;  // 1 MiB at 8 bits
constexpr std::int64_t kRingFrames = 53;
constexpr std::size_t kQueueFrames = 64;

class TemporaryJournal {
 public:
  explicit TemporaryJournal(const std::filesystem::path& folder)
      : path_(folder / ("tomocyte-benchmark-" + std::to_string(::getpid()) + ".tomocyte.journal")) {}
  ~TemporaryJournal() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  TemporaryJournal(const TemporaryJournal&) = delete;
  TemporaryJournal& operator=(const TemporaryJournal&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

double resident_mib() {
  std::ifstream file("/proc/self/statm");
  double total_pages = 0.0;
  double resident_pages = 0.0;
  file >> total_pages >> resident_pages;
  return resident_pages * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
}

Array<std::uint16_t, 2> noise_counts() {
  Array<std::uint16_t, 2> counts({kFramePixels, kFramePixels});
  std::mt19937 random(1);
  for (std::uint16_t& count : counts.values()) count = static_cast<std::uint16_t>(random() & 0xFFU);
  return counts;
}

}  // namespace

PacingBenchmark benchmark_pacing(const std::filesystem::path& folder, const Progress& progress) {
  const TemporaryJournal journal(folder);
  SimulatedSession session({}, {"rbc"});
  session.microscope().replay_frames();
  ScanPlan plan = session.plan();
  plan.options = {};
  // The background computes the frames that the positions then get; nothing moves.
  plan.positions.assign(kScans, plan.background);
  const AcquisitionReport report =
      acquire(session.instrument(), plan, session.description(), journal.path(), {}, progress);
  PacingBenchmark result;
  result.angles = static_cast<int>(plan.angles());
  result.frame_rate_hz = plan.options.frame_rate_hz;
  result.nominal_s = result.angles / result.frame_rate_hz;
  result.longest_queue = report.longest_queue;
  std::vector<double> times;
  for (const PositionReport& position : report.positions) {
    if (position.position == 0) continue;
    times.push_back(position.scan_s);
    result.repeats += position.attempts - 1;
  }
  std::ranges::sort(times);
  result.scans = static_cast<int>(times.size());
  result.median_s = times[times.size() / 2];
  result.slowest_s = times.back();
  return result;
}

SustainedBenchmark benchmark_sustained(const std::filesystem::path& folder, const SustainedOptions& options,
                                       const Progress& progress) {
  const TemporaryJournal journal(folder);
  const Array<std::uint16_t, 2> counts = noise_counts();
  const double period_s = static_cast<double>(counts.size()) / (1e6 * options.megabytes_per_s);
  SustainedBenchmark result;
  JournalWriter writer = JournalWriter::create(journal.path(), R"({"kind":"benchmark"})");
  const auto start = Clock::now();
  double early_mib = 0.0;
  {
    JournalQueue queue(writer, kQueueFrames);
    for (std::int64_t due = 0; static_cast<double>(due) * period_s < options.seconds; ++due) {
      const auto when =
          start + std::chrono::duration_cast<Clock::duration>(Seconds(static_cast<double>(due) * period_s));
      std::this_thread::sleep_until(when);
      // What a camera would have dropped while the queue was full.
      const auto late = static_cast<std::int64_t>(Seconds(Clock::now() - when).count() / period_s);
      if (late > kRingFrames) {
        ++result.dropped_frames;
        continue;
      }
      const auto number = static_cast<std::uint64_t>(due);
      auto frame =
          std::make_shared<const CameraFrame>(CameraFrame{counts.clone(), number, static_cast<double>(due) * period_s});
      queue.push(frame_record(1, 0, static_cast<Index>(due), {}, 8, std::move(frame)), progress.stop_token());
      ++result.frames;
      if (early_mib == 0.0 && static_cast<double>(due) * period_s > options.seconds / 10.0) early_mib = resident_mib();
      progress.report(static_cast<double>(due) * period_s / options.seconds);
    }
    queue.finish();
    result.longest_queue = queue.longest();
  }
  result.memory_growth_mib = resident_mib() - early_mib;
  result.seconds = Seconds(Clock::now() - start).count();
  result.megabytes_per_s = static_cast<double>(writer.bytes()) / 1e6 / result.seconds;
  return result;
}

}  // namespace tomocyte
