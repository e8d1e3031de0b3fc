#include "core/report/report_fcs.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "core/error.h"
#include "core/report/report_time.h"
#include "core/report/reported_index.h"

namespace tomocyte {
namespace {

static_assert(std::endian::native == std::endian::little, "events are written as they lie in memory");

constexpr char kDelimiter = '\f';  // stands in no name: many readers do not know a doubled delimiter
constexpr std::size_t kHeaderBytes = 58;
constexpr std::size_t kLargestInHeader = 99'999'999;  // eight digits

using Names = std::vector<std::string>;

struct Parameter {
  std::string name;   // $PnN: no comma
  std::string title;  // $PnS
  std::vector<float> values;
};

float position_of(Names& names, const std::string& name) {
  if (name.empty()) return 0.0F;
  const auto found = std::find(names.begin(), names.end(), name);
  const auto at = found - names.begin();
  if (found == names.end()) names.push_back(name);
  return static_cast<float>(at + 1);
}

std::string event_class(const CountedCell& counted) {
  if (counted.artefact) return "artefact";
  if (counted.dead) return "dead";
  return counted.doublet ? "doublet" : counted.cell_class;
}

struct Events {
  std::vector<Parameter> parameters;
  Names classes;
  Names scans;
  std::size_t count = 0;
};

Events events_of(const std::vector<ReportedCell>& cells) {
  Events events;
  for (const ReportedIndex& index : reported_indices())
    events.parameters.push_back(
        {index.key, std::string(index.name) + (*index.unit ? fmt::format(" ({})", index.unit) : ""), {}});
  for (const char* name : {"class", "probability", "label", "scan"}) events.parameters.push_back({name, name, {}});
  for (const ReportedCell& reported : cells) {
    if (!reported.rejected.empty()) continue;
    std::size_t p = 0;
    for (const ReportedIndex& index : reported_indices())
      events.parameters[p++].values.push_back(static_cast<float>(reported.cell.indices.*index.member));
    const auto& found = reported.cell.classification;
    events.parameters[p++].values.push_back(position_of(events.classes, event_class(reported.counted)));
    events.parameters[p++].values.push_back(found ? static_cast<float>(found->probabilities.front().probability)
                                                  : 0.0F);
    events.parameters[p++].values.push_back(static_cast<float>(reported.cell.label));
    events.parameters[p++].values.push_back(position_of(events.scans, reported.scan));
    ++events.count;
  }
  return events;
}

// Keyword and value; a delimiter within is doubled. Empty values are not allowed by the standard: they are left out.
void add(std::string& text, const std::string& keyword, const std::string& value) {
  if (value.empty()) return;
  text += keyword + kDelimiter;
  for (const char c : value) text += c == kDelimiter ? std::string(2, kDelimiter) : std::string(1, c);
  text += kDelimiter;
}

void add_origin(std::string& text, const Report& report) {
  add(text, "$SMNO", report.sample_id);
  add(text, "$SRC", report.patient_id);
  add(text, "$OP", report.operator_name);
  add(text, "$INST", report.laboratory.name);
  add(text, "$CYT", report.instrument);
  add(text, "$SYS", report.program);
  if (!report.measured_utc.empty()) {
    add(text, "$DATE", fcs_date(report.measured_utc));
    add(text, "$BTIM", clock_time(report.measured_utc));
  }
  add(text, "$LAST_MODIFIED", fcs_date(report.created_utc) + " " + clock_time(report.created_utc));
  add(text, "$COM", kResearchUseOnly);
  add(text, "TOMOCYTE_REPORT", fmt::format("{} version {}", report.report_id, report.version));
  add(text, "TOMOCYTE_STATUS", report.sign_off ? to_string(report_status(report)) : kReportNotSigned);
  add(text, "TOMOCYTE_SIGNED_BY", report.sign_off ? report.sign_off->name : "");
  add(text, "TOMOCYTE_SIMULATED", report.simulated ? kReportSimulated : "no");
  add(text, "TOMOCYTE_METHOD", report.method);
  for (std::size_t i = 0; i < report.models.size(); ++i)
    add(text, fmt::format("TOMOCYTE_MODEL_{}", i + 1), report.models[i].name + " " + report.models[i].checksum);
}

// $PnR of floating-point data is where a display ends; it must be an integer above the values.
std::string range_of(const Parameter& parameter) {
  const float largest = *std::max_element(parameter.values.begin(), parameter.values.end());
  return fmt::format("{}", std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(largest)) + 1));
}

