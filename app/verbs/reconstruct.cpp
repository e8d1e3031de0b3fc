// tomocyte reconstruct: holograms or fields to a tomogram.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/options.h"
#include "app/cli/terminal.h"
#include "app/verbs/input.h"
#include "app/verbs/results.h"
#include "app/verbs/verbs.h"
#include "app/workflow/workflow.h"
#include "core/files/scan_file.h"

namespace tomocyte {
namespace {

struct ReconstructArguments {
  Input input;
  ReconstructionOptions options;
  std::filesystem::path output;
  bool fields_only = false;
  bool overwrite = false;
};

int reconstruct_file(const Context& context, const ReconstructArguments& arguments) {
  const auto output = arguments.output.empty() ? default_output(arguments.input.path) : arguments.output;
  const bool joins_the_scan = arguments.output.empty() && output == arguments.input.path;
  refuse_to_overwrite(output, arguments.overwrite || joins_the_scan);
  Terminal terminal(context.quiet);
  const Progress progress = terminal.progress();
  Scan scan = open_scan(arguments.input.path, arguments.input.import, progress.part(0.0, 0.1, "Reading"));
  const Progress part = progress.part(0.1, 0.9, "Reconstructing");
  naming_the_file(arguments.input.path, [&] {
    if (arguments.fields_only)
      retrieve_scan_fields(scan, arguments.options, context.device, part);
    else
      reconstruct_scan(scan, arguments.options, context.device, part);
  });
  write_scan(output, scan, progress.part(0.9, 1.0, "Writing the scan"));
  terminal.finish_line();

  nlohmann::ordered_json json = arguments.fields_only ? fields_json(scan) : tomogram_json(scan);
  json["file"] = output.string();
  const std::string text = arguments.fields_only ? fields_text(scan) : tomogram_text(scan);
  print_result(context, json.dump(2), fmt::format("{}\nwritten to {}", text, output.string()));
  return kSuccess;
}

}  // namespace

void add_reconstruct(CLI::App& program, Context& context) {
  const auto arguments = std::make_shared<ReconstructArguments>();
  CLI::App& verb =
      add_verb(program, context, "reconstruct", "Reconstruct the tomogram of a scan from its holograms or fields", true,
               [&context, arguments] { return reconstruct_file(context, *arguments); });
  add_input(verb, arguments->input);
  verb.add_option("-o,--output", arguments->output,
                  "Scan file to write [FILE itself if it is a scan, else NAME.tomocyte.h5 here]");
  verb.add_flag("--fields-only", arguments->fields_only,
                "Stop at amplitude and phase, e.g. of a single hologram; no tomogram");
  verb.add_flag("--overwrite", arguments->overwrite, "Replace the output if it exists");
  add_flags(verb, arguments->options, "Reconstruction");
}

}  // namespace tomocyte
