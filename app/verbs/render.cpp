// tomocyte render: the window's pictures as PNG, without a display.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/options.h"
#include "app/cli/terminal.h"
#include "app/verbs/input.h"
#include "app/verbs/verbs.h"
#ifdef TOMOCYTE_GUI
#include "ui/pictures.h"
#include "ui/viewer/turntable.h"
#endif

namespace tomocyte {

#ifdef TOMOCYTE_GUI
namespace {

struct RenderArguments {
  Input input;
  std::filesystem::path output;
  PictureOptions options;
  bool turntable = false;
  TurntableOptions turn;
  bool overwrite = false;
};

// Frames in a folder, or an MP4 when the output is named so; the colour map over the range of the pictures.
int render_turntable(const Context& context, const RenderArguments& arguments) {
  const auto output = arguments.output.empty()
                          ? std::filesystem::path(arguments.input.path.stem().string() + "-turntable")
                          : arguments.output;
  if (output.extension() == ".mp4") refuse_to_overwrite(output, arguments.overwrite);
  Terminal terminal(context.quiet);
  const Progress progress = terminal.progress();
  const auto scan = std::make_shared<const Scan>(
      open_scan(arguments.input.path, arguments.input.import, progress.part(0.0, 0.1, "Reading")));
  naming_the_file(arguments.input.path, [&] {
    write_turntable({scan, picture_look(*scan, arguments.options)}, output, arguments.turn,
                    progress.part(0.1, 1.0, {}));
  });
  terminal.finish_line();
  print_result(context,
               nlohmann::ordered_json(
                   {{"file", output.string()}, {"frames", arguments.turn.frames}, {"simulated", scan->simulated}})
                   .dump(2),
               fmt::format("{}turntable of {} frames written to {}", scan->simulated ? "SIMULATED " : "",
                           arguments.turn.frames, output.string()));
  return kSuccess;
}

int render(const Context& context, const RenderArguments& arguments) {
  if (arguments.turntable) return render_turntable(context, arguments);
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
  const auto arguments = std::make_shared<RenderArguments>();
  CLI::App& verb = add_verb(program, context, "render", "Draw a scan as PNG, without a display", false,
                            [&context, arguments] { return render(context, *arguments); });
  add_input(verb, arguments->input);
  verb.add_option("-o,--output", arguments->output, "PNG file to write [NAME.png]");
  verb.add_flag("--overwrite", arguments->overwrite, "Replace the output if it exists");
  verb.add_flag(
      "--turntable", arguments->turntable,
      "Draw one turn of the 3D view: PNG frames into the folder -o [NAME-turntable], or a movie when -o ends in "
      ".mp4 (needs ffmpeg)");
  add_flags(verb, arguments->turn, "Turntable");
  PictureOptions& options = arguments->options;
  verb.add_option("--view", options.view, "What to draw: overview, slices, mip, volume, hologram [overview]")
      ->check(CLI::IsMember({"overview", "slices", "mip", "volume", "hologram"}));
  verb.add_option("--width", options.width, "Width of the picture, pixels [1600]")->check(CLI::Range(200, 8000));
  verb.add_option("--ri-minimum", options.ri_minimum, "Refractive index of the darkest colour; 0 = medium index [0]")
      ->check(CLI::Range(0.0, 3.0));
  verb.add_option("--ri-maximum", options.ri_maximum, "Refractive index of the brightest colour; 0 = from the data [0]")
      ->check(CLI::Range(0.0, 3.0));
  verb.add_option("--colour-map", options.colour_map, "viridis, cividis, inferno, magma, grey [viridis]")
      ->check(CLI::IsMember({"viridis", "cividis", "inferno", "magma", "grey"}));
  verb.add_option("--look", options.look, "3D colours: Colour map, White cell, Red cell, Bead [Colour map]")
      ->check(CLI::IsMember(volumePresets()));
  verb.add_flag("--membrane", options.membrane, "Draw the outer membrane's surface in 3D");
  verb.add_flag("--interior", options.interior, "Draw the surface of the denser, nucleus-like interior in 3D");
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
