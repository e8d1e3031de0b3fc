// One axis of a stage: its place on a controller, its scale, and what its status bits mean.
#pragma once

#include <memory>

#include "acquisition/thorlabs/apt_controller.h"

namespace tomocyte {

struct AptAxisOptions {
  std::string port;             // "/dev/ttyUSB0"; axes on the same port share one controller
  int bay = 1;                  // 1 to 3, of the controller; 0: a controller with a single axis and no bays (KBD101)
  double counts_per_um = 20.0;  // encoder; MLS203: 20,000 counts/mm; negative when it counts the other way
  double max_speed_um_s = 250'000.0;
};

struct AptVelocity {
  double speed_um_s = 0.0;
  double acceleration_um_s2 = 0.0;
};

enum class AptStop : std::uint8_t { kImmediate = 1, kProfiled = 2 };  // kProfiled: brakes at the set deceleration

class AptAxis {
 public:
  // Takes hold of the axis: ends reports that another program asked for, enables the motor if it is not.
  // Throws DeviceError when the channel does not answer or stays disabled.
  AptAxis(std::string name, const AptAxisOptions& options, std::shared_ptr<AptController> controller);

  [[nodiscard]] const std::string& name() const { return name_; }  // "x"
  [[nodiscard]] AptController& controller() const { return *controller_; }
  [[nodiscard]] AptUnit unit() const { return unit_; }

  [[nodiscard]] AptStatus status() const { return controller_->status(unit_); }
  [[nodiscard]] double to_um(std::int32_t counts) const { return counts / counts_per_um_; }
  // Throws InputError when the controller cannot count that far.
  [[nodiscard]] std::int32_t to_counts(double um) const;

  void start_move_to(std::int32_t counts) const;
  void start_move_by(std::int32_t counts) const;
  void start_home() const;
  void stop(AptStop how) const;  // from any thread
  [[nodiscard]] bool take_event(AptId event) const { return controller_->take_event(unit_, event); }

  [[nodiscard]] AptVelocity velocity() const { return velocity_; }
  // Rounded to what the controller can, and limited to the axis' maximum.
  void set_speed_um_s(double speed);

  // Throws DeviceError naming axis and fault. A limit switch is a fault when it was not pressed at `start_bits`.
  void check_faults(const AptStatus& status, std::uint32_t start_bits) const;

 private:
  void read_velocity();

  std::string name_;
  std::shared_ptr<AptController> controller_;
  AptUnit unit_;
  double counts_per_um_;
  double max_speed_um_s_;
  AptVelocity velocity_;
};

[[nodiscard]] bool is_moving(std::uint32_t status_bits);
[[nodiscard]] bool is_homing(std::uint32_t status_bits);
[[nodiscard]] bool is_homed(std::uint32_t status_bits);
// Neither enabled nor without a fault, apart from limit switches.
[[nodiscard]] bool is_faulty(std::uint32_t status_bits);

}  // namespace tomocyte
