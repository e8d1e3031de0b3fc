#include "tests/acquisition/thorlabs/peer_line.h"

#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>

namespace peer {

Line::Line(const LineFaults& faults) : faults_(faults) {
  master_ = ::posix_openpt(O_RDWR | O_NOCTTY);
  if (master_ < 0 || ::grantpt(master_) != 0 || ::unlockpt(master_) != 0)
    throw std::runtime_error("no pseudo-terminal");
  path_ = ::ptsname(master_);
  slave_ = ::open(path_.c_str(), O_RDWR | O_NOCTTY);
  termios raw{};
  if (slave_ < 0 || ::tcgetattr(slave_, &raw) != 0) throw std::runtime_error("the pseudo-terminal does not open");
  ::cfmakeraw(&raw);
  ::tcsetattr(slave_, TCSANOW, &raw);
}

Line::~Line() { hang_up(); }

void Line::hang_up() {
  if (slave_ >= 0) ::close(slave_);
  if (master_ >= 0) ::close(master_);
  slave_ = master_ = -1;
  pieces_.clear();
}

void Line::send(const std::string& message) {
  double due = seconds_now() + faults_.delay_ms * 1e-3;
  if (!pieces_.empty()) due = std::max(due, pieces_.back().due_s);
  // Ends like a header to the host whose message does not exist, and with half a header of one that does.
  if (faults_.garbage) pieces_.push_back({due, std::string("\x7f\x00\x91\x04\x01\x21\x91\x04\x0e\x00", 10)});
  if (!faults_.split || message.size() < 2) return pieces_.push_back({due, message});
  const std::size_t half = message.size() / 2;
  pieces_.push_back({due, message.substr(0, half)});
  pieces_.push_back({due + 0.015, message.substr(half)});
}

bool Line::exchange(std::string& received, int wait_ms) {
  while (is_up() && !pieces_.empty() && pieces_.front().due_s <= seconds_now()) {
    const std::string bytes = pieces_.front().bytes;
    pieces_.pop_front();
    if (::write(master_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) return false;
  }
  if (!is_up()) return false;
  pollfd descriptor{master_, POLLIN, 0};
  if (::poll(&descriptor, 1, wait_ms) <= 0) return true;
  char buffer[512];
  const ssize_t count = ::read(master_, buffer, sizeof buffer);
  if (count > 0) received.append(buffer, static_cast<std::size_t>(count));
  return count > 0;
}

}  // namespace peer
