// The journal of a tomographic scan: its header, which positions are complete, and their frames as a Scan.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "acquisition/journal/completed_positions.h"
#include "acquisition/scan_plan.h"
#include "core/progress.h"
#include "core/scan.h"

namespace tomocyte {

// What is known before the first frame.
struct ScanDescription {
  std::string sample_id;
  std::string donor_id;  // empty: not known
  bool simulated = false;
  OpticalSetup setup;
  std::optional<WaveVector> carrier;
  int bit_depth = 8;
  Shape<2> frame_shape{};  // [y, x]
  Provenance provenance;
  std::vector<Condition> conditions;  // that a background depends on, beyond camera, setup and patterns
  std::string extra_json = "null";    // the caller's own
};

[[nodiscard]] std::string journal_header(const ScanDescription& description, const ScanPlan& plan);

class ScanJournal {
 public:
  // Throws FileError: what JournalReader throws, or that this is no journal of a tomographic scan.
  explicit ScanJournal(const std::filesystem::path& path);

  [[nodiscard]] const JournalReader& reader() const { return reader_; }
  [[nodiscard]] const ScanDescription& description() const { return description_; }
  [[nodiscard]] const ScanPlan& plan() const { return plan_; }

  // Position 0 is the background.
  [[nodiscard]] bool complete(Index position) const { return completed_.at(static_cast<std::size_t>(position)).whole; }
  [[nodiscard]] std::vector<Index> complete_positions() const;
  // One past the highest attempt that the journal holds of this position.
  [[nodiscard]] int next_attempt(Index position) const;
  // Of every position, as run_scan() takes them.
  [[nodiscard]] std::vector<int> next_attempts() const { return tomocyte::next_attempts(completed_); }

  // Holograms of a complete position >= 1 with the background, if that is complete. Throws InputError when the position
  // is not complete.
  [[nodiscard]] Scan scan(Index position, const Progress& progress = {}) const;

 private:
  void read_header();
  [[nodiscard]] Array<std::uint16_t, 3> frames_of(Index position, const Progress& progress) const;

  JournalReader reader_;
  ScanDescription description_;
  ScanPlan plan_;
  std::vector<CompletedPosition> completed_;  // by position
};

}  // namespace tomocyte
