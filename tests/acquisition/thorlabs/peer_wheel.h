// An FW102C with six positions that turns in real time, and what can go wrong with it.
#pragma once

#include <string>

#include "tests/acquisition/thorlabs/peer_line.h"

namespace peer {

struct WheelFaults {
  bool silent = false;
  bool no_echo = false;
  bool jammed = false;          // says where it is, and stays there
  bool prompt_at_once = false;  // before the wheel has turned
  bool refuses = false;         // every command that sets something
  bool other_device = false;
  bool hang_up_in_move = false;
};

class Wheel {
 public:
  Wheel(Line& line, const WheelFaults& faults) : line_(line), faults_(faults) {}
  void receive(std::string& bytes);
  void advance();

 private:
  void handle(const std::string& command);
  [[nodiscard]] std::string answer(const std::string& command);

  Line& line_;
  WheelFaults faults_;
  int position_ = 1;
  int target_ = 1;
  int speed_ = 1;
  int sensors_ = 1;
  double arrives_s_ = 0.0;
  bool owes_prompt_ = false;
};

}  // namespace peer
