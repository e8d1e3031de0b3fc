// The journal of a smear scan: its header, which tiles are complete, and their frames.
#pragma once

#include <string>
#include <vector>

#include "acquisition/journal/completed_positions.h"
#include "acquisition/smear/smear_plan.h"
#include "core/progress.h"

namespace tomocyte {

// What is known before the first frame.
struct SmearDescription {
  std::string sample_id;
  bool simulated = false;
  double pixel_size_um = 0.0;
  double numerical_aperture = 0.0;
  int bit_depth = 8;
  Shape<2> frame_shape{};  // [y, x]
  Provenance provenance;
  std::string extra_json = "null";  // the caller's own

  [[nodiscard]] FieldSize field() const {
    return {pixel_size_um * static_cast<double>(frame_shape[1]), pixel_size_um * static_cast<double>(frame_shape[0])};
  }
};

[[nodiscard]] std::string smear_journal_header(const SmearDescription& description, const SmearPlan& plan);

[[nodiscard]] bool is_smear_journal(const JournalReader& journal);

class SmearJournal {
 public:
  // Throws FileError: what JournalReader throws, or that this is no journal of a smear scan.
  explicit SmearJournal(const std::filesystem::path& path);

  [[nodiscard]] const JournalReader& reader() const { return reader_; }
  [[nodiscard]] const SmearDescription& description() const { return description_; }
  [[nodiscard]] const SmearPlan& plan() const { return plan_; }
  [[nodiscard]] Index position_count() const { return static_cast<Index>(completed_.size()); }

  // Position 0 is the background, 1, 2, … are the tiles of the raster.
  [[nodiscard]] bool complete(Index position) const { return completed_.at(static_cast<std::size_t>(position)).whole; }
  [[nodiscard]] Index missing() const;  // positions that are not complete
  // Of every position, as run_smear_scan() takes them.
  [[nodiscard]] std::vector<int> next_attempts() const { return tomocyte::next_attempts(completed_); }

  // Everything but the pixels. Throws InputError when a position is not complete, FileError when a tile was exposed
  // otherwise than the background of its wavelength.
  [[nodiscard]] SmearScan scan() const;
  // Counts of a complete position.
  void read_frame(Index position, Index wavelength, View<std::uint16_t, 2> counts) const;

 private:
  void read_header();
  void check_exposures() const;

  JournalReader reader_;
  SmearDescription description_;
  SmearPlan plan_;
  std::vector<CompletedPosition> completed_;
};

}  // namespace tomocyte
