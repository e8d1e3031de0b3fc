#include "acquisition/thorlabs/apt_stage.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <thread>

#include "core/error.h"

namespace tomocyte {
namespace {

using Clock = SerialLine::Clock;
using Seconds = std::chrono::duration<double>;
using namespace std::chrono_literals;

constexpr auto kPollTime = 20ms;
constexpr auto kBrakeTime = 1s;
constexpr int kHomeStallFactor = 10;  // at the reference the stage stands still for seconds and changes its direction

Clock::time_point after_s(double seconds) {
  return Clock::now() + std::chrono::duration_cast<Clock::duration>(Seconds(seconds));
}

// The axes of one port share its controller.
std::vector<AptAxis> connect(const AptStageOptions& options) {
  std::vector<std::pair<std::string, AptAxisOptions>> wanted = {{"x", options.x}, {"y", options.y}};
  if (options.z) wanted.emplace_back("z", *options.z);
  std::vector<std::pair<std::string, std::shared_ptr<AptController>>> opened;
  std::vector<AptAxis> axes;
  for (const auto& [name, axis] : wanted) {
    auto found = std::ranges::find(opened, axis.port, [](const auto& entry) { return entry.first; });
    if (found == opened.end()) {
      const AptUnit unit = axis.bay == 0 ? AptUnit::kUsb : AptUnit::kRack;
      opened.emplace_back(axis.port, std::make_shared<AptController>(axis.port, unit));
      found = std::prev(opened.end());
    }
    axes.emplace_back(name, axis, found->second);
  }
  return axes;
}

double coordinate(const StagePosition& position, std::size_t axis) {
  return axis == 0 ? position.x_um : axis == 1 ? position.y_um : position.z_um;
}

}  // namespace

// One axis on its way.
struct AptStage::Motion {
  enum class Kind { kTo, kBy, kHome };

  const AptAxis* axis = nullptr;
  Kind kind = Kind::kTo;
  AptStatus start;
  std::int32_t target = 0;  // counts; kHome: unused
  Clock::time_point deadline{};
  double stall_s = 0.0;
  double tolerance_counts = 0.0;

  std::int32_t best = 0;  // position of the last progress
  Clock::time_point progress_at{};
  bool announced = false;  // the controller has said that it is there
  bool seen_homing = false;
  int still_polls = 0;
  bool done = false;

  void begin() {
    best = start.position_counts;
    progress_at = Clock::now();
    if (kind == Kind::kHome) return axis->start_home();
    if (kind == Kind::kBy) return axis->start_move_by(target - start.position_counts);
    axis->start_move_to(target);
  }

  [[nodiscard]] double distance(std::int32_t counts) const { return std::abs(static_cast<double>(counts) - target); }

  void note_progress(std::int32_t counts) {
    const bool progress = kind == Kind::kHome ? std::abs(static_cast<double>(counts) - best) > tolerance_counts
                                              : distance(counts) < distance(best) - 1.0;
    if (!progress) return;
    best = counts;
    progress_at = Clock::now();
  }

