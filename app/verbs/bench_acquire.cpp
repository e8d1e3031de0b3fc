// tomocyte bench acquire: the engine's own time, and what the disk takes for how long.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "acquisition/acquisition_benchmark.h"
#include "app/cli/terminal.h"
#include "app/verbs/verbs.h"

namespace tomocyte {
namespace {

struct BenchAcquireArguments {
  std::filesystem::path folder = ".";
  SustainedOptions sustained;
};

int bench_acquire(const Context& context, const BenchAcquireArguments& arguments) {
  Terminal terminal(context.quiet);
  const Progress progress = terminal.progress();
  const PacingBenchmark p = benchmark_pacing(arguments.folder, progress.part(0.0, 0.3, "Scanning"));
  const SustainedBenchmark s =
      benchmark_sustained(arguments.folder, arguments.sustained, progress.part(0.3, 1.0, "Writing"));
  terminal.finish_line();
  const double overhead_us = 1e6 * (p.median_s - p.nominal_s) / p.angles;
  const nlohmann::ordered_json json = {{"angles", p.angles},
                                       {"frame_rate_hz", p.frame_rate_hz},
                                       {"scans", p.scans},
                                       {"repeats", p.repeats},
                                       {"nominal_s", p.nominal_s},
                                       {"median_s", p.median_s},
                                       {"slowest_s", p.slowest_s},
                                       {"overhead_per_frame_us", overhead_us},
                                       {"scan_longest_queue", p.longest_queue},
                                       {"sustained_s", s.seconds},
                                       {"sustained_mb_per_s", s.megabytes_per_s},
                                       {"sustained_frames", s.frames},
                                       {"dropped_frames", s.dropped_frames},
                                       {"longest_queue", s.longest_queue},
                                       {"memory_growth_mib", s.memory_growth_mib}};
  print_result(
      context, json.dump(2),
      fmt::format("{} scans of {} frames at {} Hz, 512 x 512 pixels, journal on {}\n"
                  "  nominal             {:.4f} s\n  median              {:.4f} s ({:+.1f} %, {:.0f} µs per frame)\n"
                  "  slowest             {:.4f} s ({:+.1f} %)\n  scanned again       {}\n"
                  "Sustained writing for {:.1f} s, frames of 1 MiB\n"
                  "  asked / written     {:.0f} / {:.0f} MB/s\n  dropped             {} of {} frames\n"
                  "  longest queue       {} frames\n  memory growth       {:.1f} MiB",
                  p.scans, p.angles, p.frame_rate_hz, std::filesystem::absolute(arguments.folder).string(), p.nominal_s,
                  p.median_s, 100.0 * (p.median_s / p.nominal_s - 1.0), overhead_us, p.slowest_s,
                  100.0 * (p.slowest_s / p.nominal_s - 1.0), p.repeats, s.seconds, arguments.sustained.megabytes_per_s,
                  s.megabytes_per_s, s.dropped_frames, s.dropped_frames + s.frames, s.longest_queue,
                  s.memory_growth_mib));
  return kSuccess;
}

}  // namespace

void add_bench_acquire(CLI::App& bench, Context& context) {
  const auto arguments = std::make_shared<BenchAcquireArguments>();
  CLI::App& verb = add_verb(bench, context, "acquire", "The engine's own time per frame, and sustained writing", false,
                            [&context, arguments] { return bench_acquire(context, *arguments); });
  verb.add_option("--folder", arguments->folder, "Folder on the disk to measure [.]");
  verb.add_option("--seconds", arguments->sustained.seconds, "Time of sustained writing, s [30]")
      ->check(CLI::Range(0.1, 3600.0));
  verb.add_option("--rate", arguments->sustained.megabytes_per_s, "Of sustained writing, MB/s [200]")
      ->check(CLI::Range(1.0, 10000.0));
}

}  // namespace tomocyte
