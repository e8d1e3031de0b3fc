// tomocyte report: the differential report of a sample, from its scans or from a report kept as JSON.
#include <fmt/format.h>

#include <ctime>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/terminal.h"
#include "app/verbs/input.h"
#include "app/verbs/verbs.h"
#include "app/workflow/collect_report.h"
#include "core/error.h"
#include "core/files/text_file.h"
#include "core/report/outbound_queue.h"
#include "core/report/report_csv.h"
#include "core/report/report_fcs.h"
#include "core/report/report_fhir.h"
#include "core/report/report_hl7.h"
#include "core/report/report_json.h"
#include "core/report/report_template.h"
#include "core/report/report_xlsx.h"
#include "core/report/result_list.h"
#ifdef TOMOCYTE_CATALOG
#include "app/verbs/catalog_report.h"
#endif
#ifdef TOMOCYTE_GUI
#include "ui/report/report_pdf.h"
#endif

namespace tomocyte {
namespace {

constexpr int kPicturesPerClass = 4;

struct ReportArguments {
  ReportRequest request;
  std::filesystem::path output;
  std::filesystem::path queue;
  std::filesystem::path classes;
  std::filesystem::path loinc;
  std::filesystem::path layout;
  std::string language;
  std::string format;
  std::string by = "reader";
  bool overwrite = false;
  std::string catalog;
  int version = 0;
  // Where no file is given: what ships, or what the laboratory has set in the catalog.
  ReportTemplate known_layout = default_report_template();
  LoincTable known_loinc = default_loinc_table();
  std::function<std::vector<CellPicture>(const CollectedReport&)> pictures;
};

bool from_catalog(const ReportArguments& arguments) { return arguments.request.scans.empty(); }

bool is_kept_report(const std::vector<std::filesystem::path>& files) {
  return files.size() == 1 && files.front().extension() == ".json";
}

CollectedReport read_kept_report(const std::filesystem::path& file) {
  CollectedReport collected;
  naming_the_file(file, [&] { collected.report = report_from_json(read_text_file(file)); });
  return collected;
}

ReportTemplate page_layout(const ReportArguments& arguments) {
  ReportTemplate layout = arguments.known_layout;
  if (!arguments.layout.empty())
    naming_the_file(arguments.layout, [&] { layout = report_template_from_json(read_text_file(arguments.layout)); });
  if (!arguments.language.empty()) layout.language = arguments.language;
  return layout;
}

CollectedReport catalog_report([[maybe_unused]] ReportArguments& arguments) {
#ifdef TOMOCYTE_CATALOG
  if (arguments.request.heading.sample_id.empty())
    throw InputError("there is nothing to report",
                     "Name the scans of a sample, or with --sample-id a sample of the catalog.");
  if (!arguments.classes.empty() || arguments.request.total_white_1e9_l || arguments.by != "reader")
    throw InputError("--classes, --total-white and --by are not for a sample of the catalog",
                     "The catalog has them: the laboratory's settings, the sample, the review.");
  CatalogReport found = report_of_catalog({arguments.catalog, {}}, arguments.request.heading.sample_id,
                                          arguments.version, arguments.request.heading);
  arguments.known_layout = found.settings.layout;
  arguments.known_loinc = found.settings.loinc;
  arguments.pictures = [scans = found.scans](const CollectedReport& collected) {
    return sample_pictures(scans, collected, kPicturesPerClass);
  };
  return std::move(found.made.collected);
#else
  throw InputError("this build has no catalog", "Name the scans of the sample.");
#endif
}

CollectedReport collected_report(ReportArguments& arguments, const Progress& progress) {
  ReportRequest& request = arguments.request;
  if (from_catalog(arguments)) return catalog_report(arguments);
  arguments.pictures = [&request](const CollectedReport& collected) {
    return representative_cells(named_scans(request.scans), collected, kPicturesPerClass);
  };
  if (is_kept_report(request.scans)) return read_kept_report(request.scans.front());
  if (request.heading.laboratory.name.empty()) request.heading.laboratory = page_layout(arguments).laboratory;
  request.source = arguments.by == "model" ? ClassSource::kModel : ClassSource::kReader;
  if (arguments.classes.empty())
    request.table = default_differential_table();
  else
    naming_the_file(arguments.classes,
                    [&] { request.table = differential_table_from_json(read_text_file(arguments.classes)); });
  return collect_report(request, progress);
}

LoincTable loinc_codes(const ReportArguments& arguments) {
  if (arguments.loinc.empty()) return arguments.known_loinc;
  LoincTable table;
  naming_the_file(arguments.loinc, [&] { table = loinc_table_from_json(read_text_file(arguments.loinc)); });
  return table;
}

void write_pdf([[maybe_unused]] const ReportArguments& arguments, [[maybe_unused]] const CollectedReport& collected) {
#ifdef TOMOCYTE_GUI
  write_report_pdf(arguments.output, collected.report, arguments.pictures(collected), page_layout(arguments));
#else
  throw InputError("this build writes no PDF", "Build it with TOMOCYTE_GUI, or choose another format.");
#endif
}

void write_report(const ReportArguments& arguments, const CollectedReport& collected) {
  const auto& [report, cells] = collected;
  const auto& output = arguments.output;
  if (arguments.format == "pdf") return write_pdf(arguments, collected);
  if (arguments.format == "json") return write_text_file(output, report_to_json(report));
  if (arguments.format == "csv") return write_text_file(output, report_csv(report));
  if (arguments.format == "fhir") return write_text_file(output, report_fhir(report, loinc_codes(arguments)));
  if (arguments.format == "hl7") return write_text_file(output, report_hl7(report, loinc_codes(arguments)).text);
  if (arguments.format == "xlsx") return write_report_xlsx(output, report, cells);
  if (cells.empty())
    throw InputError("an FCS file needs the cells, which a report kept as JSON or signed before does not hold",
                     "Name the scans instead, or the sample as it stands now.");
  write_text_file(output, report_fcs(report, cells));
}

std::string queued(const ReportArguments& arguments, const Report& report) {
  OutboundQueue queue(arguments.queue);
  const Hl7Message message = report_hl7(report, loinc_codes(arguments));
  const bool added =
      queue.add(message, fmt::format("{} version {}", report.report_id, report.version), std::time(nullptr));
  return fmt::format("message {} {}", message.control_id, added ? "queued" : "was queued before");
}

std::string row_text(const DifferentialRow& row) {
  std::string text = fmt::format("{:<24} {:>6}", (row.part_of.empty() ? "" : "  ") + row.name, row.count);
  if (row.rate)
    text += fmt::format("  {:>5.1f} ({:.1f}-{:.1f}) {}", row.rate->value, row.rate->low, row.rate->high, row.rate_flag);
  return text + "\n";
}

std::string summary_text(const Report& report) {
  std::string text = fmt::format("Report {} of sample {}\n", report.report_id, report.sample_id);
  for (const std::string& remark : report_remarks(report)) text += remark + "\n";
  text += fmt::format("{:<24} {:>6}  per 100 white cells (95 % limits)\n", "", "cells");
  for (const DifferentialRow& row : report.differential.white) text += row_text(row);
  for (const DifferentialRow& row : report.differential.per_100_white) text += row_text(row);
  for (const ReasonCount& reason : report.quality.rejected)
    text += fmt::format("{:<24} {:>6}  rejected\n", reason.reason, reason.cells);
  return text;
}

int make_and_write(const Context& context, ReportArguments& arguments) {
  if (arguments.output.empty() && arguments.queue.empty())
    throw InputError("the report has nowhere to go", "Name a file with -o, or a queue with --queue.");
  if (!arguments.output.empty()) refuse_to_overwrite(arguments.output, arguments.overwrite);
  Terminal terminal(context.quiet);
  const CollectedReport collected = collected_report(arguments, terminal.progress());
  terminal.finish_line();
  const Report& report = collected.report;
  std::string text = summary_text(report);
  nlohmann::ordered_json json = {{"report_id", report.report_id},
                                 {"sample_id", report.sample_id},
                                 {"status", to_string(report_status(report))},
                                 {"simulated", report.simulated},
                                 {"white_cells", report.differential.white_cells},
                                 {"unidentified", report.differential.unidentified}};
  if (!arguments.output.empty()) {
    write_report(arguments, collected);
    json["file"] = arguments.output.string();
    text += "written to " + arguments.output.string() + "\n";
  }
  if (!arguments.queue.empty()) {
    json["queue"] = queued(arguments, report);
    text += json["queue"].get<std::string>() + "\n";
  }
  print_result(context, json.dump(2), text);
  return kSuccess;
}

void add_heading_options(CLI::App& verb, Report& heading) {
  const char* group = "Heading";
  verb.add_option("--sample-id", heading.sample_id, "Sample's id [from the scans]")->group(group);
  verb.add_option("--report-id", heading.report_id, "Report's id [from sample and time]")->group(group);
  verb.add_option("--patient-id", heading.patient_id, "Patient or donor [from the scans]")->group(group);
  verb.add_option("--laboratory", heading.laboratory.name, "Laboratory's name")->group(group);
  verb.add_option("--address", heading.laboratory.address, "Laboratory's address")->group(group);
  verb.add_option("--operator", heading.operator_name, "Who measured")->group(group);
  verb.add_option("--reviewer", heading.review.reviewer, "Who annotated the cells")->group(group);
  verb.add_option("--comment", heading.comments, "Comment; may be given several times")->group(group);
}

}  // namespace

void add_report(CLI::App& program, Context& context) {
  const auto arguments = std::make_shared<ReportArguments>();
  CLI::App& verb = add_verb(program, context, "report", "Report the differential of a sample", false,
                            [&context, arguments] { return make_and_write(context, *arguments); });
  verb.add_option("files", arguments->request.scans,
                  "Classified scan files of one sample, or a report kept as JSON; none: --sample-id of the catalog");
  verb.add_option("--catalog", arguments->catalog, "Catalog of the sample, where no files are named")->group("Catalog");
  verb.add_option("--signed-version", arguments->version, "Version that was signed [the sample as it stands now]")
      ->check(CLI::PositiveNumber)
      ->group("Catalog");
  verb.add_option("-o,--output", arguments->output, "File to write");
  verb.add_option("--format", arguments->format, "pdf, csv, xlsx, json, fcs, fhir or hl7")
      ->check(CLI::IsMember({"pdf", "csv", "xlsx", "json", "fcs", "fhir", "hl7"}))
      ->required();
  verb.add_option("--queue", arguments->queue, "Also put the HL7 message into this outbound queue (a folder)");
  verb.add_option("--by", arguments->by, "Whose class counts: reader (annotations before the model) or model [reader]")
      ->check(CLI::IsMember({"reader", "model"}));
  verb.add_option("--total-white", arguments->request.total_white_1e9_l, "Total white cell count, 10^9/L [not given]")
      ->check(CLI::Range(0.001, 10000.0));
  verb.add_option("--classes", arguments->classes, "Table of classes and reference ranges (JSON) [the one that ships]");
  verb.add_option("--loinc", arguments->loinc, "Table of LOINC codes (JSON) [the one that ships]");
  verb.add_option("--template", arguments->layout, "Layout of the pages (JSON) [the one that ships]");
  verb.add_option("--language", arguments->language, "Language of the pages: en or ko [from the template]")
      ->check(CLI::IsMember(ReportTexts::languages()));
  verb.add_flag("--overwrite", arguments->overwrite, "Replace the output if it exists");
  add_heading_options(verb, arguments->request.heading);
}

}  // namespace tomocyte
