#include "tests/acquisition/thorlabs/peer_stage.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace peer {
namespace {

constexpr double kCycle = 102.4e-6;

std::string u16(unsigned value) { return {static_cast<char>(value), static_cast<char>(value >> 8)}; }
std::string u32(std::uint32_t value) { return u16(value & 0xFFFF) + u16(value >> 16); }
std::uint32_t number(const std::string& bytes, std::size_t at, int length) {
  std::uint32_t value = 0;
  for (int i = length - 1; i >= 0; --i)
    value = value << 8 | static_cast<std::uint8_t>(bytes[at + static_cast<std::size_t>(i)]);
  return value;
}

// Distance after `t` of a trapezoidal (or triangular) profile over `distance`.
double profile(double distance, double v, double a, double t) {
  const double ramp = std::min(v / a, std::sqrt(distance / a));
  const double top = a * ramp;
  const double cruise = distance / top - ramp;
  const double total = 2 * ramp + cruise;
  if (t >= total) return distance;
  if (t < ramp) return 0.5 * a * t * t;
  if (t < ramp + cruise) return 0.5 * a * ramp * ramp + top * (t - ramp);
  return distance - 0.5 * a * (total - t) * (total - t);
}

bool has_data(std::uint8_t destination) { return (destination & 0x80) != 0; }

}  // namespace

void Axis::begin(std::int32_t target, double counts_per_s, double counts_per_s2, const StageFaults& faults) {
  faults_ = faults;
  start_ = position_;
  target_ = target;
  began_s_ = seconds_now();
  speed_now_ = counts_per_s;
  acceleration_now_ = counts_per_s2;
  moving_ = true;
  at_limit_ = false;
}

void Axis::begin_home(const StageFaults& faults) {
  begin(0, 20'000.0 * 10.0, 20'000.0 * 1000.0, faults);
  homing_ = true;
  homed = false;
}

void Axis::stop() { moving_ = homing_ = false; }

bool Axis::half_way() const { return moving_ && std::abs(position_ - start_) * 2 >= std::abs(target_ - start_); }

bool Axis::advance() {
  if (!moving_ || (faults_.stall && half_way())) return false;
  const double distance = std::abs(static_cast<double>(target_) - start_);
  const double gone = profile(distance, speed_now_, acceleration_now_, seconds_now() - began_s_);
  position_ = start_ + static_cast<std::int32_t>(std::lround(target_ > start_ ? gone : -gone));
  if (faults_.limit_counts != 0 && position_ >= faults_.limit_counts && !homing_) {
    position_ = faults_.limit_counts;
    at_limit_ = true;
    moving_ = false;
    return false;
  }
  if (gone < distance) return false;
  if (homing_) homed = true;
  if (faults_.loses_home && !homing_) homed = false;
  moving_ = homing_ = false;
  return true;
}

