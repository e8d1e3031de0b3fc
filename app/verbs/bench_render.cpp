// tomocyte bench render: frame times of the 3D view, at rest and while it moves.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/terminal.h"
#include "app/verbs/input.h"
#include "app/verbs/verbs.h"
#include "core/error.h"
#include "ui/viewer/render_benchmark.h"

namespace tomocyte {
namespace {

struct BenchRenderArguments {
  std::filesystem::path file;
  int voxels = 256;
  int width = 700;
  int height = 500;
  int frames = 24;
};

int bench_render(const Context& context, const BenchRenderArguments& arguments) {
  Terminal terminal(context.quiet);
  const Progress progress = terminal.progress();
  const std::shared_ptr<const Scan> scan =
      arguments.file.empty()
          ? renderingPhantom(arguments.voxels)
          : std::make_shared<Scan>(open_scan(arguments.file, {}, progress.part(0.0, 0.3, "Reading")));
  if (!scan->tomogram) throw FileError(arguments.file, "holds no tomogram", "Reconstruct it first.");
  const RenderBenchmark r =
      measureRendering(scan, arguments.width, arguments.height, arguments.frames, progress.part(0.3, 1.0, "Drawing"));
  terminal.finish_line();
  const std::string voxels = to_string(scan->tomogram->ri.shape());
  const nlohmann::ordered_json json = {{"simulated", scan->simulated},
                                       {"opengl", r.opengl.renderer},
                                       {"voxels", scan->tomogram->ri.shape()},
                                       {"width", arguments.width},
                                       {"height", arguments.height},
                                       {"first_ms", r.first_ms},
                                       {"refined_ms", r.refined_ms},
                                       {"moving_ms", r.moving_ms},
                                       {"moving_slowest_ms", r.moving_slowest_ms},
                                       {"moving_step_voxels", r.moving.step_voxels},
                                       {"moving_pixels", r.moving.pixels},
                                       {"surfaces_ms", r.surfaces_ms}};
  print_result(
      context, json.dump(2),
      fmt::format("{}{} voxels in {} x {} pixels, {}\n"
                  "  first frame               {:.0f} ms\n"
                  "  at rest, median           {:.0f} ms\n"
                  "  while it moves, median    {:.0f} ms (slowest {:.0f} ms), a ray per {:.1f} x {:.1f} pixels, "
                  "a sample per {:.0f} voxels\n"
                  "  both surfaces, computed   {:.0f} ms",
                  scan->simulated ? "SIMULATED " : "", voxels, arguments.width, arguments.height, r.opengl.renderer,
                  r.first_ms, r.refined_ms, r.moving_ms, r.moving_slowest_ms, r.moving.pixels, r.moving.pixels,
                  r.moving.step_voxels, r.surfaces_ms));
  return kSuccess;
}

}  // namespace

void add_bench_render(CLI::App& bench, Context& context) {
  const auto arguments = std::make_shared<BenchRenderArguments>();
  CLI::App& verb = add_verb(bench, context, "render", "Frame times of the 3D view", false,
                            [&context, arguments] { return bench_render(context, *arguments); });
  verb.add_option("file", arguments->file, "Scan with a tomogram [a simulated body]");
  verb.add_option("--voxels", arguments->voxels, "Edge of the simulated body's volume, voxels [256]")
      ->check(CLI::Range(16, 1024));
  verb.add_option("--width", arguments->width, "Width of the picture, pixels [700]")->check(CLI::Range(64, 4096));
  verb.add_option("--height", arguments->height, "Height of the picture, pixels [500]")->check(CLI::Range(64, 4096));
  verb.add_option("--frames", arguments->frames, "Frames measured at rest, and moving [24]")
      ->check(CLI::Range(2, 1000));
}

}  // namespace tomocyte
