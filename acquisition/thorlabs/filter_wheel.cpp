#include "acquisition/thorlabs/filter_wheel.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "core/error.h"

namespace tomocyte {
namespace {

using Clock = SerialLine::Clock;
using namespace std::chrono_literals;

constexpr auto kWheelAnswerTime = 1s;
constexpr auto kWheelPollTime = 50ms;
constexpr auto kQuietTime = 100ms;
constexpr std::string_view kPrompt = "> ";
constexpr std::string_view kRefusal = "Command error";

// Whole answers end with the prompt. The echo tells a new answer from the rest of an old one; a wheel that does not
// echo has to be quiet after its prompt instead.
bool ends_with_prompt(std::string_view answer) { return answer.ends_with(kPrompt); }

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  std::string line;
  const auto end_line = [&] {
    if (!line.empty()) lines.push_back(line);
    line.clear();
  };
  for (const char c : text) {
    if (c == '\r' || c == '\n')
      end_line();
    else if (c != '\0')
      line += c;  // wheels send zeros after power-on
  }
  end_line();
  return lines;
}

// Steps along the shorter way round.
int steps_between(int from, int to, int positions) {
  const int direct = std::abs(to - from);
  return std::min(direct, positions - direct);
}

}  // namespace

Fw102cWheel::Fw102cWheel(const std::string& port) : line_(port, SerialSetup::kPlain) {
  synchronise();
  const std::string identification = ask("*idn?");  // "THORLABS FW102C/FW212C Filter Wheel version 1.07"
  if (identification.find("FW102C") == std::string::npos && identification.find("FW212C") == std::string::npos)
    throw DeviceError(
        fmt::format("the device on {} is no filter wheel FW102C or FW212C; it says \"{}\"", port, identification),
        "Choose the port of the filter wheel.");
  const std::size_t version = identification.rfind(' ');
  positions_ = ask_number("pcount?");
  identity_ = {"fw102c", "Thorlabs", positions_ > 6 ? "FW212C" : "FW102C", "", identification.substr(version + 1)};
  if (positions_ < 1)
    throw DeviceError(fmt::format("the filter wheel on {} says that it has {} positions", port, positions_),
                      "Set the wheel's type with Thorlabs' own program.");
  const auto add_choice = [this](const char* name, const char* off, const char* on, const char* help, auto get,
                                 auto set) {
    add_property(
        [=, this] {
          return Property{
              .name = name, .value = std::string((this->*get)() ? on : off), .choices = {off, on}, .help = help};
        },
        [=, this](const PropertyValue& value) { (this->*set)(std::get<std::string>(value) == on); });
  };
  add_choice("speed", "slow", "fast", "How fast the wheel turns.", &Fw102cWheel::fast, &Fw102cWheel::set_fast);
  add_choice("sensors", "off when idle", "on", "Sensors that stay on give stray light.", &Fw102cWheel::sensors_stay_on,
             &Fw102cWheel::set_sensors_stay_on);
}

// Ends whatever an earlier program left half written. The wheel answers an empty command with an error and its prompt.
void Fw102cWheel::synchronise() const {
  line_.write("\r");
  const auto deadline = Clock::now() + kWheelAnswerTime;
  std::string answer;
  while (Clock::now() < deadline) {
    const std::string bytes = line_.read(std::min(Clock::now() + kQuietTime, deadline));
    if (bytes.empty() && ends_with_prompt(answer)) return;
    answer += bytes;
  }
}