std::uint32_t Axis::status() const {
  std::uint32_t bits = 0x1000'0100;  // connected, power good
  if (at_limit_) bits |= 0x1;
  if (moving_) bits |= target_ > start_ ? 0x10 : 0x20;
  if (homing_) bits |= 0x200;
  if (homed) bits |= 0x400;
  if (!moving_) bits |= 0x2000;
  if (enabled) bits |= 0x8000'0000;
  if (half_way() && !homing_) {
    if ((faults_.bits_in_move & 0x8000'0000) != 0) bits &= 0x7FFF'FFFF;  // the one bit that is bad when absent
    bits |= faults_.bits_in_move & 0x7FFF'FFFF;
  }
  return bits;
}

void Stage::receive(std::string& bytes) {
  while (bytes.size() >= 6) {
    const auto destination = static_cast<std::uint8_t>(bytes[4]);
    const std::size_t data_bytes = has_data(destination) ? number(bytes, 2, 2) : 0;
    if (bytes.size() < 6 + data_bytes) return;
    const auto id = static_cast<std::uint16_t>(number(bytes, 0, 2));
    const auto param2 = static_cast<std::uint8_t>(bytes[3]);
    const std::string data = bytes.substr(6, data_bytes);
    bytes.erase(0, 6 + data_bytes);
    std::printf("%04x %02x", id, destination & 0x7F);
    if (id == 0x0465) std::printf(" %d", param2);
    for (std::size_t at = 2; at + 4 <= data.size(); at += 4)
      std::printf(" %d", static_cast<std::int32_t>(number(data, at, 4)));
    std::printf("\n");
    handle(id, destination & 0x7F, param2, data);
  }
}

void Stage::start(std::uint8_t unit, Axis& axis, std::int32_t target) {
  if (faults_.reports_error)
    return answer(0x0081, unit, u16(0x0453) + u16(77) + std::string("Invalid trajectory") + std::string(46, '\0'));
  axis.begin(target, axis.speed, axis.acceleration, faults_);
  silent_ = faults_.silent_in_move;
}

void Stage::handle(std::uint16_t id, std::uint8_t unit, std::uint8_t param2, const std::string& data) {
  if (unit == 0x11 && id == 0x0005) return answer_hardware(unit);
  if (unit < 0x21 || unit > 0x23) return;
  Axis& axis = axes_[unit - 0x21U];
  switch (id) {
    case 0x0210:
      axis.enabled = param2 == 1 && !faults_.stays_disabled;
      break;
    case 0x0413:
      axis.acceleration = number(data, 6, 4) / (65536.0 * kCycle * kCycle);
      axis.speed = number(data, 10, 4) / (65536.0 * kCycle);
      break;
    case 0x0414:
      answer_velocity(unit);
      break;
    case 0x0443:
      axis.begin_home(faults_);
      break;
    case 0x0448:
      start(unit, axis, axis.position() + static_cast<std::int32_t>(number(data, 2, 4)));
      break;
    case 0x0453:
      start(unit, axis, static_cast<std::int32_t>(number(data, 2, 4)));
      break;
    case 0x0465:
      axis.stop();
      answer(0x0466, unit, report(unit));
      break;
    case 0x0490:
      if (faults_.drops_answers && ++answers_ % 6 == 0) break;
      answer(0x0491, unit, report(unit));
      break;
    case 0x0492:
      unacknowledged_ = 0;
      break;
    default:
      break;
  }
}

void Stage::advance() {
  for (std::size_t i = 0; i < axes_.size(); ++i) {
    Axis& axis = axes_[i];
    if (faults_.hang_up_in_move && axis.half_way() && !axis.homing()) return line_.hang_up();
    const bool homing = axis.homing();
    if (!axis.advance() || faults_.no_announcements) continue;
    const auto unit = static_cast<std::uint8_t>(0x21 + i);
    if (homing)
      answer(0x0444, unit, {});
    else
      answer(0x0464, unit, report(unit));
  }
}

std::string Stage::report(std::uint8_t unit) const {
  const Axis& axis = axes_[unit - 0x21U];
  return u16(1) + u32(static_cast<std::uint32_t>(axis.position())) + u16(0) + u16(0) + u32(axis.status());
}

void Stage::answer_velocity(std::uint8_t unit) {
  const Axis& axis = axes_[unit - 0x21U];
  const auto acceleration = static_cast<std::uint32_t>(std::lround(axis.acceleration * 65536.0 * kCycle * kCycle));
  const auto speed = static_cast<std::uint32_t>(std::lround(axis.speed * 65536.0 * kCycle));
  answer(0x0415, unit, u16(1) + u32(0) + u32(acceleration) + u32(speed));
}

void Stage::answer_hardware(std::uint8_t unit) {
  std::string data = u32(73'000'123) + std::string("BBD203\0\0", 8) + u16(44);
  data += std::string("\x05\x02\x03\x00", 4);  // firmware 3.2.5
  data += std::string(60, '\0') + u16(1) + u16(0) + u16(3);
  answer(0x0006, unit, data);
}

void Stage::answer(std::uint16_t id, std::uint8_t unit, const std::string& data) {
  if (faults_.silent || silent_) return;
  const bool is_report = id == 0x0491 || id == 0x0464 || id == 0x0466;
  if (faults_.wants_acknowledgement && is_report && ++unacknowledged_ > 50) return;
  std::string message = u16(id);
  if (data.empty())
    message += std::string("\x01\x00\x01", 3);
  else
    message += u16(static_cast<unsigned>(data.size())) + '\x81';
  line_.send(message + static_cast<char>(unit) + data);
}

}  // namespace peer
