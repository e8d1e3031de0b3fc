// The smear in the light of the simulated deep-UV microscope. Internal to it.
#pragma once

#include <mutex>

#include "acquisition/simulated_scene.h"
#include "acquisition/smear/smear_microscope_options.h"
#include "acquisition/smear/smear_slide.h"

namespace tomocyte {

struct SlidePlace {
  double x_um = 0.0;
  double y_um = 0.0;
};

// From any thread.
class SmearBench final : public SimulatedScene {
 public:
  SmearBench(SmearSlide slide, const SmearMicroscopeOptions& options, std::uint64_t exposures_before);

  void place_sample(const StagePosition& position) override;
  void set_light(bool on) override;
  [[nodiscard]] bool light_on() const override;
  // 1 in the middle of the blank field behind the 260 nm filter, nothing behind a position of the wheel without one.
  [[nodiscard]] Array<float, 2> intensity(const Shape<2>& sensor, std::mt19937_64& random) override;
  [[nodiscard]] std::size_t shown() const override;
  void connect_trigger(TriggerLine line) override;
  // Edges on the camera's trigger input, `period_s` apart.
  void pulse_trigger(int edges, double period_s);

  void set_filter(int position);
  [[nodiscard]] int filter() const;

  [[nodiscard]] const SmearSlide& slide() const { return slide_; }
  // What lies in the middle of the field when the stage was sent there.
  [[nodiscard]] SlidePlace place_at(const StagePosition& position) const;
  // The z of best focus there, now.
  [[nodiscard]] double focus_z_um(const StagePosition& position) const;

 private:
  const SmearSlide slide_;
  const SmearMicroscopeOptions options_;
  mutable std::mutex mutex_;
  StagePosition position_;
  int filter_ = 1;
  bool light_on_ = false;
  std::uint64_t exposures_;
  TriggerLine trigger_line_;
};

}  // namespace tomocyte
