// tomocyte statistics: the six indices of a sample class by class, and what is different from the donor's earlier ones.
#include <fmt/format.h>

#include <memory>

#include "app/cli/terminal.h"
#include "app/verbs/input.h"
#include "app/verbs/verbs.h"
#include "app/workflow/scan_statistics.h"
#include "core/error.h"
#include "core/files/text_file.h"
#include "core/report/report.h"
#include "core/report/statistics_table.h"
#ifdef TOMOCYTE_CATALOG
#include "app/verbs/catalog_choice.h"
#include "app/workflow/laboratory_settings.h"
#include "app/workflow/sample_statistics.h"
#include "core/catalog/samples.h"
#endif
#ifdef TOMOCYTE_GUI
#include "ui/plots/statistics_pictures.h"
#endif

namespace tomocyte {
namespace {

struct StatisticsArguments {
  ReportRequest request;
  DeltaOptions delta;
  std::string sample;
  std::filesystem::path classes;
  std::filesystem::path ranges;
  std::filesystem::path table;
  std::filesystem::path delta_table;
  std::filesystem::path picture;
  std::string by = "reader";
  bool overwrite = false;
#ifdef TOMOCYTE_CATALOG
  CatalogChoice catalog;
#endif
};

struct Found {
  CheckedSample sample;
  std::vector<DeltaCheck> earlier;
};

// The laboratory's own table of classes holds where none was named.
Found find([[maybe_unused]] StatisticsArguments& arguments, const IndexRanges& ranges, const Progress& progress) {
#ifdef TOMOCYTE_CATALOG
  if (!arguments.sample.empty()) {
    const Catalog catalog = open_catalog(arguments.catalog);
    const std::optional<Sample> sample = find_sample(catalog, arguments.sample);
    if (!sample)
      throw InputError("there is no sample \"" + arguments.sample + "\" in the catalog",
                       "`tomocyte catalog samples` lists them.");
    if (arguments.classes.empty()) arguments.request.table = laboratory_settings(catalog).classes;
    SampleStatistics found =
        sample_statistics(catalog, {sample->id, arguments.request.table, ranges, arguments.delta, 3});
    return {std::move(found.sample), std::move(found.earlier)};
  }
#endif
  return {scan_statistics(arguments.request, ranges, progress), {}};
}

std::string class_text(const ClassDistribution& c) {
  std::string text = fmt::format("{} ({} cells{})\n", c.name, c.cells,
                                 c.cut > 0 ? fmt::format(", {} cut by the border left out", c.cut) : "");
  for (std::size_t i = 0; i < c.index.size(); ++i) {
    if (!c.index[i]) continue;
    const ReportedIndex& named = reported_indices()[i];
    const Summary& s = c.index[i]->summary;
    const int d = named.decimals;
    text += fmt::format("  {:<22} {:>9.{}f}  SD {:.{}f}  SEM {:.{}f}  n {} {}", named.name, s.mean, d,
                        s.standard_deviation, d, s.standard_error, d + 1, s.count, named.unit);
    if (const auto& range = c.index[i]->range)
      text += fmt::format("  range {:.{}f}-{:.{}f} {}", range->low, d, range->high, d, c.index[i]->flag);
    text += "\n";
  }
  return text;
}

std::string delta_text(const DeltaCheck& check) {
  std::string text =
      fmt::format("Against {} of {} ({})\n", check.before.sample_id, check.before.received_utc, check.before.state);
  for (const ShareDelta& s : check.shares)
    text +=
        fmt::format("  {:<22} {:>6.1f} % now, {:>5.1f} % before, {:+.1f} percent points ({:+.1f} to {:+.1f}){}\n",
                    s.name, 100.0 * s.now / check.white_now, 100.0 * s.before / check.before.differential.white_cells,
                    s.percent_points.value, s.percent_points.low, s.percent_points.high, s.marked ? "  MARKED" : "");
  for (const IndexDelta& m : check.indices) {
    const ReportedIndex& named = reported_indices()[m.index];
    if (m.marked)
      text += fmt::format("  {:<22} mean {} {:+.{}f} {} ({:+.{}f} to {:+.{}f})  MARKED\n", m.name, named.name,
                          m.difference.value, named.decimals, named.unit, m.difference.low, named.decimals,
                          m.difference.high, named.decimals);
  }
  return text;
}

void write_outputs(const StatisticsArguments& arguments, const Found& found,
                   [[maybe_unused]] const IndexRanges& ranges) {
  if (!arguments.table.empty()) write_text_file(arguments.table, statistics_csv(found.sample));
  if (!arguments.delta_table.empty()) write_text_file(arguments.delta_table, delta_csv(found.sample, found.earlier));
  if (arguments.picture.empty()) return;
#ifdef TOMOCYTE_GUI
  save_index_picture(arguments.picture, found.sample, ranges, arguments.request.table);
#else
  throw InputError("this build draws no pictures", "Build it with TOMOCYTE_GUI, or leave --picture out.");
#endif
}

void check(const StatisticsArguments& arguments) {
  if (arguments.sample.empty() == arguments.request.scans.empty())
    throw InputError("statistics need scan files, or a sample of the catalog",
                     "Name the files, or one sample with --sample.");
  for (const auto& path : {arguments.table, arguments.delta_table, arguments.picture})
    if (!path.empty()) refuse_to_overwrite(path, arguments.overwrite);
}

int statistics(const Context& context, StatisticsArguments& arguments) {
  check(arguments);
  arguments.request.source = arguments.by == "model" ? ClassSource::kModel : ClassSource::kReader;
  arguments.request.table = default_differential_table();
  if (!arguments.classes.empty())
    naming_the_file(arguments.classes,
                    [&] { arguments.request.table = differential_table_from_json(read_text_file(arguments.classes)); });
  IndexRanges ranges = default_index_ranges();
  if (!arguments.ranges.empty())
    naming_the_file(arguments.ranges, [&] { ranges = index_ranges_from_json(read_text_file(arguments.ranges)); });
  Terminal terminal(context.quiet);
  const Found found = find(arguments, ranges, terminal.progress());
  terminal.finish_line();
  write_outputs(arguments, found, ranges);
  std::string text = fmt::format("Sample {}{}\n", found.sample.sample_id,
                                 found.sample.simulated ? fmt::format(" [{}]", kReportSimulated) : "");
  for (const ClassDistribution& c : found.sample.indices.classes) text += class_text(c);
  if (found.sample.indices.unidentified > 0)
    text += fmt::format("{} cells without a class are in none of these numbers\n", found.sample.indices.unidentified);
  for (const DeltaCheck& delta : found.earlier) text += delta_text(delta);
  text += fmt::format("Ranges: {}: {}\n", ranges.meaning, ranges.source);
  print_result(context, statistics_json(found.sample, found.earlier, ranges, arguments.delta), text);
  return kSuccess;
}

}  // namespace

void add_statistics(CLI::App& program, Context& context) {
  const auto arguments = std::make_shared<StatisticsArguments>();
  CLI::App& verb = add_verb(program, context, "statistics", "Distributions of the six indices class by class", false,
                            [&context, arguments] { return statistics(context, *arguments); });
  verb.add_option("scans", arguments->request.scans, "Classified scan files of one sample");
  verb.add_option("--csv", arguments->table, "Write the table of the classes");
  verb.add_option("--delta-csv", arguments->delta_table, "Write the comparison with earlier samples");
  verb.add_option("--picture", arguments->picture, "Draw the distributions (.png or .svg)");
  verb.add_option("--by", arguments->by, "Whose class counts for scan files: reader or model [reader]")
      ->check(CLI::IsMember({"reader", "model"}));
  verb.add_option("--classes", arguments->classes, "Table of classes (JSON) [the laboratory's, or the one that ships]");
  verb.add_option("--ranges", arguments->ranges, "Table of index ranges (JSON) [the one that ships]");
  verb.add_option("--limit", arguments->delta.limit_percent_points,
                  "Smallest difference of a share that is marked, percent points [0]")
      ->check(CLI::Range(0.0, 100.0));
  verb.add_flag("--overwrite", arguments->overwrite, "Replace the outputs if they exist");
#ifdef TOMOCYTE_CATALOG
  verb.add_option("--sample", arguments->sample,
                  "A sample of the catalog instead of files, with the donor's earlier ones");
  add_catalog_flags(verb, arguments->catalog, false);
#endif
}

}  // namespace tomocyte
