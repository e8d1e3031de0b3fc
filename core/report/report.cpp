#include "core/report/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/report/report_time.h"

namespace tomocyte {
namespace {

bool is_utf8(const std::string& text) {
  try {
    return !nlohmann::json(text).dump().empty();
  } catch (const nlohmann::json::exception&) {
    return false;
  }
}

// Line ends are for people; other control characters mean something in FCS and HL7, and FHIR forbids them.
void check_text(const std::string& text) {
  if (!is_utf8(text)) throw InputError("a text of the report is not UTF-8", "Type it again.");
  const auto forbidden = [](unsigned char c) { return (c < 0x20 && c != '\n') || c == 0x7f; };
  if (std::any_of(text.begin(), text.end(), forbidden))
    throw InputError(fmt::format("the report's text \"{}\" has a control character", text), "Type it again.");
}

}  // namespace

ReportStatus report_status(const Report& report) {
  if (!report.sign_off) return ReportStatus::kPreliminary;
  return report.version > 1 ? ReportStatus::kAmended : ReportStatus::kFinal;
}

std::string to_string(ReportStatus status) {
  if (status == ReportStatus::kFinal) return "final";
  return status == ReportStatus::kAmended ? "amended" : "preliminary";
}

void check_report(const Report& report) {
  if (report.sample_id.empty()) throw InputError("the report names no sample", "Give the sample's id.");
  if (report.report_id.empty()) throw InputError("the report has no id of its own");
  if (report.version < 1) throw InputError(fmt::format("{} is no version of a report", report.version));
  if (report.version > 1 && (report.amends.empty() || report.amendment_reason.empty()))
    throw InputError(fmt::format("version {} does not say what it amends and why", report.version),
                     "Name the earlier version and the reason.");
  if (report.version == 1 && !report.amends.empty()) throw InputError("a first version amends nothing");
  for (const std::string* text : {&report.report_id, &report.amends, &report.amendment_reason, &report.laboratory.name,
                                  &report.laboratory.address, &report.sample_id, &report.patient_id,
                                  &report.operator_name, &report.modality, &report.instrument, &report.method})
    check_text(*text);
  for (const std::string& comment : report.comments) check_text(comment);
  check_report_time(report.created_utc);
  if (!report.measured_utc.empty()) check_report_time(report.measured_utc);
  if (!report.sign_off) return;
  check_text(report.sign_off->name);
  if (report.sign_off->name.empty()) throw InputError("the signature has no name");
  check_report_time(report.sign_off->time_utc);
}

}  // namespace tomocyte
