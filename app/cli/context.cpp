#include "app/cli/context.h"

#include <cstdio>

#include "core/error.h"
#include "core/compute/compute.h"

namespace tomocyte {

CLI::App& add_verb(CLI::App& program, Context& context, const std::string& name, const std::string& help, bool computes,
                   std::function<int()> action) {
  CLI::App& verb = *program.add_subcommand(name, help);
  verb.add_flag("--json", context.json, "Print the result as JSON on standard output")->group("General");
  verb.add_flag("-q,--quiet", context.quiet, "No progress")->group("General");
  if (computes) {
    verb.add_option("--device", context.device.name, "Where to compute: auto, cpu, cuda:0 [auto]")->group("General");
    verb.add_option("--threads", context.device.threads, "CPU threads; 0 = all cores [0]")
        ->check(CLI::Range(0, 1024))
        ->group("General");
  }
  verb.callback([&context, &verb, computes, action = std::move(action)] {
    if (!verb.get_subcommands().empty()) return;  // a verb below it was chosen
    context.chosen = [&context, computes, action] {
      if (computes) static_cast<void>(describe(context.device));  // refuses an absent device before any work
      return action();
    };
  });
  return verb;
}

void print_result(const Context& context, const std::string& json, const std::string& text) {
  const std::string& result = context.json ? json : text;
  if (std::puts(result.c_str()) < 0 || std::fflush(stdout) != 0)
    throw FileError("standard output", "the result cannot be written", "Check the disk or the pipe that it goes to.");
}

}  // namespace tomocyte
