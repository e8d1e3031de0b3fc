// tomocyte export: the tomogram or the cells of a scan for other programs.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/terminal.h"
#include "app/verbs/input.h"
#include "app/verbs/verbs.h"
#include "core/error.h"
#include "core/files/export.h"
#include "core/files/scan_file.h"

namespace tomocyte {
namespace {

struct ExportArguments {
  std::filesystem::path file;
  std::filesystem::path output;
  bool overwrite = false;
};

// Empty when the ending names a format, else what to say.
std::string unknown_ending(const std::string& name) {
  for (const char* ending : {".csv", ".tif", ".tiff", ".nii", ".nii.gz", ".vti"})
    if (name.ends_with(ending)) return {};
  return name + ": the ending names no format; use .ome.tif, .nii, .nii.gz, .vti (tomogram) or .csv (cells)";
}

void export_as_named(const Scan& scan, const std::filesystem::path& output) {
  const std::string name = output.string();
  if (name.ends_with(".csv")) return export_cells_csv(output, scan);
  if (!scan.tomogram) throw InputError("the scan holds no tomogram to export", "Reconstruct it first.");
  if (name.ends_with(".vti")) return export_vti(output, *scan.tomogram, scan.simulated);
  if (name.ends_with(".nii") || name.ends_with(".nii.gz")) return export_nifti(output, *scan.tomogram, scan.simulated);
  export_ome_tiff(output, *scan.tomogram, scan.simulated);
}

int export_scan(const Context& context, const ExportArguments& arguments) {
  refuse_to_overwrite(arguments.output, arguments.overwrite);
  Terminal terminal(context.quiet);
  const Progress progress = terminal.progress();
  const Scan scan = read_scan(arguments.file, {.holograms = false, .fields = false, .truth = false},
                              progress.part(0.0, 0.5, "Reading"));
  progress.part(0.5, 1.0, "Writing").report(0.0);
  naming_the_file(arguments.file, [&] { export_as_named(scan, arguments.output); });
  terminal.finish_line();
  print_result(context,
               nlohmann::ordered_json({{"file", arguments.output.string()}, {"simulated", scan.simulated}}).dump(2),
               fmt::format("{}data written to {}", scan.simulated ? "SIMULATED " : "", arguments.output.string()));
  return kSuccess;
}

}  // namespace

void add_export(CLI::App& program, Context& context) {
  const auto arguments = std::make_shared<ExportArguments>();
  CLI::App& verb = add_verb(program, context, "export", "Write the tomogram or the cells for other programs", false,
                            [&context, arguments] { return export_scan(context, *arguments); });
  verb.add_option("file", arguments->file, "Scan file")->required();
  verb.add_option("output", arguments->output,
                  "File to write; its ending chooses the format: .ome.tif, .nii, .nii.gz, .vti, .csv")
      ->required()
      ->check(unknown_ending);
  verb.add_flag("--overwrite", arguments->overwrite, "Replace the output if it exists");
}

}  // namespace tomocyte
