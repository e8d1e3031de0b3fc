// tomocyte measure: the cells of a tomogram and their indices.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/options.h"
#include "app/cli/terminal.h"
#include "app/verbs/input.h"
#include "app/verbs/results.h"
#include "app/verbs/verbs.h"
#include "app/workflow/workflow.h"
#include "core/files/atomic_file.h"
#include "core/files/export.h"
#include "core/files/scan_file.h"

namespace tomocyte {
namespace {

struct MeasureArguments {
  std::filesystem::path file;
  std::filesystem::path csv;
  MeasurementOptions options;
  bool overwrite = false;
};

int measure_file(const Context& context, const MeasureArguments& arguments) {
  check_writable(arguments.file);
  if (!arguments.csv.empty()) refuse_to_overwrite(arguments.csv, arguments.overwrite);
  Terminal terminal(context.quiet);
  const Progress progress = terminal.progress();
  Scan scan = read_scan(arguments.file, {}, progress.part(0.0, 0.2, "Reading"));
  naming_the_file(arguments.file, [&] { measure_scan(scan, arguments.options, progress.part(0.2, 0.8, "Measuring")); });
  write_scan(arguments.file, scan, progress.part(0.8, 1.0, "Writing the scan"));
  if (!arguments.csv.empty()) export_cells_csv(arguments.csv, scan);
  terminal.finish_line();

  nlohmann::ordered_json json = cells_json(scan);
  json["file"] = arguments.file.string();
  print_result(context, json.dump(2), cells_text(scan));
  return kSuccess;
}

}  // namespace

void add_measure(CLI::App& program, Context& context) {
  const auto arguments = std::make_shared<MeasureArguments>();
  CLI::App& verb = add_verb(program, context, "measure", "Find the cells of a tomogram and measure their indices",
                            false, [&context, arguments] { return measure_file(context, *arguments); });
  verb.add_option("file", arguments->file, "Scan file with a tomogram; the cells are added to it")->required();
  verb.add_option("--csv", arguments->csv, "Also write the table to this CSV file");
  verb.add_flag("--overwrite", arguments->overwrite, "Replace the CSV file if it exists");
  add_flags(verb, arguments->options, "Measurement");
}

}  // namespace tomocyte
