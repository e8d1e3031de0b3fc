#include "core/report/report_hl7.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <span>
#include <vector>

#include "core/files/checksum.h"
#include "core/report/report_time.h"
#include "core/report/result_list.h"

namespace tomocyte {
namespace {

constexpr const char* kControlIdPlace = "@";  // until the rest of the message, which it follows from, is written
constexpr std::size_t kControlIdDigits = 19;

// Field n of a segment is fields[n]; fields[0] is its name.
class Segment {
 public:
  explicit Segment(const char* name) : fields_{name} {}
  Segment& set(std::size_t field, const std::string& value) {
    if (fields_.size() <= field) fields_.resize(field + 1);
    fields_[field] = value;
    return *this;
  }
  [[nodiscard]] std::string text() const { return fmt::format("{}\r", fmt::join(fields_, "|")); }

 private:
  std::vector<std::string> fields_;
};

std::string optional_time(const std::string& utc) { return utc.empty() ? "" : hl7_time(utc); }

// HL7 table 0085 (OBX-11) and 0123 (OBR-25) have the same letter for what a report can be.
std::string status_of(const Report& report) {
  const ReportStatus status = report_status(report);
  if (status == ReportStatus::kPreliminary) return "R";
  return status == ReportStatus::kFinal ? "F" : "C";
}

std::string code_of(const LoincCode& code) { return fmt::format("{}^{}^LN", code.code, hl7_escaped(code.display)); }

// Field n of MSH is one place earlier: MSH-1 is the separator itself.
std::string header(const Report& report) {
  Segment msh("MSH");
  msh.set(1, "^~\\&").set(2, "TOMOCYTE").set(3, hl7_escaped(report.laboratory.name));
  msh.set(6, hl7_time(report.created_utc)).set(8, "ORU^R01^ORU_R01").set(9, kControlIdPlace);
  msh.set(10, report.simulated ? "T" : "P").set(11, "2.5.1").set(17, "UNICODE UTF-8");
  return msh.text();
}

std::string patient(const Report& report) {
  // The name is required by the standard and not known here: name type U, unspecified.
  return Segment("PID").set(1, "1").set(3, hl7_escaped(report.patient_id)).set(5, "^^^^^^U").text();
}

std::string order(const Report& report, const LoincTable& codes) {
  Segment obr("OBR");
  obr.set(1, "1").set(2, hl7_escaped(report.sample_id)).set(3, hl7_escaped(report.report_id) + "^TOMOCYTE");
  obr.set(4, code_of(codes.panel)).set(7, optional_time(report.measured_utc));
  obr.set(22, hl7_time(report.sign_off ? report.sign_off->time_utc : report.created_utc)).set(25, status_of(report));
  if (report.sign_off) obr.set(32, "^" + hl7_escaped(report.sign_off->name));
  return obr.text();
}

std::string note(int number, const std::string& text) {
  return Segment("NTE").set(1, fmt::to_string(number)).set(2, "L").set(3, hl7_escaped(text)).text();
}

std::string unit_of(const SingleResult& result) {
  return fmt::format("{}^{}^UCUM", hl7_escaped(result.ucum), hl7_escaped(result.unit));
}

std::string limits_text(const SingleResult& result) {
  std::string text;
  if (result.cells) text = fmt::format("{} cells, {} white cells counted", *result.cells, *result.of);
  if (result.limits)
    text += fmt::format("; 95 % limits {:.{}f} to {:.{}f} {}", result.limits->low, result.decimals, result.limits->high,
                        result.decimals, result.unit);
  return text;
}

std::string observation(const Report& report, const SingleResult& result, int number) {
  Segment obx("OBX");
  obx.set(1, fmt::to_string(number)).set(2, "NM");
  obx.set(3, result.loinc ? code_of(*result.loinc)
                          : fmt::format("{}^{}^L", hl7_escaped(result.cell_class), hl7_escaped(result.text)));
  if (result.value) obx.set(5, fmt::format("{:.{}f}", *result.value, result.decimals));
  obx.set(6, unit_of(result));
  if (result.range) obx.set(7, fmt::format("{}-{}", result.range->low, result.range->high));
  obx.set(8, result.flag).set(11, status_of(report)).set(14, optional_time(report.measured_utc));
  const std::string limits = limits_text(result);
  return obx.text() + (limits.empty() ? "" : note(1, limits));
}

std::vector<std::string> split(const std::string& text, const std::string& separators) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (separators.find(c) == std::string::npos)
      parts.back() += c;
    else
      parts.emplace_back();
  }
  return parts;
}

}  // namespace

std::string hl7_escaped(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '\\')
      result += "\\E\\";
    else if (c == '|')
      result += "\\F\\";
    else if (c == '^')
      result += "\\S\\";
    else if (c == '&')
      result += "\\T\\";
    else if (c == '~')
      result += "\\R\\";
    else if (c == '\n')
      result += "\\.br\\";
    else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f)
      result += c;
  }
  return result;
}

Hl7Message report_hl7(const Report& report, const LoincTable& codes) {
  check_report(report);
  std::string text = header(report) + patient(report) + order(report, codes);
  int number = 0;
  for (const std::string& remark : report_remarks(report)) text += note(++number, remark);
  number = 0;
  for (const SingleResult& result : result_list(report, codes)) text += observation(report, result, ++number);
  const std::string key = fmt::format("{}\n{}\n{}", report.report_id, report.version, text);
  const std::string digest = checksum(std::as_bytes(std::span(key)));
  Hl7Message message;
  message.control_id = "T" + digest.substr(std::string("sha256:").size(), kControlIdDigits);
  const std::string place = fmt::format("|{}|{}|2.5.1", kControlIdPlace, report.simulated ? "T" : "P");
  message.text = text.replace(text.find(place) + 1, 1, message.control_id);
  return message;
}

std::optional<Hl7Acknowledgement> hl7_acknowledgement(const std::string& text) {
  if (!text.starts_with("MSH") || text.size() < 4) return std::nullopt;
  const std::string separator = text.substr(3, 1);
  std::optional<Hl7Acknowledgement> result;
  for (const std::string& line : split(text, "\r\n")) {
    auto fields = split(line, separator);
    fields.resize(9);
    if (fields[0] == "MSA" && fields[1].size() == 2) result = Hl7Acknowledgement{fields[1], fields[2], fields[3]};
    if (fields[0] == "ERR" && result && result->text.empty())
      result->text = fields[8].empty() ? fields[1] + fields[3] : fields[8];
  }
  return result;
}

}  // namespace tomocyte
