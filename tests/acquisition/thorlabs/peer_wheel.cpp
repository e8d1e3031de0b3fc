#include "tests/acquisition/thorlabs/peer_wheel.h"

#include <cstdio>
#include <cstdlib>

namespace peer {
namespace {

constexpr double kTurn_s = 0.15;  // per position

}  // namespace

void Wheel::receive(std::string& bytes) {
  for (std::size_t end = bytes.find('\r'); end != std::string::npos; end = bytes.find('\r')) {
    const std::string command = bytes.substr(0, end);
    bytes.erase(0, end + 1);
    std::printf("%s\n", command.c_str());
    handle(command);
  }
}

void Wheel::advance() {
  if (position_ == target_ || faults_.jammed || seconds_now() < arrives_s_) return;
  if (faults_.hang_up_in_move) return line_.hang_up();
  position_ = target_;
  if (owes_prompt_) line_.send("> ");
  owes_prompt_ = false;
}

void Wheel::handle(const std::string& command) {
  if (faults_.silent) return;
  const std::string echo = faults_.no_echo ? "" : command + "\r";
  const std::string text = answer(command);
  owes_prompt_ = command.starts_with("pos=") && text.empty() && !faults_.prompt_at_once && !faults_.jammed;
  line_.send(echo + (text.empty() ? "" : text + "\r") + (owes_prompt_ ? "" : "> "));
}

std::string Wheel::answer(const std::string& command) {
  if (command == "*idn?")
    return faults_.other_device ? "THORLABS TC200 version 2.0" : "THORLABS FW102C/FW212C Filter Wheel version 1.07";
  if (command == "pcount?") return "6";
  if (command == "pos?") return std::to_string(position_);
  if (command == "speed?") return std::to_string(speed_);
  if (command == "sensors?") return std::to_string(sensors_);
  const std::size_t equals = command.find('=');
  if (equals == std::string::npos) return "Command error CMD_NOT_DEFINED";
  const std::string name = command.substr(0, equals);
  const int value = std::atoi(command.c_str() + equals + 1);
  if (faults_.refuses) return "Command error CMD_ARG_INVALID";
  if (name == "pos") {
    target_ = value;
    arrives_s_ = seconds_now() + kTurn_s * std::abs(target_ - position_);
  } else if (name == "speed") {
    speed_ = value;
  } else if (name == "sensors") {
    sensors_ = value;
  } else {
    return "Command error CMD_NOT_DEFINED";
  }
  return "";
}

}  // namespace peer
