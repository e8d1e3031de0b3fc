// One Thorlabs motion controller on one serial port: questions with answers, and what it reports on its own.
#pragma once

#include <set>
#include <string>

#include "acquisition/thorlabs/apt_message.h"
#include "acquisition/thorlabs/serial_line.h"

namespace tomocyte {

struct AptHardware {
  std::string model;
  std::string serial;
  std::string firmware;
};

struct AptStatus {
  std::int32_t position_counts = 0;
  std::uint32_t bits = 0;
};

// From one thread at a time, but for send().
class AptController {
 public:
  // Opens the port and asks who is there. `unit` tells how the controller is addressed: the rack for the benchtop
  // controllers with bays, kUsb for a controller with one axis. Throws DeviceError.
  AptController(const std::string& port, AptUnit unit);

  [[nodiscard]] const AptHardware& hardware() const { return hardware_; }
  // "the stage controller BBD202 (no. 73000001) on /dev/ttyUSB0"
  [[nodiscard]] const std::string& name() const { return name_; }

  // From any thread. Throws DeviceError when the port is gone.
  void send(const AptMessage& message) { line_.write(to_bytes(message)); }
  // Throws DeviceError when no answer comes to any of three attempts, or the controller reports an error.
  [[nodiscard]] AptMessage request(const AptMessage& question, AptId answer);
  [[nodiscard]] AptStatus status(AptUnit unit);

  // Takes in what arrives until `deadline`. Throws DeviceError when the controller reports an error.
  void listen(SerialLine::Clock::time_point deadline);
  // True once for every kMotMoveCompleted, kMotMoveStopped or kMotMoveHomed that has come.
  [[nodiscard]] bool take_event(AptUnit unit, AptId event) { return events_.erase({unit, event}) > 0; }
  void forget_events() { events_.clear(); }

 private:
  std::optional<AptMessage> receive(SerialLine::Clock::time_point deadline);
  void note(const AptMessage& message);

  SerialLine line_;
  AptReader reader_;
  AptHardware hardware_;
  std::string name_;
  std::set<std::pair<AptUnit, AptId>> events_;
};

}  // namespace tomocyte
