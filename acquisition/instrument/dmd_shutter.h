// The light of an instrument whose laser has no switch of its own: the sample is lit only while the DMD shows a
// pattern, so that "off" blanks the mirrors.
#pragma once

#include <memory>

#include "acquisition/light_source.h"
#include "acquisition/pattern_modulator.h"

namespace tomocyte {

class DmdShutter final : public LightSource {
 public:
  explicit DmdShutter(std::shared_ptr<PatternModulator> modulator) : modulator_(std::move(modulator)) {}
  ~DmdShutter() override { modulator_->stop(); }
  [[nodiscard]] DeviceIdentity identity() const override { return {"dmd-shutter", "", "the DMD as shutter", "", ""}; }
  [[nodiscard]] DeviceState state() const override { return modulator_->state(); }
  void set_on(bool on) override {
    if (!on) modulator_->stop();
    on_ = on;
  }
  [[nodiscard]] bool is_on() const override { return on_; }

 private:
  std::shared_ptr<PatternModulator> modulator_;
  bool on_ = false;
};

}  // namespace tomocyte
