// One command after the other, each checked: replies matched by sequence number, refusals turned into TI's meaning,
// a silent, busy or vanished controller reported as what it is. Not for several threads at once.
#pragma once

#include <memory>

#include "acquisition/dlpc900/opcodes.h"
#include "acquisition/dlpc900/packets.h"

namespace tomocyte::dlpc900 {

struct ChannelTiming {
  std::chrono::milliseconds reply_timeout{1000};
  // Between two questions to a controller that is not ready yet, and how often to ask.
  std::chrono::milliseconds poll_interval{20};
  int polls = 250;
};

class CommandChannel {
 public:
  CommandChannel(std::unique_ptr<HidTransport> transport, const ChannelTiming& timing);

  [[nodiscard]] const std::string& serial() const { return serial_; }
  [[nodiscard]] const ChannelTiming& timing() const { return timing_; }

  // All of them throw DeviceError. read() wants at least `bytes` back.
  [[nodiscard]] Bytes read(Opcode opcode, std::size_t bytes);
  // For commands that fit into one report: the controller acknowledges it.
  void write(Opcode opcode, std::span<const std::uint8_t> data);
  // For long commands and image data. An acknowledgement in the middle of image data would corrupt it (TI's own
  // program asks for none either): call check_last_error() after the last one.
  void write_unacknowledged(Opcode opcode, std::span<const std::uint8_t> data);
  void check_last_error(Opcode after);

  // Waits one poll interval.
  void pause() const;
  // The name of this device for messages.
  [[nodiscard]] std::string name() const;

 private:
  struct Reply {
    bool refused = false;
    Bytes data;
  };
  std::uint8_t send(Opcode opcode, std::span<const std::uint8_t> data, bool read, bool reply);
  [[nodiscard]] Reply receive(Opcode opcode, std::uint8_t sequence);
  [[nodiscard]] std::size_t receive_report(Opcode opcode, Report& report);
  [[nodiscard]] Reply ask(Opcode opcode);
  [[nodiscard]] std::string describe_last_error();
  [[noreturn]] void refused(Opcode opcode);
  [[noreturn]] void refused(Opcode opcode, std::uint8_t code);

  std::unique_ptr<HidTransport> transport_;
  ChannelTiming timing_;
  std::string serial_;
  std::uint8_t sequence_ = 0;
};

}  // namespace tomocyte::dlpc900