std::vector<std::string> Fw102cWheel::command(const std::string& text, Clock::duration time) const {
  while (!line_.read(Clock::now()).empty()) continue;  // the late end of an earlier answer
  const std::string echo = text + "\r";
  line_.write(echo);
  const auto deadline = Clock::now() + time;
  std::string answer;
  std::size_t begin = std::string::npos;
  for (;;) {
    const bool prompted = ends_with_prompt(answer);
    begin = answer.find(echo);
    if (prompted && begin != std::string::npos) break;
    const std::string bytes = line_.read(prompted ? std::min(Clock::now() + kQuietTime, deadline) : deadline);
    if (bytes.empty() && prompted) break;
    if (bytes.empty())
      throw DeviceError(fmt::format("the filter wheel on {} does not answer to \"{}\"", line_.port(), text),
                        "Check that the wheel is switched on and its cable is plugged in.");
    answer += bytes;
  }
  std::string_view content = answer;
  content.remove_suffix(kPrompt.size());
  if (begin != std::string::npos) content.remove_prefix(begin + echo.size());
  std::vector<std::string> lines = lines_of(content);
  for (const std::string& line : lines)
    if (line.find(kRefusal) != std::string::npos)
      throw DeviceError(fmt::format("the filter wheel on {} refuses \"{}\": {}", line_.port(), text, line),
                        "Check the wheel's type and firmware.");
  return lines;
}

std::string Fw102cWheel::ask(const std::string& question) const {
  const std::vector<std::string> lines = command(question, kWheelAnswerTime);
  if (lines.size() == 1) return lines.front();
  throw DeviceError(fmt::format("the filter wheel on {} gives {} lines as answer to \"{}\", not one", line_.port(),
                                lines.size(), question),
                    "Check the cable, and that no other program uses the port.");
}

int Fw102cWheel::ask_number(const std::string& question) const {
  const std::string answer = ask(question);
  int number = 0;
  const auto [end, error] = std::from_chars(answer.data(), answer.data() + answer.size(), number);
  if (error == std::errc() && end == answer.data() + answer.size()) return number;
  throw DeviceError(fmt::format("the filter wheel on {} answers \"{}\" to \"{}\", which is no number", line_.port(),
                                answer, question),
                    "Check the cable, and that no other program uses the port.");
}

DeviceState Fw102cWheel::state() const {
  const std::unique_lock lock(mutex_, std::try_to_lock);
  if (!lock) return DeviceState::kBusy;
  try {
    return ask_number("pos?") > 0 ? DeviceState::kReady : DeviceState::kFault;
  } catch (const Error&) {
    return DeviceState::kDisconnected;
  }
}

int Fw102cWheel::position() const {
  const std::lock_guard lock(mutex_);
  return ask_number("pos?");
}

void Fw102cWheel::move_to(int position) {
  if (position < 1 || position > positions_)
    throw InputError(fmt::format("the filter wheel has no position {}; it has 1 to {}", position, positions_));
  const std::lock_guard lock(mutex_);
  const int from = ask_number("pos?");
  if (from == position) return;
  const auto step_time = ask_number("speed?") == 0 ? 4s : 2s;  // twice what a step takes
  const auto time = 2s + steps_between(from, position, positions_) * step_time;
  const auto deadline = Clock::now() + time;
  command(fmt::format("pos={}", position), time);  // the prompt comes when the wheel has turned, or at once
  int now = ask_number("pos?");
  while (now != position) {
    if (Clock::now() >= deadline)
      throw DeviceError(fmt::format("the filter wheel on {} stands at {} instead of {}", line_.port(), now, position),
                        "Look for something in the wheel's way, and switch it off and on again.");
    static_cast<void>(line_.read(Clock::now() + kWheelPollTime));
    now = ask_number("pos?");
  }
}

bool Fw102cWheel::fast() const {
  const std::lock_guard lock(mutex_);
  return ask_number("speed?") != 0;
}

void Fw102cWheel::set_fast(bool fast) {
  const std::lock_guard lock(mutex_);
  command(fast ? "speed=1" : "speed=0", kWheelAnswerTime);
}

bool Fw102cWheel::sensors_stay_on() const {
  const std::lock_guard lock(mutex_);
  return ask_number("sensors?") != 0;
}

void Fw102cWheel::set_sensors_stay_on(bool on) {
  const std::lock_guard lock(mutex_);
  command(on ? "sensors=1" : "sensors=0", kWheelAnswerTime);
}

}  // namespace tomocyte
