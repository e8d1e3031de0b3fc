// Plays a stage controller or a filter wheel on a pseudo-terminal whose path is the first line that it prints; then a
// line for every message that it receives. Ends when its standard input does.
#include <poll.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdio>

#include "tests/acquisition/thorlabs/peer_stage.h"
#include "tests/acquisition/thorlabs/peer_wheel.h"

namespace {

bool standard_input_ended() {
  pollfd descriptor{STDIN_FILENO, POLLIN, 0};
  return ::poll(&descriptor, 1, 0) > 0;
}

template <typename Device>
void play(peer::Line& line, Device& device) {
  std::printf("%s\n", line.slave_path().c_str());
  std::string received;
  while (!standard_input_ended()) {
    if (line.is_up()) {
      if (!line.exchange(received, 2)) return;
      device.receive(received);
      device.advance();
    } else {
      ::poll(nullptr, 0, 10);
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  CLI::App app("A Thorlabs device on a pseudo-terminal");
  peer::LineFaults line_faults;
  peer::StageFaults stage;
  peer::WheelFaults wheel;
  app.add_option("--delay-ms", line_faults.delay_ms);
  app.add_flag("--garbage", line_faults.garbage);
  app.add_flag("--split", line_faults.split);
  CLI::App* as_stage = app.add_subcommand("stage");
  as_stage->add_flag("--silent", stage.silent);
  as_stage->add_flag("--silent-in-move", stage.silent_in_move);
  as_stage->add_flag("--stall", stage.stall);
  as_stage->add_flag("--no-announcements", stage.no_announcements);
  as_stage->add_flag("--hang-up-in-move", stage.hang_up_in_move);
  as_stage->add_flag("--stays-disabled", stage.stays_disabled);
  as_stage->add_flag("--loses-home", stage.loses_home);
  as_stage->add_flag("--drops-answers", stage.drops_answers);
  as_stage->add_flag("--wants-acknowledgement", stage.wants_acknowledgement);
  as_stage->add_flag("--reports-error", stage.reports_error);
  as_stage->add_option("--limit-counts", stage.limit_counts);
  as_stage->add_option("--bits-in-move", stage.bits_in_move);
  CLI::App* as_wheel = app.add_subcommand("wheel");
  as_wheel->add_flag("--silent", wheel.silent);
  as_wheel->add_flag("--no-echo", wheel.no_echo);
  as_wheel->add_flag("--jammed", wheel.jammed);
  as_wheel->add_flag("--prompt-at-once", wheel.prompt_at_once);
  as_wheel->add_flag("--refuses", wheel.refuses);
  as_wheel->add_flag("--other-device", wheel.other_device);
  as_wheel->add_flag("--hang-up-in-move", wheel.hang_up_in_move);
  app.require_subcommand(1);
  CLI11_PARSE(app, argc, argv);

  peer::Line line(line_faults);
  if (as_stage->parsed()) {
    peer::Stage device(line, stage);
    play(line, device);
  } else {
    peer::Wheel device(line, wheel);
    play(line, device);
  }
  return 0;
}
