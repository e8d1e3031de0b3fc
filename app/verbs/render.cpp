// tomocyte render: the window's pictures as PNG, without a display.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/terminal.h"
#include "app/verbs/input.h"
#include "app/verbs/verbs.h"
#ifdef TOMOCYTE_GUI
#include "ui/pictures.h"
#endif

namespace tomocyte {

#ifdef TOMOCYTE_GUI
namespace {

struct Arguments {
  Input input;
  std::filesystem::path output;
  PictureOptions options;
  bool overwrite = false;
};

int render(const Context& context, const Arguments& arguments) {
  const auto output = arguments.output.empty() ? std::filesystem::path(arguments.input.path.stem().string() + ".png")
                                               : arguments.output;
  refuse_to_overwrite(output, arguments.overwrite);
  Terminal terminal(context.quiet);
  const Progress progress = terminal.progress();
  const Scan scan = open_scan(arguments.input.path, arguments.input.import, progress.part(0.0, 0.5, "Reading"));
  progress.part(0.5, 1.0, "Drawing").report(0.0);
  naming_the_file(arguments.input.path, [&] { render_picture(scan, output, arguments.options); });
  terminal.finish_line();
  print_result(context, nlohmann::ordered_json({{"file", output.string()}, {"simulated", scan.simulated}}).dump(2),
               fmt::format("{}picture written to {}", scan.simulated ? "SIMULATED " : "", output.string()));
  return kSuccess;
}

}  // namespace

void add_render(CLI::App& program, Context& context) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App& verb = add_verb(program, context, "render", "Draw a scan as PNG, without a display", false,
                            [&context, arguments] { return render(context, *arguments); });
  add_input(verb, arguments->input);
  verb.add_option("-o,--output", arguments->output, "PNG file to write [NAME.png]");
  verb.add_flag("--overwrite", arguments->overwrite, "Replace the output if it exists");
  PictureOptions& options = arguments->options;
  verb.add_option("--view", options.view, "What to draw: overview, slices, mip, volume, hologram [overview]")
      ->check(CLI::IsMember({"overview", "slices", "mip", "volume", "hologram"}));
  verb.add_option("--width", options.width, "Width of the picture, pixels [1600]")->check(CLI::Range(200, 8000));
  verb.add_option("--ri-minimum", options.ri_minimum, "Refractive index of the darkest colour; 0 = medium index [0]")
      ->check(CLI::Range(0.0, 3.0));
  verb.add_option("--ri-maximum", options.ri_maximum, "Refractive index of the brightest colour; 0 = from the data [0]")
      ->check(CLI::Range(0.0, 3.0));
  verb.add_option("--colour-map", options.colour_map, "viridis, cividis, inferno, grey [viridis]")
      ->check(CLI::IsMember({"viridis", "cividis", "inferno", "grey"}));
}

#else

void add_render(CLI::App& program, Context& context) {
  add_verb(program, context, "render", "Draw a scan as PNG (not in this build: it has no window)", false, [] {
    fmt::print(stderr, "tomocyte: this build has neither window nor pictures; build it with TOMOCYTE_GUI=ON.\n");
    return static_cast<int>(kUsageError);
  });
}

#endif

}  // namespace tomocyte
