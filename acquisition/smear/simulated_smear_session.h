// A simulated smear microscope, the plan to scan its smear and what truly lies there: what the command line acquires
// from.
#pragma once

#include "acquisition/smear/simulated_smear_microscope.h"
#include "acquisition/smear/smear_journal.h"

namespace tomocyte {

class SimulatedSmearSession {
 public:
  // Throws InputError.
  SimulatedSmearSession(const SmearSlideOptions& slide, const SmearMicroscopeOptions& options,
                        std::uint64_t exposures_before = 0);

  [[nodiscard]] SmearInstrument instrument() { return microscope_.instrument(); }
  [[nodiscard]] const SimulatedSmearMicroscope& microscope() const { return microscope_; }
  // A square of 1 mm in the middle, 260, 280 and 300 nm exposed so that the blank field fills 0.6 of the well, the
  // background beside the smear.
  [[nodiscard]] const SmearPlan& plan() const { return plan_; }
  [[nodiscard]] const SmearDescription& description() const { return description_; }
  // JSON: every cell whose centre lies in the region (type, x, y and radius on the slide, µm), and what lies in the
  // middle of each tile.
  [[nodiscard]] std::string truth_json(const SmearRegion& region, const std::vector<SmearTile>& tiles) const;

  // The session of a journal that another one wrote, to resume it. Throws FileError when it is of a real instrument.
  [[nodiscard]] static SimulatedSmearSession of(const SmearJournal& journal);

 private:
  SmearSlideOptions slide_;
  SmearMicroscopeOptions options_;
  SimulatedSmearMicroscope microscope_;
  SmearPlan plan_;
  SmearDescription description_;
};

}  // namespace tomocyte
