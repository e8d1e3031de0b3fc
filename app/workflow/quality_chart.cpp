#include "app/workflow/quality_chart.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "core/error.h"
#include "core/files/checksum.h"
#include "core/files/export.h"
#include "core/files/scan_file.h"
#include "core/report/report.h"
#include "core/research_use.h"

namespace tomocyte {
namespace {

// How the light came into the file: measured, simulated, or imported.
const Provenance* origin(const Scan& scan) { return scan.provenance.empty() ? nullptr : &scan.provenance.front(); }

bool counts(const Cell& cell) { return !cell.too_small && !cell.touches_border; }

std::string csv_row(const QualityChart& chart, const ControlMeasurement& m, const ControlPoint* point) {
  const ControlQuantityName& named = control_quantities()[static_cast<std::size_t>(chart.quantity)];
  const bool judged = point && chart.chart.target;
  return fmt::format(
      "{},{},{},{},{},{:.8g},{},{},{},{},{},{},{},{},{}\n", csv_quoted(chart.series.instrument),
      csv_quoted(chart.series.control), chart.series.simulated ? kReportSimulated : "no", m.measured.measured_utc,
      named.key, value_of(m.measured, chart.quantity), *named.unit ? named.unit : "1", m.measured.objects,
      chart.chart.target ? fmt::format("{:.8g}", chart.chart.target->mean) : "",
      chart.chart.target ? fmt::format("{:.8g}", chart.chart.target->standard_deviation) : "",
      judged ? fmt::format("{:.3f}", point->deviation) : "", csv_quoted(point ? rules_text(point->rules) : ""),
      csv_quoted(m.excluded), csv_quoted(m.entered_by), csv_quoted(kResearchUseOnly));
}

}  // namespace

NewControl control_from_scan(const ControlSource& source) {
  const std::filesystem::path path = std::filesystem::absolute(source.scan);
  const Scan scan = read_scan(path, {.holograms = false, .fields = false, .tomogram = false, .truth = false});
  NewControl control;
  control.control = source.control;
  control.scan = path.string();
  control.checksum = file_checksum(path);
  control.simulated = scan.simulated;
  control.instrument = source.instrument;
  if (const Provenance* from = origin(scan)) {
    control.measured_utc = from->time_utc;
    if (control.instrument.empty()) control.instrument = from->device;
  }
  if (control.instrument.empty())
    throw InputError(path.string() + ": the scan does not name its microscope", "Give the instrument's name.");
  for (const Cell& cell : scan.cells) {
    if (!counts(cell)) continue;
    ++control.objects;
    control.mean_ri += cell.indices.mean_ri;
    control.volume_fl += cell.indices.volume_fl;
    control.dry_mass_pg += cell.indices.dry_mass_pg;
  }
  if (control.objects == 0)
    throw FileError(path, "no object in it is measured and whole",
                    "Reconstruct and measure the scan first; the control must lie inside the volume.");
  for (double NewControl::*value : {&NewControl::mean_ri, &NewControl::volume_fl, &NewControl::dry_mass_pg})
    control.*value /= control.objects;
  return control;
}

QualityChart quality_chart(const Catalog& catalog, const ControlSeries& series, ControlQuantity quantity) {
  QualityChart result{series, quantity, {}, {}, {}};
  for (ControlMeasurement& m : list_controls(catalog, series.instrument, series.control))
    (m.excluded.empty() ? result.counted : result.excluded).push_back(std::move(m));
  std::vector<double> values;
  for (const ControlMeasurement& m : result.counted) values.push_back(value_of(m.measured, quantity));
  result.chart = control_chart(values, control_target(catalog, series, quantity));
  return result;
}

std::string rules_text(const std::vector<WestgardRule>& rules) {
  std::vector<std::string> names;
  std::ranges::transform(rules, std::back_inserter(names), [](WestgardRule rule) { return to_string(rule); });
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string quality_csv(const QualityChart& chart) {
  std::string csv =
      "instrument,control,simulated,measured,quantity,value,unit,objects,target_mean,target_sd,deviation,rules,"
      "excluded,"
      "entered_by,research_use\n,,,UTC,,as unit,,objects,as unit,as unit,target SD,,,,\n";
  for (std::size_t i = 0; i < chart.counted.size(); ++i)
    csv += csv_row(chart, chart.counted[i], &chart.chart.points[i]);
  for (const ControlMeasurement& m : chart.excluded) csv += csv_row(chart, m, nullptr);
  return csv;
}

}  // namespace tomocyte
