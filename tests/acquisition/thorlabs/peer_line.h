// The device's end of a pseudo-terminal, with the faults of a line: delays, garbage between messages, messages that
// arrive in two pieces. Written to the published protocols and sharing no code with the drivers.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <string>

namespace peer {

using Clock = std::chrono::steady_clock;

inline double seconds_now() { return std::chrono::duration<double>(Clock::now().time_since_epoch()).count(); }

struct LineFaults {
  int delay_ms = 0;      // before every message
  bool garbage = false;  // bytes between messages that look a little like messages
  bool split = false;    // messages in two pieces, 15 ms apart
};

class Line {
 public:
  explicit Line(const LineFaults& faults);
  ~Line();
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  [[nodiscard]] const std::string& slave_path() const { return path_; }
  // Sends what is due, then waits at most `wait_ms` for bytes. False when nobody will ever send again.
  bool exchange(std::string& received, int wait_ms);
  void send(const std::string& message);
  // What a pulled cable looks like to the other side.
  void hang_up();
  [[nodiscard]] bool is_up() const { return master_ >= 0; }

 private:
  struct Piece {
    double due_s;
    std::string bytes;
  };
  LineFaults faults_;
  int master_ = -1;
  int slave_ = -1;  // held open, so that the master can be read before and after the driver is there
  std::string path_;
  std::deque<Piece> pieces_;
};

}  // namespace peer