  [[nodiscard]] bool arrived(const AptStatus& now) {
    if (kind == Kind::kHome) {
      seen_homing |= is_homing(now.bits);
      return !is_moving(now.bits) && is_homed(now.bits) && (announced || seen_homing);
    }
    if (is_moving(now.bits) || distance(now.position_counts) > tolerance_counts) {
      still_polls = 0;
      return false;
    }
    return announced || ++still_polls >= 2;
  }
};

AptStage::AptStage(const AptStageOptions& options) : options_(options), axes_(connect(options)) { add_properties(); }

AptStage::~AptStage() = default;

void AptStage::add_properties() {
  add_property(
      [this] {
        return Property{.name = "speed",
                        .unit = "µm/s",
                        .value = speed_um_s(),
                        .minimum = 0.0,
                        .maximum = options_.x.max_speed_um_s,
                        .help = "Highest speed of a move."};
      },
      [this](const PropertyValue& value) { set_speed_um_s(std::get<double>(value)); });
  add_property(
      [this] {
        return Property{.name = "settle time",
                        .unit = "ms",
                        .value = settle_time_ms_,
                        .minimum = 0.0,
                        .help = "Waiting time after a move before the sample is still."};
      },
      [this](const PropertyValue& value) { set_settle_time_ms(std::get<double>(value)); });
  add_property([this] { return Property{.name = "homed", .value = homed(), .help = "Whether positions are known."}; });
}

DeviceIdentity AptStage::identity() const {
  const AptHardware& hardware = axes_.front().controller().hardware();
  return {"apt", "Thorlabs", hardware.model, hardware.serial, hardware.firmware};
}

DeviceState AptStage::state() const {
  const std::unique_lock lock(mutex_, std::try_to_lock);
  if (!lock) return DeviceState::kBusy;
  try {
    bool moving = false;
    for (const AptAxis& axis : axes_) {
      const std::uint32_t bits = axis.status().bits;
      if (is_faulty(bits)) return DeviceState::kFault;
      moving |= is_moving(bits);
    }
    return moving ? DeviceState::kBusy : DeviceState::kReady;
  } catch (const Error&) {
    return DeviceState::kDisconnected;
  }
}

StagePosition AptStage::read_position() const {
  StagePosition position;
  position.x_um = axes_[0].to_um(axes_[0].status().position_counts);
  position.y_um = axes_[1].to_um(axes_[1].status().position_counts);
  if (axes_.size() > 2) position.z_um = axes_[2].to_um(axes_[2].status().position_counts);
  return position;
}

StagePosition AptStage::position() const {
  const std::lock_guard lock(mutex_);
  return read_position();
}

bool AptStage::homed() const {
  const std::lock_guard lock(mutex_);
  return std::ranges::all_of(axes_, [](const AptAxis& axis) { return is_homed(axis.status().bits); });
}

void AptStage::check_target(const StagePosition& target) const {
  check_inside(limits_, target);
  if (axes_.size() < 3 && target.z_um != 0.0)
    throw DeviceError(fmt::format("the stage has no z axis, so it cannot go to z = {} µm", target.z_um),
                      "Ask for z = 0, or name the controller of the z axis in the instrument's configuration.");
}

// What has to move, after everything that forbids it.
std::vector<AptStage::Motion> AptStage::plan(const StagePosition& target) const {
  std::vector<Motion> motions;
  for (std::size_t i = 0; i < axes_.size(); ++i) {
    const AptAxis& axis = axes_[i];
    Motion motion{.axis = &axis, .start = axis.status(), .target = axis.to_counts(coordinate(target, i))};
    axis.check_faults(motion.start, motion.start.bits);
    if (!is_homed(motion.start.bits))
      throw DeviceError(fmt::format("{}: the {} axis is not homed, so its position is unknown",
                                    axis.controller().name(), axis.name()),
                        "Make sure that nothing is in the way, then home the stage.");
    if (motion.target == motion.start.position_counts) continue;
    const AptVelocity velocity = axis.velocity();
    const double distance_um = std::abs(axis.to_um(motion.target) - axis.to_um(motion.start.position_counts));
    double expected_s = 0.0;
    if (velocity.speed_um_s > 0.0) expected_s += distance_um / velocity.speed_um_s;
    if (velocity.acceleration_um_s2 > 0.0) expected_s += velocity.speed_um_s / velocity.acceleration_um_s2;
    motion.stall_s = options_.stall_time_ms * 1e-3;
    motion.deadline = after_s(2.0 * expected_s + motion.stall_s);
    motion.tolerance_counts = std::abs(axis.to_counts(options_.arrival_tolerance_um));
    motions.push_back(motion);
  }
  return motions;
}

void AptStage::move_to(const StagePosition& target) {
  check_target(target);
  const std::lock_guard lock(mutex_);
  stop_requested_ = false;
  carry_out(plan(target));
}

void AptStage::move_by(const StagePosition& offset) {
  const std::lock_guard lock(mutex_);
  stop_requested_ = false;
  const StagePosition from = read_position();
  const StagePosition target{from.x_um + offset.x_um, from.y_um + offset.y_um, from.z_um + offset.z_um};
  check_target(target);
  std::vector<Motion> motions = plan(target);
  for (Motion& motion : motions) motion.kind = Motion::Kind::kBy;
  carry_out(std::move(motions));
}

void AptStage::home() {
  const std::lock_guard lock(mutex_);
  stop_requested_ = false;
  std::vector<Motion> motions;
  for (const AptAxis& axis : axes_) {
    Motion motion{.axis = &axis, .kind = Motion::Kind::kHome, .start = axis.status()};
    axis.check_faults(motion.start, motion.start.bits);
    motion.start.bits = ~0U;  // the search may press the limit switches
    motion.deadline = after_s(options_.home_time_s);
    motion.stall_s = kHomeStallFactor * options_.stall_time_ms * 1e-3;
    motion.tolerance_counts = std::abs(axis.to_counts(options_.arrival_tolerance_um));
    motions.push_back(motion);
  }
  carry_out(std::move(motions));
}

void AptStage::carry_out(std::vector<Motion> motions) {
  for (const Motion& motion : motions) motion.axis->controller().forget_events();
  try {
    for (Motion& motion : motions) {
      check_not_stopped();
      motion.begin();
    }
    follow(motions);
  } catch (...) {
    wait_for_stop(motions);
    throw;
  }
  std::this_thread::sleep_for(std::chrono::duration<double, std::milli>(settle_time_ms_));
}

void AptStage::check_not_stopped() const {
  if (stop_requested_)
    throw DeviceError("the stage was stopped before it arrived", "Read its position before you move on.");
}

void AptStage::follow(std::vector<Motion>& motions) {
  for (;;) {
    const AptAxis* pending = nullptr;
    for (Motion& motion : motions) {
      check_not_stopped();
      if (!motion.done) follow(motion);
      if (!motion.done) pending = motion.axis;
    }
    if (pending == nullptr) return;
    pending->controller().listen(Clock::now() + kPollTime);
  }
}

// Asks once where the axis is. Both the announcement of the controller and what it answers end a motion: announcements
// get lost, and not every firmware sends them.
void AptStage::follow(Motion& motion) const {
  const AptAxis& axis = *motion.axis;
  const AptStatus now = axis.status();
  motion.announced |=
      axis.take_event(motion.kind == Motion::Kind::kHome ? AptId::kMotMoveHomed : AptId::kMotMoveCompleted);
  motion.note_progress(now.position_counts);
  motion.done = motion.arrived(now);
  if (motion.done) return;
  axis.check_faults(now, motion.start.bits);
  const double standstill_s = Seconds(Clock::now() - motion.progress_at).count();
  if (standstill_s < motion.stall_s && Clock::now() < motion.deadline) return;
  const std::string task = motion.kind == Motion::Kind::kHome
                               ? std::string("on its search for the reference")
                               : fmt::format("on its way to {} µm", axis.to_um(motion.target));
  throw DeviceError(
      fmt::format("{}: the {} axis stalled at {} µm {} (no progress for {:.1f} s)", axis.controller().name(),
                  axis.name(), axis.to_um(now.position_counts), task, standstill_s),
      "Look for something in the stage's way, and check its cable.");
}

// Nothing is left moving when a motion has failed. Says nothing new: the failure itself is on its way to the caller.
void AptStage::wait_for_stop(const std::vector<Motion>& motions) noexcept {
  for (const Motion& motion : motions) try {
      motion.axis->stop(stop_requested_ ? AptStop::kProfiled : AptStop::kImmediate);
    } catch (const Error&) {
    }
  for (const Motion& motion : motions) try {
      const auto deadline = Clock::now() + kBrakeTime;
      while (is_moving(motion.axis->status().bits)) {
        if (Clock::now() >= deadline) {
          motion.axis->stop(AptStop::kImmediate);
          break;
        }
        motion.axis->controller().listen(Clock::now() + kPollTime);
      }
    } catch (const Error&) {
    }
}

void AptStage::stop(AptStop how) noexcept {
  stop_requested_ = true;
  for (const AptAxis& axis : axes_) try {
      axis.stop(how);
    } catch (const Error&) {  // a port that is gone: the move that is under way reports it
    }
}

void AptStage::set_speed_um_s(double speed) {
  if (!(speed > 0.0 && speed <= options_.x.max_speed_um_s))
    throw InputError(fmt::format("the stage cannot move at {} µm/s; it takes more than 0, up to {} µm/s", speed,
                                 options_.x.max_speed_um_s));
  const std::lock_guard lock(mutex_);
  for (AptAxis& axis : axes_) axis.set_speed_um_s(speed);
}

double AptStage::speed_um_s() const { return axes_.front().velocity().speed_um_s; }

void AptStage::set_settle_time_ms(double time) {
  if (!(time >= 0.0 && std::isfinite(time))) throw InputError(fmt::format("the settle time cannot be {} ms", time));
  settle_time_ms_ = time;
}

}  // namespace tomocyte
