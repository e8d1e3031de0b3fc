// tomocyte bench: the numbers of docs/benchmarks.md, measured here and now.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "acquisition/mie_comparison.h"
#include "acquisition/simulate.h"
#include "app/cli/options.h"
#include "app/cli/terminal.h"
#include "app/verbs/input.h"
#include "app/verbs/verbs.h"
#include "app/workflow/resolution.h"
#include "core/compute/compute.h"
#include "core/error.h"
#include "reconstruction/benchmark.h"

namespace tomocyte {
namespace {

struct BenchReconstructArguments {
  std::filesystem::path file;
  ReconstructionOptions options;
};

Scan scan_for_benchmark(const std::filesystem::path& file, const Progress& progress) {
  Scan scan = file.empty() ? simulate_scan({.sample = "sphere"}, progress) : open_scan(file, {}, progress);
  if (!scan.holograms) throw FileError(file, "holds no holograms", "Give a scan with holograms.");
  return scan;
}

int bench_reconstruct(const Context& context, const BenchReconstructArguments& arguments) {
  Terminal terminal(context.quiet);
  const Progress progress = terminal.progress();
  const Scan scan = scan_for_benchmark(arguments.file, progress.part(0.0, 0.6, "Preparing holograms"));
  const HologramStack& holograms = *scan.holograms;
  const ReconstructionBenchmark r =
      benchmark_reconstruction(holograms, arguments.options, context.device, progress.part(0.6, 1.0, "Measuring"));
  terminal.finish_line();
  const nlohmann::ordered_json json = {{"device", describe(context.device)},
                                       {"simulated", scan.simulated},
                                       {"fields_s", r.fields_s},
                                       {"tomogram_s", r.tomogram_s},
                                       {"total_s", r.total_s},
                                       {"fft_alone_s", r.fft_alone_s},
                                       {"ratio", r.ratio},
                                       {"peak_memory_mib", r.peak_memory_mib}};
  print_result(
      context, json.dump(2),
      fmt::format("{}{} holograms (angle x y x x) to {} x {} x {} voxels, {} iterations, on {}\n"
                  "  fields              {:.2f} s\n  tomogram            {:.2f} s\n  total               {:.2f} s\n"
                  "  FFTs alone          {:.2f} s (2 real 3D FFTs per iteration)\n"
                  "  total / FFTs alone  {:.2f}\n  peak memory         {:.0f} MiB",
                  scan.simulated ? "SIMULATED " : "", to_string(holograms.holograms.shape()),
                  arguments.options.voxels_axial, arguments.options.voxels_lateral, arguments.options.voxels_lateral,
                  arguments.options.iterations, describe(context.device), r.fields_s, r.tomogram_s, r.total_s,
                  r.fft_alone_s, r.ratio, r.peak_memory_mib));
  return kSuccess;
}

struct SimulatorArguments {
  std::filesystem::path file;
  PropagationGrid grid;
};

int bench_simulator(const Context& context, const SimulatorArguments& arguments) {
  Terminal terminal(context.quiet);
  const Progress progress = terminal.progress();
  const Scan scan = open_scan(arguments.file, {}, progress.part(0.0, 0.1, "Reading"));
  if (!scan.fields || !scan.truth) throw FileError(arguments.file, "holds no exact fields of a sphere");
  const auto truth = nlohmann::json::parse(scan.truth->description_json);
  const MieComparison r = compare_with_mie(*scan.fields, truth.at("radius_um"), truth.at("refractive_index"),
                                           arguments.grid, progress.part(0.1, 1.0, "Propagating light"));
  terminal.finish_line();
  const double worst = *std::max_element(r.error_per_angle.begin(), r.error_per_angle.end());
  const nlohmann::ordered_json json = {{"simulated", true},
                                       {"field_error", r.field_error},
                                       {"scattered_error", r.scattered_error},
                                       {"normal_incidence_scattered_error", r.error_per_angle.front()},
                                       {"worst_angle_scattered_error", worst},
                                       {"scattered_error_per_angle", r.error_per_angle}};
  print_result(context, json.dump(2),
               fmt::format("SIMULATED light against exact (Mie) fields, {} angles, in focus, limited to NA {}\n"
                           "  relative L2 error of the field            {:.2f} %\n"
                           "  of the scattered field alone              {:.2f} %\n"
                           "    normal incidence                        {:.2f} %\n"
                           "    worst angle                             {:.2f} %",
                           r.error_per_angle.size(), scan.fields->setup.numerical_aperture, 100.0 * r.field_error,
                           100.0 * r.scattered_error, 100.0 * r.error_per_angle.front(), 100.0 * worst));
  return kSuccess;
}

int bench_resolution(const Context& context, const ReconstructionOptions& options) {
  Terminal terminal(context.quiet);
  const BeadResolution r = measure_bead_resolution(options, context.device, terminal.progress());
  terminal.finish_line();
  const nlohmann::ordered_json json = {{"simulated", true},
                                       {"bead_diameter_nm", r.bead_diameter_nm},
                                       {"lateral_fwhm_nm", r.lateral_fwhm_nm},
                                       {"axial_fwhm_nm", r.axial_fwhm_nm}};
  print_result(context, json.dump(2),
               fmt::format("SIMULATED bead of {:.0f} nm: FWHM {:.0f} nm lateral, {:.0f} nm axial\n"
                           "  (Lauer's criterion for this instrument: 110 nm lateral, 330 nm axial)",
                           r.bead_diameter_nm, r.lateral_fwhm_nm, r.axial_fwhm_nm));
  return kSuccess;
}

}  // namespace

void add_bench(CLI::App& program, Context& context) {
  CLI::App& bench = *program.add_subcommand("bench", "Measure speed and accuracy");
  bench.require_subcommand(1);
  const auto reconstruct = std::make_shared<BenchReconstructArguments>();
  CLI::App& speed = add_verb(bench, context, "reconstruct", "Reconstruction time against its FFTs alone", true,
                             [&context, reconstruct] { return bench_reconstruct(context, *reconstruct); });
  speed.add_option("file", reconstruct->file, "Scan with holograms [49 simulated holograms of 512 x 512 pixels]");
  add_flags(speed, reconstruct->options, "Reconstruction");

  const auto simulator = std::make_shared<SimulatorArguments>();
  CLI::App& light = add_verb(bench, context, "simulator", "Simulated light against exact Mie fields", false,
                             [&context, simulator] { return bench_simulator(context, *simulator); });
  light.add_option("file", simulator->file, "Exact fields of a sphere (E_total, E_incident, k_illum)")->required();
  light.add_option("--slice-um", simulator->grid.slice_um, "Thickness of a slice, µm [0.2]")
      ->check(CLI::Range(0.01, 1.0));

  const auto options = std::make_shared<ReconstructionOptions>();
  options->voxel_size_um = 0.05;
  CLI::App& resolution = add_verb(bench, context, "resolution", "FWHM of a simulated 0.1 µm bead", true,
                                  [&context, options] { return bench_resolution(context, *options); });
  add_flags(resolution, *options, "Reconstruction");

  add_bench_acquire(bench, context);
  add_bench_classify(bench, context);
#ifdef TOMOCYTE_GUI
  add_bench_render(bench, context);
#endif
#ifdef TOMOCYTE_CATALOG
  add_bench_catalog(bench, context);
#endif
}

}  // namespace tomocyte
