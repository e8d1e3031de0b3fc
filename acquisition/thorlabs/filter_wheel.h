// Thorlabs' motorised filter wheels FW102C and FW212C: commands in ASCII that the wheel echoes, answers that end with a
// prompt (FW102C operating manual, chapter "Software Control").
#pragma once

#include <mutex>

#include "acquisition/filter_wheel.h"
#include "acquisition/thorlabs/serial_line.h"

namespace tomocyte {

class Fw102cWheel final : public FilterWheel {
 public:
  // Connects and identifies the wheel; it does not turn. Throws DeviceError when something else answers, or nothing.
  explicit Fw102cWheel(const std::string& port);

  [[nodiscard]] DeviceIdentity identity() const override { return identity_; }
  [[nodiscard]] DeviceState state() const override;
  [[nodiscard]] int positions() const override { return positions_; }
  [[nodiscard]] int position() const override;
  void move_to(int position) override;

  [[nodiscard]] bool fast() const;
  void set_fast(bool fast);
  // The sensors that find the positions shine: off while the wheel stands keeps stray light out of the picture.
  [[nodiscard]] bool sensors_stay_on() const;
  void set_sensors_stay_on(bool on);

 private:
  // The lines that the wheel answers with; throws DeviceError when it refuses the command or its prompt does not come.
  std::vector<std::string> command(const std::string& text, SerialLine::Clock::duration time) const;
  [[nodiscard]] std::string ask(const std::string& question) const;
  [[nodiscard]] int ask_number(const std::string& question) const;
  void synchronise() const;

  mutable std::mutex mutex_;
  mutable SerialLine line_;
  DeviceIdentity identity_;
  int positions_ = 0;
};

}  // namespace tomocyte
