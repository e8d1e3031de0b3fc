// The simulated DMD in optics that are not quite as its calibration says, as real ones never are.
#pragma once

#include <memory>
#include <vector>

#include "acquisition/dlpc900/calibration.h"
#include "acquisition/pattern_modulator.h"

namespace tomocyte {

// A wave that is asked for becomes the grating that `believed` has for it, and that grating the wave that `truth` makes
// of it.
class MisalignedDmd final : public PatternModulator {
 public:
  MisalignedDmd(std::shared_ptr<PatternModulator> modulator, const dlpc900::DmdCalibration& believed,
                const dlpc900::DmdCalibration& truth)
      : modulator_(std::move(modulator)), believed_(believed), truth_(truth) {}
  [[nodiscard]] DeviceIdentity identity() const override { return modulator_->identity(); }
  [[nodiscard]] DeviceState state() const override { return modulator_->state(); }
  void upload(const std::vector<IlluminationPattern>& sequence) override {
    std::vector<IlluminationPattern> shown = sequence;
    for (IlluminationPattern& pattern : shown)
      pattern.illumination = truth_.illumination(believed_.grating(pattern.illumination));
    modulator_->upload(shown);
  }
  [[nodiscard]] std::size_t capacity() const override { return modulator_->capacity(); }
  void display(std::size_t index) override { modulator_->display(index); }
  void arm(const PatternTiming& timing) override { modulator_->arm(timing); }
  void start() override { modulator_->start(); }
  void stop() noexcept override { modulator_->stop(); }
  [[nodiscard]] bool running() const override { return modulator_->running(); }
  [[nodiscard]] std::optional<std::size_t> reported_index() const override { return modulator_->reported_index(); }

 private:
  std::shared_ptr<PatternModulator> modulator_;
  dlpc900::DmdCalibration believed_;
  dlpc900::DmdCalibration truth_;
};

}  // namespace tomocyte
