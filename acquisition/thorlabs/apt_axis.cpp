#include "acquisition/thorlabs/apt_axis.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/error.h"

namespace tomocyte {
namespace {

using namespace std::chrono_literals;

// Status bits of the brushless controllers.
constexpr std::uint32_t kLimitSwitches = 0x0000'0003;
constexpr std::uint32_t kMoving = 0x0000'00F0;  // moving and jogging, forwards and backwards
constexpr std::uint32_t kHoming = 0x0000'0200;
constexpr std::uint32_t kHomed = 0x0000'0400;
constexpr std::uint32_t kEnabled = 0x8000'0000;

struct Fault {
  std::uint32_t bit;
  const char* what;
  const char* remedy;
};
constexpr const char* kPowerCycle = "Free the stage's way, then switch the controller off and on again.";
constexpr const char* kCheckCables = "Switch the controller off, check the stage's cables, and switch it on again.";
constexpr std::array kFaults = {
    Fault{0x0000'4000, "motion error: the position strays too far from the planned one", kPowerCycle},
    Fault{0x0000'8000, "the controller could not carry out an instruction", kPowerCycle},
    Fault{0x0001'0000, "the interlock is open", kCheckCables},
    Fault{0x0002'0000, "the motor or its driver is too hot", "Let it cool down before you go on."},
    Fault{0x0004'0000, "the supply voltage is too low", kCheckCables},
    Fault{0x0008'0000, "commutation error", kPowerCycle},
    Fault{0x0100'0000, "current limit: the motor is overloaded", kPowerCycle},
    Fault{0x0200'0000, "the encoder has failed", kCheckCables},
    Fault{0x0400'0000, "current limit: the continuous current of the motor is exceeded", kPowerCycle},
    Fault{0x0800'0000, "the power supply delivers too much current", kCheckCables}};

// Of the controllers' servo loop: speeds are counts per cycle, accelerations counts per cycle², both times 65536.
constexpr double kCycle_s = 102.4e-6;
constexpr double kFraction = 65536.0;

constexpr auto kEnableTime = 3s;  // finding the motor's phase after power-on takes a while

AptUnit unit_of(int bay) {
  constexpr std::array kUnits = {AptUnit::kUsb, AptUnit::kBay1, AptUnit::kBay2, AptUnit::kBay3};
  if (bay < 0 || bay > 3) throw InputError(fmt::format("a stage controller has no bay {}", bay), "Bays are 1 to 3.");
  return kUnits[static_cast<std::size_t>(bay)];
}

// Data that begin with the channel, which is 1 in every bay.
std::string channel_data() {
  std::string data;
  append_u16(data, 1);
  return data;
}

}  // namespace

bool is_moving(std::uint32_t status_bits) { return (status_bits & (kMoving | kHoming)) != 0; }
bool is_homing(std::uint32_t status_bits) { return (status_bits & kHoming) != 0; }
bool is_homed(std::uint32_t status_bits) { return (status_bits & kHomed) != 0; }

bool is_faulty(std::uint32_t status_bits) {
  if ((status_bits & kEnabled) == 0) return true;
  for (const Fault& fault : kFaults)
    if ((status_bits & fault.bit) != 0) return true;
  return false;
}

AptAxis::AptAxis(std::string name, const AptAxisOptions& options, std::shared_ptr<AptController> controller)
    : name_(std::move(name)),
      controller_(std::move(controller)),
      unit_(unit_of(options.bay)),
      counts_per_um_(options.counts_per_um),
      max_speed_um_s_(options.max_speed_um_s) {
  if (!std::isfinite(counts_per_um_) || counts_per_um_ == 0.0)
    throw InputError(fmt::format("the {} axis has no encoder scale", name_), "Give the counts per µm of its encoder.");
  controller_->send({AptId::kHwStopUpdates, unit_});
  if ((status().bits & kEnabled) == 0) {
    controller_->send({AptId::kModSetEnabled, unit_, 1, 1});
    const auto deadline = SerialLine::Clock::now() + kEnableTime;
    while ((status().bits & kEnabled) == 0) {
      if (SerialLine::Clock::now() >= deadline)
        throw DeviceError(fmt::format("{}: the {} axis stays disabled", controller_->name(), name_),
                          "Enable the channel on the controller's front panel and check the stage's cable.");
      controller_->listen(SerialLine::Clock::now() + 50ms);
    }
  }
  read_velocity();
}

std::int32_t AptAxis::to_counts(double um) const {
  const double counts = std::round(um * counts_per_um_);
  if (!(std::abs(counts) <= std::numeric_limits<std::int32_t>::max()))
    throw InputError(fmt::format("the {} axis cannot count to {} µm", name_, um));
  return static_cast<std::int32_t>(counts);
}

void AptAxis::start_move_to(std::int32_t counts) const {
  std::string data = channel_data();
  append_i32(data, counts);
  controller_->send({AptId::kMotMoveAbsolute, unit_, 0, 0, data});
}

void AptAxis::start_move_by(std::int32_t counts) const {
  std::string data = channel_data();
  append_i32(data, counts);
  controller_->send({AptId::kMotMoveRelative, unit_, 0, 0, data});
}

void AptAxis::start_home() const { controller_->send({AptId::kMotMoveHome, unit_, 1}); }

void AptAxis::stop(AptStop how) const {
  controller_->send({AptId::kMotMoveStop, unit_, 1, static_cast<std::uint8_t>(how)});
}

void AptAxis::read_velocity() {
  const AptMessage answer = controller_->request({AptId::kMotReqVelocity, unit_, 1}, AptId::kMotGetVelocity);
  const double scale = std::abs(counts_per_um_) * kCycle_s * kFraction;
  velocity_ = {i32_at(answer.data, 10) / scale, i32_at(answer.data, 6) / (scale * kCycle_s)};
}

void AptAxis::set_speed_um_s(double speed) {
  const double scale = std::abs(counts_per_um_) * kCycle_s * kFraction;
  std::string data = channel_data();
  append_i32(data, 0);  // the speed that a move begins with
  append_i32(data, static_cast<std::int32_t>(std::lround(velocity_.acceleration_um_s2 * scale * kCycle_s)));
  append_i32(data, std::max(1, static_cast<std::int32_t>(std::lround(std::min(speed, max_speed_um_s_) * scale))));
  controller_->send({AptId::kMotSetVelocity, unit_, 0, 0, data});
  read_velocity();
}

void AptAxis::check_faults(const AptStatus& status, std::uint32_t start_bits) const {
  const auto fail = [&](const std::string& what, const std::string& remedy) {
    throw DeviceError(
        fmt::format("{}: {} axis at {} µm: {}", controller_->name(), name_, to_um(status.position_counts), what),
        remedy);
  };
  for (const Fault& fault : kFaults)
    if ((status.bits & fault.bit) != 0) fail(fault.what, fault.remedy);
  if ((status.bits & kEnabled) == 0)
    fail("the motor is disabled", "Enable the channel on the controller's front panel, or connect again.");
  if ((status.bits & kLimitSwitches & ~start_bits) != 0)
    fail("it has hit its limit switch", "Move back into the range, and check the stage's soft limits.");
}

}  // namespace tomocyte
