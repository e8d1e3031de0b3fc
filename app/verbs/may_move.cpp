#include "app/verbs/may_move.h"

#include <fmt/format.h>
#include <unistd.h>

#include <iostream>

#include "core/error.h"

namespace tomocyte {

CLI::Option* add_may_move(CLI::App& verb, bool& allowed) {
  return verb.add_flag("--may-move", allowed, "Do not ask whether the stage may move");
}

void ask_may_move(const ConnectedInstrument& instrument, bool allowed) {
  if (allowed || !instrument.stage() || instrument.stage()->identity().driver == "simulated") return;
  const char* remedy = "Check that the objective is clear of the slide and the way is free, then add --may-move.";
  if (isatty(STDIN_FILENO) == 0) throw InputError("nobody has said that the stage may move", remedy);
  fmt::print(stderr, "The stage is going to move. Is the objective clear of the slide, and the way free? [y/N] ");
  std::string answer;
  std::getline(std::cin, answer);
  if (answer != "y" && answer != "Y" && answer != "yes") throw InputError("the stage may not move", remedy);
}

void print_failed_devices(const ConnectedInstrument& instrument) {
  for (const ConnectedDevice& device : instrument.devices())
    if (!device.device) fmt::print(stderr, "{} {}: {} {}\n", device.role, device.label, device.failure, device.remedy);
}

}  // namespace tomocyte
