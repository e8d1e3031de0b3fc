// A simulated microscope with cells on its slide and the plan to scan them: what simulate_scan() and the command line
// acquire from.
#pragma once

#include <memory>
#include <vector>

#include "acquisition/phantom.h"
#include "acquisition/scan_journal.h"
#include "acquisition/scan_plan.h"
#include "acquisition/simulate.h"
#include "acquisition/simulated_microscope.h"

namespace tomocyte {

class SimulatedSession {
 public:
  // One position per sample (the kinds of SimulationOptions::sample), the seed counted up from options.seed. `noise`
  // changes the camera's noise and nothing else. Throws InputError.
  explicit SimulatedSession(const SimulationOptions& options, const std::vector<std::string>& samples,
                            std::uint64_t noise = 0);
  // One position with `phantom` on it, whatever options.sample says; options.seed is the camera's.
  [[nodiscard]] static SimulatedSession with(const Phantom& phantom, const SimulationOptions& options);

  [[nodiscard]] Instrument instrument();
  [[nodiscard]] SimulatedMicroscope& microscope() { return *microscope_; }
  [[nodiscard]] const ScanPlan& plan() const { return plan_; }
  [[nodiscard]] const ScanDescription& description() const { return description_; }
  // What lies at position 1, 2, … of the plan.
  [[nodiscard]] GroundTruth truth(Index position) const;

  // The session of a journal that another one wrote, to resume it. Throws FileError when it is of a real instrument.
  [[nodiscard]] static SimulatedSession of(const ScanJournal& journal);

 private:
  SimulatedSession() = default;
  void set_up(std::uint64_t camera_seed);

  SimulationOptions options_;
  std::vector<std::string> samples_;
  std::vector<std::vector<Phantom>> phantoms_;
  std::unique_ptr<SimulatedMicroscope> microscope_;
  ScanPlan plan_;
  ScanDescription description_;
};

}  // namespace tomocyte
