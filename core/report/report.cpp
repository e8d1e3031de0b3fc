#include "core/report/report.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/report/report_time.h"

namespace tomocyte {

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
  check_report_time(report.created_utc);
  if (!report.measured_utc.empty()) check_report_time(report.measured_utc);
  if (!report.sign_off) return;
  if (report.sign_off->name.empty()) throw InputError("the signature has no name");
  check_report_time(report.sign_off->time_utc);
}

}  // namespace tomocyte
