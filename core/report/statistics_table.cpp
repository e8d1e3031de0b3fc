#include "core/report/statistics_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

#include "core/files/export.h"
#include "core/report/report.h"
#include "core/research_use.h"

namespace tomocyte {
namespace {

using Cells = std::vector<std::string>;
using Json = nlohmann::ordered_json;

std::string cell_number(double value) { return fmt::format("{:.6g}", value); }
std::string line(const Cells& cells) { return fmt::format("{}\n", fmt::join(cells, ",")); }
std::string simulated_mark(const CheckedSample& sample) { return sample.simulated ? kReportSimulated : "no"; }

constexpr std::array kStatistics = {"_n",   "_mean",      "_sd",         "_sem",  "_median",  "_min",
                                    "_max", "_range_low", "_range_high", "_flag", "_in_range"};

Cells index_cells(const std::optional<IndexDistribution>& index) {
  if (!index) return Cells(kStatistics.size());
  const Summary& s = index->summary;
  const auto& range = index->range;
  return {fmt::to_string(s.count),
          cell_number(s.mean),
          cell_number(s.standard_deviation),
          cell_number(s.standard_error),
          cell_number(s.median),
          cell_number(s.minimum),
          cell_number(s.maximum),
          range ? cell_number(range->low) : "",
          range ? cell_number(range->high) : "",
          index->flag,
          range ? fmt::to_string(index->inside) : ""};
}

Json interval_json(const Interval& interval) {
  return {{"value", interval.value}, {"low_95", interval.low}, {"high_95", interval.high}};
}

Json index_json(const IndexDistribution& index, const ReportedIndex& named) {
  const Summary& s = index.summary;
  Json json = {{"index", named.key}, {"unit", named.unit},         {"n", s.count},
               {"mean", s.mean},     {"sd", s.standard_deviation}, {"sem", s.standard_error},
               {"median", s.median}, {"min", s.minimum},           {"max", s.maximum}};
  if (index.range) {
    json["range"] = {index.range->low, index.range->high};
    json["flag"] = index.flag;
    json["in_range"] = index.inside;
  }
  return json;
}

Json class_json(const ClassDistribution& c) {
  Json json = {
      {"class", c.cell_class}, {"name", c.name}, {"cells", c.cells}, {"cut", c.cut}, {"indices", Json::array()}};
  for (std::size_t i = 0; i < c.index.size(); ++i)
    if (c.index[i]) json["indices"].push_back(index_json(*c.index[i], reported_indices()[i]));
  return json;
}

Json delta_json(const DeltaCheck& check) {
  Json json = {{"earlier_sample", check.before.sample_id},
               {"received", check.before.received_utc},
               {"state", check.before.state},
               {"white_cells_now", check.white_now},
               {"white_cells_before", check.before.differential.white_cells},
               {"shares", Json::array()},
               {"means", Json::array()}};
  for (const ShareDelta& share : check.shares)
    json["shares"].push_back({{"class", share.cell_class},
                              {"now", share.now},
                              {"before", share.before},
                              {"percent_points", interval_json(share.percent_points)},
                              {"marked", share.marked}});
  for (const IndexDelta& mean : check.indices)
    json["means"].push_back({{"class", mean.cell_class},
                             {"index", reported_indices()[mean.index].key},
                             {"unit", reported_indices()[mean.index].unit},
                             {"now", mean.now.mean},
                             {"before", mean.before.mean},
                             {"difference", interval_json(mean.difference)},
                             {"marked", mean.marked}});
  return json;
}

}  // namespace

std::string statistics_csv(const CheckedSample& sample) {
  Cells names = {"sample_id", "patient_id", "simulated", "class", "name", "cells", "cells_cut_by_border"};
  Cells units = {"", "", "", "", "", "cells", "cells"};
  for (const ReportedIndex& index : reported_indices())
    for (const std::string statistic : kStatistics) {
      names.push_back(index.key + statistic);
      const bool counts = statistic == "_n" || statistic == "_in_range";
      units.push_back(counts ? "cells" : statistic == "_flag" ? "" : index.unit);
    }
  names.emplace_back("research_use");
  units.emplace_back();
  std::string csv = line(names) + line(units);
  for (const ClassDistribution& c : sample.indices.classes) {
    Cells row = {csv_quoted(sample.sample_id), csv_quoted(sample.donor_id), simulated_mark(sample),
                 csv_quoted(c.cell_class),     csv_quoted(c.name),          fmt::to_string(c.cells),
                 fmt::to_string(c.cut)};
    for (const auto& index : c.index)
      for (std::string& value : index_cells(index)) row.push_back(std::move(value));
    row.push_back(csv_quoted(kResearchUseOnly));
    csv += line(row);
  }
  return csv;
}

std::string delta_csv(const CheckedSample& sample, const std::vector<DeltaCheck>& checks) {
  std::string csv = line({"sample_id", "earlier_sample_id", "earlier_received", "simulated", "class", "quantity",
                          "unit", "now", "before", "difference", "difference_low_95", "difference_high_95", "marked"}) +
                    line({"", "", "UTC", "", "", "", "", "as unit", "as unit", "as unit", "as unit", "as unit", ""});
  for (const DeltaCheck& check : checks) {
    const auto row = [&](const std::string& cell_class, const std::string& quantity, const std::string& unit,
                         double now, double before, const Interval& difference, bool marked) {
      csv += line({csv_quoted(sample.sample_id), csv_quoted(check.before.sample_id), check.before.received_utc,
                   simulated_mark(sample), csv_quoted(cell_class), quantity, unit, cell_number(now),
                   cell_number(before), cell_number(difference.value), cell_number(difference.low),
                   cell_number(difference.high), marked ? "yes" : "no"});
    };
    for (const ShareDelta& s : check.shares)
      row(s.cell_class, "share_of_white_cells", "%", 100.0 * s.now / check.white_now,
          100.0 * s.before / check.before.differential.white_cells, s.percent_points, s.marked);
    for (const IndexDelta& m : check.indices)
      row(m.cell_class, fmt::format("mean_{}", reported_indices()[m.index].key), reported_indices()[m.index].unit,
          m.now.mean, m.before.mean, m.difference, m.marked);
  }
  return csv;
}

std::string statistics_json(const CheckedSample& sample, const std::vector<DeltaCheck>& checks,
                            const IndexRanges& ranges, const DeltaOptions& options) {
  Json json = {{"sample_id", sample.sample_id},
               {"patient_id", sample.donor_id},
               {"simulated", sample.simulated},
               {"unidentified", sample.indices.unidentified},
               {"ranges", {{"name", ranges.name}, {"meaning", ranges.meaning}, {"source", ranges.source}}},
               {"limit_percent_points", options.limit_percent_points},
               {"classes", Json::array()},
               {"delta", Json::array()},
               {"research_use", kResearchUseOnly}};
  for (const ClassDistribution& c : sample.indices.classes) json["classes"].push_back(class_json(c));
  for (const DeltaCheck& check : checks) json["delta"].push_back(delta_json(check));
  return json.dump(2);
}

}  // namespace tomocyte
