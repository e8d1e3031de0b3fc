#include "app/cli/terminal.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace tomocyte {
namespace {

using Clock = std::chrono::steady_clock;

std::string time_text(double seconds) {
  const int whole = static_cast<int>(seconds + 0.5);
  return whole < 60 ? fmt::format("{} s", whole) : fmt::format("{} min {:02} s", whole / 60, whole % 60);
}

}  // namespace

Terminal::Terminal(bool quiet) : quiet_(quiet), interactive_(isatty(STDERR_FILENO) != 0) {}

Terminal::~Terminal() { finish_line(); }

Progress Terminal::progress() {
  start_ = Clock::now();
  last_shown_ = {};
  last_stage_.clear();
  return Progress([this](double fraction, const std::string& stage) { show(fraction, stage); }, interrupts_.token());
}

void Terminal::show(double fraction, const std::string& stage) {
  if (quiet_) return;
  const std::lock_guard lock(mutex_);
  if (interactive_)
    show_on_terminal(fraction, stage);
  else
    show_in_pipe(fraction, stage);
}

void Terminal::show_on_terminal(double fraction, const std::string& stage) {
  const auto now = Clock::now();
  if (now - last_shown_ < std::chrono::milliseconds(100) && fraction < 1.0) return;
  last_shown_ = now;
  const double elapsed = std::chrono::duration<double>(now - start_).count();
  const bool can_tell = fraction > 0.02 && elapsed > 1.0;
  const std::string left = can_tell ? time_text(elapsed * (1.0 - fraction) / fraction) + " left" : "";
  constexpr int kWidth = 24;
  std::string bar(kWidth, '.');
  bar.replace(0, static_cast<std::size_t>(fraction * kWidth), static_cast<std::size_t>(fraction * kWidth), '#');
  fmt::print(stderr, "\r\033[K[{}] {:3.0f} %  {}  {}", bar, 100.0 * fraction, stage, left);
  std::fflush(stderr);
  line_open_ = true;
}

void Terminal::show_in_pipe(double fraction, const std::string& stage) {
  if (stage == last_stage_ || stage.empty()) return;
  last_stage_ = stage;
  fmt::print(stderr, "{:3.0f} %  {}\n", 100.0 * fraction, stage);
}

void Terminal::finish_line() {
  const std::lock_guard lock(mutex_);
  if (line_open_) std::fputs("\r\033[K", stderr);
  line_open_ = false;
}

}  // namespace tomocyte
