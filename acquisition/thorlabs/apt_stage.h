// Thorlabs' motorised stages with brushless controllers (BBD201 to BBD203, BBD30x; XY stage MLS203) behind the stage
// interface, by the APT protocol over a serial port.
#pragma once

#include <atomic>
#include <mutex>

#include "acquisition/stage.h"
#include "acquisition/thorlabs/apt_axis.h"

namespace tomocyte {

struct AptStageOptions {
  AptAxisOptions x{.port = {}, .bay = 1};
  AptAxisOptions y{.port = {}, .bay = 2};
  std::optional<AptAxisOptions> z;  // absent: position 0, and it cannot go anywhere else
  double arrival_tolerance_um = 1.0;
  double stall_time_ms = 1000.0;  // without any progress: stalled
  double home_time_s = 120.0;     // for the whole search of the reference
};

class AptStage final : public Stage {
 public:
  // Connects, identifies the controllers and enables the motors. Nothing moves. Throws DeviceError.
  explicit AptStage(const AptStageOptions& options);
  ~AptStage() override;

  [[nodiscard]] DeviceIdentity identity() const override;
  [[nodiscard]] DeviceState state() const override;
  [[nodiscard]] std::optional<StageLimits> limits() const override { return limits_; }
  void set_limits(const StageLimits& limits) override { limits_ = limits; }

  [[nodiscard]] StagePosition position() const override;
  void move_to(const StagePosition& target) override;
  // Like move_to(), from where the stage stands.
  void move_by(const StagePosition& offset);
  void home() override;
  [[nodiscard]] bool homed() const override;
  // Brakes at the set deceleration.
  void stop() noexcept override { stop(AptStop::kProfiled); }
  // From any thread.
  void stop(AptStop how) noexcept;

  void set_speed_um_s(double speed) override;
  [[nodiscard]] double speed_um_s() const override;
  void set_settle_time_ms(double time) override;
  [[nodiscard]] double settle_time_ms() const override { return settle_time_ms_; }

 private:
  struct Motion;
  [[nodiscard]] StagePosition read_position() const;
  void check_target(const StagePosition& target) const;
  [[nodiscard]] std::vector<Motion> plan(const StagePosition& target) const;
  void carry_out(std::vector<Motion> motions);
  void check_not_stopped() const;
  void follow(std::vector<Motion>& motions);
  void follow(Motion& motion) const;
  void wait_for_stop(const std::vector<Motion>& motions) noexcept;
  void add_properties();

  AptStageOptions options_;
  std::vector<AptAxis> axes_;  // x, y and perhaps z
  std::optional<StageLimits> limits_;
  double settle_time_ms_ = 0.0;
  mutable std::mutex mutex_;  // of the controllers' answers; a move holds it to its end
  std::atomic<bool> stop_requested_ = false;
};

}  // namespace tomocyte