void add_parameters(std::string& text, const Events& events) {
  for (std::size_t p = 0; p < events.parameters.size(); ++p) {
    const Parameter& parameter = events.parameters[p];
    add(text, fmt::format("$P{}B", p + 1), "32");
    add(text, fmt::format("$P{}E", p + 1), "0,0");
    add(text, fmt::format("$P{}N", p + 1), parameter.name);
    add(text, fmt::format("$P{}R", p + 1), range_of(parameter));
    add(text, fmt::format("$P{}S", p + 1), parameter.title);
  }
  for (std::size_t i = 0; i < events.classes.size(); ++i)
    add(text, fmt::format("TOMOCYTE_CLASS_{}", i + 1), events.classes[i]);
  for (std::size_t i = 0; i < events.scans.size(); ++i)
    add(text, fmt::format("TOMOCYTE_SCAN_{}", i + 1), events.scans[i]);
}

// Offsets have a fixed width so that the text is as long as it was when they were computed.
std::string text_segment(const Report& report, const Events& events, std::size_t data_begin, std::size_t data_end) {
  std::string text(1, kDelimiter);
  for (const char* keyword : {"$BEGINANALYSIS", "$ENDANALYSIS", "$BEGINSTEXT", "$ENDSTEXT", "$NEXTDATA"})
    add(text, keyword, "0");
  add(text, "$BEGINDATA", fmt::format("{:010d}", data_begin));
  add(text, "$ENDDATA", fmt::format("{:010d}", data_end));
  add(text, "$BYTEORD", "1,2,3,4");
  add(text, "$DATATYPE", "F");
  add(text, "$MODE", "L");
  add(text, "$PAR", fmt::to_string(events.parameters.size()));
  add(text, "$TOT", fmt::to_string(events.count));
  add_parameters(text, events);
  add_origin(text, report);
  return text;
}

std::string data_segment(const Events& events) {
  std::string data;
  for (std::size_t event = 0; event < events.count; ++event)
    for (const Parameter& parameter : events.parameters) {
      char bytes[sizeof(float)];
      std::memcpy(bytes, &parameter.values[event], sizeof bytes);
      data.append(bytes, sizeof bytes);
    }
  return data;
}

// Data too far out for eight digits has 0 here and its true place in the text, as the standard says.
std::string header(std::size_t text_end, std::size_t data_begin, std::size_t data_end) {
  if (data_end > kLargestInHeader) data_begin = data_end = 0;
  return fmt::format("FCS3.1    {:8d}{:8d}{:8d}{:8d}{:8d}{:8d}", kHeaderBytes, text_end, data_begin, data_end, 0, 0);
}

}  // namespace

std::string report_fcs(const Report& report, const std::vector<ReportedCell>& cells) {
  check_report(report);
  const Events events = events_of(cells);
  if (events.count == 0) throw InputError("there is no counted cell to write as an event");
  const std::string data = data_segment(events);
  const std::size_t data_begin = kHeaderBytes + text_segment(report, events, 0, 0).size();
  const std::size_t data_end = data_begin + data.size() - 1;
  const std::string text = text_segment(report, events, data_begin, data_end);
  const std::string no_checksum = "00000000";
  return header(data_begin - 1, data_begin, data_end) + text + data + no_checksum;
}

}  // namespace tomocyte
