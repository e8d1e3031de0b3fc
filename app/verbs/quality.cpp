// tomocyte quality: the daily control of the instruments, and how often reviewers keep the model's class.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/verbs/catalog_choice.h"
#include "app/verbs/input.h"
#include "app/verbs/verbs.h"
#include "app/workflow/laboratory_settings.h"
#include "app/workflow/quality_chart.h"
#include "core/catalog/accept_rate.h"
#include "core/error.h"
#include "core/files/text_file.h"
#include "core/report/report.h"
#ifdef TOMOCYTE_GUI
#include "ui/plots/statistics_pictures.h"
#endif

namespace tomocyte {
namespace {

struct QualityArguments {
  CatalogChoice catalog;
  ControlSource source;
  std::string quantity = "mean_ri";
  ControlTarget target;
  bool baseline = false;
  std::string reason;
  RecordId measurement = 0;
  std::string period = "month";
  bool simulated = false;
  std::filesystem::path table;
  std::filesystem::path picture;
  bool overwrite = false;
};

ControlQuantity chosen_quantity(const QualityArguments& arguments) {
  return std::ranges::find(control_quantities(), arguments.quantity, &ControlQuantityName::key)->quantity;
}

// The one that was named; the only one where none was.
ControlSeries chosen_series(const Catalog& catalog, const QualityArguments& arguments) {
  std::vector<ControlSeries> found = list_control_series(catalog);
  std::erase_if(found, [&](const ControlSeries& series) {
    return (!arguments.source.instrument.empty() && series.instrument != arguments.source.instrument) ||
           (!arguments.source.control.empty() && series.control != arguments.source.control);
  });
  if (found.empty()) throw InputError("the catalog has no such control", "`tomocyte quality add` enters one.");
  if (found.size() > 1)
    throw InputError("the catalog has several such controls", "Name one with --instrument and --control.");
  return found.front();
}

void check_outputs(const QualityArguments& arguments) {
  for (const auto& path : {arguments.table, arguments.picture})
    if (!path.empty()) refuse_to_overwrite(path, arguments.overwrite);
}

int add(const Context& context, const QualityArguments& arguments) {
  const NewControl control = control_from_scan(arguments.source);
  Catalog catalog = open_signed_in(arguments.catalog);
  const ControlMeasurement added = add_control(catalog, control);
  const nlohmann::ordered_json json = {{"id", added.id},
                                       {"instrument", control.instrument},
                                       {"control", control.control},
                                       {"mean_ri", control.mean_ri},
                                       {"volume_fl", control.volume_fl},
                                       {"dry_mass_pg", control.dry_mass_pg},
                                       {"objects", control.objects},
                                       {"simulated", control.simulated}};
  print_result(context, json.dump(2),
               fmt::format("control {}: {} of {}: n {:.5f}, volume {:.2f} fL, dry mass {:.2f} pg, {} objects{}",
                           added.id, control.control, control.instrument, control.mean_ri, control.volume_fl,
                           control.dry_mass_pg, control.objects, control.simulated ? " [SIMULATED]" : ""));
  return kSuccess;
}

nlohmann::ordered_json chart_json(const QualityChart& chart) {
  nlohmann::ordered_json json = {{"instrument", chart.series.instrument},
                                 {"control", chart.series.control},
                                 {"simulated", chart.series.simulated},
                                 {"quantity", control_quantities()[static_cast<std::size_t>(chart.quantity)].key},
                                 {"baseline", chart.chart.baseline},
                                 {"points", nlohmann::ordered_json::array()}};
  if (const auto& target = chart.chart.target)
    json["target"] = {{"mean", target->mean}, {"standard_deviation", target->standard_deviation}};
  for (std::size_t i = 0; i < chart.counted.size(); ++i) {
    nlohmann::ordered_json point = {{"id", chart.counted[i].id},
                                    {"measured", chart.counted[i].measured.measured_utc},
                                    {"value", chart.chart.points[i].value}};
    if (chart.chart.target) point["deviation_sd"] = chart.chart.points[i].deviation;
    point["rules"] = nlohmann::ordered_json::array();
    for (const WestgardRule rule : chart.chart.points[i].rules) point["rules"].push_back(to_string(rule));
    json["points"].push_back(std::move(point));
  }
  json["excluded"] = nlohmann::ordered_json::array();
  for (const ControlMeasurement& m : chart.excluded)
    json["excluded"].push_back({{"id", m.id}, {"measured", m.measured.measured_utc}, {"reason", m.excluded}});
  return json;
}

std::string chart_text(const QualityChart& chart) {
  const ControlQuantityName& named = control_quantities()[static_cast<std::size_t>(chart.quantity)];
  std::string text = fmt::format("{}, {}: {} {}{}\n", chart.series.instrument, chart.series.control, named.name,
                                 named.unit, chart.series.simulated ? " [SIMULATED]" : "");
  if (const auto& target = chart.chart.target)
    text += fmt::format(
        "target {:.{}f}, SD {:.{}f}, {}\n", target->mean, named.decimals, target->standard_deviation,
        named.decimals + 1,
        chart.chart.baseline > 0 ? fmt::format("of the first {} measurements", chart.chart.baseline) : "entered");
  else
    text += fmt::format("no limits yet: the baseline needs {} measurements\n", kBaselineMeasurements);
  for (std::size_t i = 0; i < chart.counted.size(); ++i)
    text += fmt::format("{:>5}  {}  {:.{}f}  {}  {}\n", chart.counted[i].id, chart.counted[i].measured.measured_utc,
                        chart.chart.points[i].value, named.decimals,
                        chart.chart.target ? fmt::format("{:+.2f} SD", chart.chart.points[i].deviation) : "",
                        rules_text(chart.chart.points[i].rules));
  for (const ControlMeasurement& m : chart.excluded)
    text += fmt::format("{:>5}  {}  excluded: {}\n", m.id, m.measured.measured_utc, m.excluded);
  return text;
}

int show(const Context& context, const QualityArguments& arguments) {
  check_outputs(arguments);
  const Catalog catalog = open_catalog(arguments.catalog);
  const QualityChart chart = quality_chart(catalog, chosen_series(catalog, arguments), chosen_quantity(arguments));
  if (!arguments.table.empty()) write_text_file(arguments.table, quality_csv(chart));
#ifdef TOMOCYTE_GUI
  if (!arguments.picture.empty()) save_control_picture(arguments.picture, chart);
#endif
  print_result(context, chart_json(chart).dump(2), chart_text(chart));
  return kSuccess;
}

int set_target(const Context& context, const QualityArguments& arguments) {
  Catalog catalog = open_signed_in(arguments.catalog);
  const ControlSeries series = chosen_series(catalog, arguments);
  const std::optional<ControlTarget> target = arguments.baseline ? std::nullopt : std::optional(arguments.target);
  set_control_target(catalog, series, chosen_quantity(arguments), target, arguments.reason);
  const QualityChart chart = quality_chart(catalog, series, chosen_quantity(arguments));
  print_result(context, chart_json(chart).dump(2), chart_text(chart));
  return kSuccess;
}

int exclude(const Context& context, const QualityArguments& arguments) {
  Catalog catalog = open_signed_in(arguments.catalog);
  exclude_control(catalog, arguments.measurement, arguments.reason);
  print_result(context, nlohmann::json{{"excluded", arguments.measurement}}.dump(2),
               fmt::format("control {} no longer counts: {}", arguments.measurement, arguments.reason));
  return kSuccess;
}

int accept_rate(const Context& context, const QualityArguments& arguments) {
  check_outputs(arguments);
  const Catalog catalog = open_catalog(arguments.catalog);
  const auto period = arguments.period == "week" ? AcceptPeriod::kWeek : AcceptPeriod::kMonth;
  const std::vector<AcceptRate> rates = accept_rates(catalog, period, arguments.simulated);
  if (!arguments.table.empty()) write_text_file(arguments.table, accept_csv(rates, arguments.simulated));
#ifdef TOMOCYTE_GUI
  if (!arguments.picture.empty())
    save_accept_picture(arguments.picture, rates, arguments.simulated, laboratory_settings(catalog).classes);
#endif
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  std::string text = arguments.simulated ? fmt::format("{} samples\n", kReportSimulated) : "";
  for (const AcceptRate& rate : rates) {
    json.push_back({{"period", rate.period},
                    {"class", rate.model_class},
                    {"reviewed", rate.reviewed},
                    {"kept", rate.kept},
                    {"rate", rate.rate.value},
                    {"low_95", rate.rate.low},
                    {"high_95", rate.rate.high},
                    {"simulated", arguments.simulated}});
    text +=
        fmt::format("{}  {:<16} kept {:>5} of {:>5}: {:>5.1f} % ({:.1f}-{:.1f})\n", rate.period, rate.model_class,
                    rate.kept, rate.reviewed, 100.0 * rate.rate.value, 100.0 * rate.rate.low, 100.0 * rate.rate.high);
  }
  print_result(context, json.dump(2), rates.empty() ? text + "No reviewed cell that a model was sure of." : text);
  return kSuccess;
}

void add_series_options(CLI::App& verb, QualityArguments& arguments) {
  verb.add_option("--instrument", arguments.source.instrument, "Instrument [the only one]");
  verb.add_option("--control", arguments.source.control, "Control, with its lot [the only one]");
  verb.add_option("--quantity", arguments.quantity, "mean_ri, volume_fl or dry_mass_pg [mean_ri]")
      ->check(CLI::IsMember({"mean_ri", "volume_fl", "dry_mass_pg"}));
}

void add_output_options(CLI::App& verb, QualityArguments& arguments) {
  verb.add_option("--csv", arguments.table, "Write the table");
#ifdef TOMOCYTE_GUI
  verb.add_option("--picture", arguments.picture, "Draw the chart (.png or .svg)");
#endif
  verb.add_flag("--overwrite", arguments.overwrite, "Replace the outputs if they exist");
}

}  // namespace

void add_quality(CLI::App& program, Context& context) {
  const auto arguments = std::make_shared<QualityArguments>();
  CLI::App& quality = *program.add_subcommand("quality", "Daily control of the instruments; drift of the model");
  quality.require_subcommand(1);
  CLI::App& adding = add_verb(quality, context, "add", "Enter a measured control from its scan file", false,
                              [&context, arguments] { return add(context, *arguments); });
  adding.add_option("scan", arguments->source.scan, "Scan file with the measured control")->required();
  adding.add_option("--control", arguments->source.control, "What it is, with its lot")->required();
  adding.add_option("--instrument", arguments->source.instrument, "Instrument [as the scan names it]");
  add_catalog_flags(adding, arguments->catalog, true);
  CLI::App& showing = add_verb(quality, context, "show", "Levey-Jennings chart with the Westgard rules", false,
                               [&context, arguments] { return show(context, *arguments); });
  add_series_options(showing, *arguments);
  add_output_options(showing, *arguments);
  add_catalog_flags(showing, arguments->catalog, false);
  CLI::App& target = add_verb(quality, context, "target", "Enter a control's target, or go back to its baseline", false,
                              [&context, arguments] { return set_target(context, *arguments); });
  add_series_options(target, *arguments);
  target.add_option("--mean", arguments->target.mean, "Target mean");
  target.add_option("--sd", arguments->target.standard_deviation, "Target SD");
  target.add_flag("--baseline", arguments->baseline, "Back to the first measurements");
  target.add_option("--source", arguments->reason, "Where the target is from")->required();
  add_catalog_flags(target, arguments->catalog, true);
  CLI::App& excluding = add_verb(quality, context, "exclude", "A control measurement does not count", false,
                                 [&context, arguments] { return exclude(context, *arguments); });
  excluding.add_option("measurement", arguments->measurement, "Its number, as `show` prints it")->required();
  excluding.add_option("--reason", arguments->reason, "Why")->required();
  add_catalog_flags(excluding, arguments->catalog, true);
  CLI::App& accepting = add_verb(quality, context, "accept-rate", "How often reviewers kept the model's class", false,
                                 [&context, arguments] { return accept_rate(context, *arguments); });
  accepting.add_option("--per", arguments->period, "week or month [month]")->check(CLI::IsMember({"week", "month"}));
  accepting.add_flag("--simulated", arguments->simulated, "Simulated samples instead of real ones");
  add_output_options(accepting, *arguments);
  add_catalog_flags(accepting, arguments->catalog, false);
}

}  // namespace tomocyte
