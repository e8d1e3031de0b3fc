// A BBD203 with three axes that move in real time, and what can go wrong with it.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "tests/acquisition/thorlabs/peer_line.h"

namespace peer {

struct StageFaults {
  bool silent = false;            // never answers
  bool silent_in_move = false;    // answers nothing more once a move has begun
  bool stall = false;             // moves and searches get stuck half way
  bool no_announcements = false;  // of the ends of moves
  bool hang_up_in_move = false;
  bool stays_disabled = false;
  bool loses_home = false;             // forgets the reference when a move has ended
  bool drops_answers = false;          // every sixth one
  bool wants_acknowledgement = false;  // falls silent after 50 reports without one
  bool reports_error = false;          // instead of moving
  std::int32_t limit_counts = 0;       // where the limit switch is; 0: far away
  std::uint32_t bits_in_move = 0;      // status bits that appear half way
};

class Axis {
 public:
  void begin(std::int32_t target, double counts_per_s, double counts_per_s2, const StageFaults& faults);
  void begin_home(const StageFaults& faults);
  void stop();
  // True when it has just ended.
  bool advance();
  [[nodiscard]] std::int32_t position() const { return position_; }
  [[nodiscard]] std::uint32_t status() const;
  [[nodiscard]] bool half_way() const;
  [[nodiscard]] bool moving() const { return moving_; }
  [[nodiscard]] bool homing() const { return homing_; }

  bool enabled = false;
  bool homed = false;
  double speed = 20'000.0 * 100.0;          // counts/s: 100 mm/s
  double acceleration = 20'000.0 * 1000.0;  // counts/s²: 1 m/s²

 private:
  StageFaults faults_;
  std::int32_t position_ = 34'567;
  std::int32_t start_ = 0;
  std::int32_t target_ = 0;
  double began_s_ = 0.0;
  double speed_now_ = 0.0;
  double acceleration_now_ = 0.0;
  bool moving_ = false;
  bool homing_ = false;
  bool at_limit_ = false;
};

class Stage {
 public:
  Stage(Line& line, const StageFaults& faults) : line_(line), faults_(faults) {}
  void receive(std::string& bytes);
  void advance();

 private:
  void handle(std::uint16_t id, std::uint8_t unit, std::uint8_t param2, const std::string& data);
  void start(std::uint8_t unit, Axis& axis, std::int32_t target);
  void answer(std::uint16_t id, std::uint8_t unit, const std::string& data);
  [[nodiscard]] std::string report(std::uint8_t unit) const;
  void answer_velocity(std::uint8_t unit);
  void answer_hardware(std::uint8_t unit);

  Line& line_;
  StageFaults faults_;
  std::array<Axis, 3> axes_;
  bool silent_ = false;
  int unacknowledged_ = 0;
  int answers_ = 0;
};

}  // namespace peer
