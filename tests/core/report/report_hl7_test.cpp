#include "core/report/report_hl7.h"

#include "tests/core/report/report_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

std::vector<std::string> cut(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) c == separator ? parts.emplace_back() : parts.back().append(1, c);
  return parts;
}

// HL7 v2.5.1 chapter 2: segments[i][n] is field n of segment i (of MSH too, whose field 1 is the separator).
std::vector<std::vector<std::string>> parse(const std::string& message) {
  std::vector<std::vector<std::string>> segments;
  REQUIRE(message.back() == '\r');
  for (const std::string& line : cut(message.substr(0, message.size() - 1), '\r')) {
    auto fields = cut(line, '|');
    if (fields[0] == "MSH") fields.insert(fields.begin() + 1, "|");
    fields.resize(40);
    segments.push_back(std::move(fields));
  }
  return segments;
}

std::vector<std::string> names(const std::vector<std::vector<std::string>>& segments) {
  std::vector<std::string> result;
  for (const auto& segment : segments) result.push_back(segment[0]);
  return result;
}

std::vector<std::string> result_of(const Report& report, const std::string& code) {
  for (const auto& segment : parse(report_hl7(report, default_loinc_table()).text))
    if (segment[0] == "OBX" && segment[3].starts_with(code)) return segment;
  FAIL("no OBX " << code);
  return {};
}

}  // namespace

TEST_CASE("a message has the segments of ORU^R01 in their order and its required fields") {
  const Hl7Message message = report_hl7(signed_report(), default_loinc_table());
  const auto segments = parse(message.text);
  CHECK(names(segments) == std::vector<std::string>{"MSH", "PID", "OBR", "NTE", "NTE", "NTE", "NTE", "NTE",
                                                    "OBX", "OBX", "NTE", "OBX", "NTE", "OBX", "NTE", "OBX",
                                                    "NTE", "OBX", "NTE", "OBX", "NTE", "OBX", "NTE", "OBX",
                                                    "NTE", "OBX", "NTE", "OBX", "NTE", "OBX", "NTE"});
  CHECK(segments[0][2] == "^~\\&");
  CHECK(segments[0][7] == "20261121171618+0000");
  CHECK(segments[0][9] == "ORU^R01^ORU_R01");
  CHECK(segments[0][10] == message.control_id);
  CHECK(message.control_id.size() == 20);
  CHECK(segments[0][11] == "T");  // simulated
  CHECK(segments[0][12] == "2.5.1");
  CHECK(segments[0][18] == "UNICODE UTF-8");
  CHECK(segments[1][3] == "D\\F\\7\\S\\8\\T\\9\\R\\0\\E\\1");
  CHECK(segments[2][2] == "Probe-0042 µ");
  CHECK(segments[2][3] == "R-17^TOMOCYTE");
  CHECK(segments[2][4] == "69738-3^Differential panel, method unspecified - Blood^LN");
  CHECK(segments[2][7] == "20260309070501+0000");
  CHECK(segments[2][25] == "F");
  CHECK(segments[2][32] == "^Dr. Ärztin");
  CHECK(segments[3][3] == "For Research Use Only. Not for use in diagnostic procedures.");
  CHECK(contains(segments[4][3], "SIMULATED"));
  CHECK(segments[6][3] == "Two lines,\\.br\\of comment\\F\\with \\S\\ separators");
}

TEST_CASE("a result has code, printed value, unit, range and flag") {
  const auto percent = result_of(signed_report(), "26485-3");
  CHECK(percent[2] == "NM");
  CHECK(percent[3] == "26485-3^Monocytes/100 leukocytes in Blood^LN");
  CHECK(percent[5] == "50.0");
  CHECK(percent[6] == "%^%^UCUM");
  CHECK(percent[7] == "4-9");
  CHECK(percent[8] == "H");
  CHECK(percent[11] == "F");
  const auto count = result_of(signed_report(), "26484-6");
  CHECK(count[5] == "4.00");
  CHECK(count[6] == "10*9/L^10\\S\\9/L^UCUM");
  CHECK(result_of(signed_report(), "dead")[3] == "dead^Dead cells per 100 white cells^L");
  CHECK(contains(report_hl7(signed_report(), default_loinc_table()).text,
                 "NTE|1|L|2 cells, 4 white cells counted; 95 % limits 6.8 to 93.2 %\r"));
}

TEST_CASE("results are R until the report is signed, F then, C in an amendment") {
  CHECK(result_of(small_report(), "26485-3")[11] == "R");
  CHECK(contains(report_hl7(small_report(), default_loinc_table()).text, "NOT SIGNED – preliminary"));
  Report amended = signed_report();
  amended.version = 2;
  amended.amends = "R-17 version 1";
  amended.amendment_reason = "Wrong patient";
  CHECK(result_of(amended, "26485-3")[11] == "C");
  CHECK(contains(report_hl7(amended, default_loinc_table()).text, "amends R-17 version 1: Wrong patient"));
}

TEST_CASE("the control id is the same for the same report and another one for another") {
  const LoincTable codes = default_loinc_table();
  const std::string id = report_hl7(signed_report(), codes).control_id;
  CHECK(report_hl7(signed_report(), codes).control_id == id);
  CHECK(report_hl7(small_report(), codes).control_id != id);
  Report changed = signed_report();
  changed.comments.push_back("another comment");
  CHECK(report_hl7(changed, codes).control_id != id);
}

TEST_CASE("an acknowledgement is read with its code, control id and text") {
  const auto accepted = hl7_acknowledgement("MSH|^~\\&|LIS||||||ACK|1|P|2.5.1\rMSA|AA|T123\r");
  REQUIRE(accepted);
  CHECK(accepted->code == "AA");
  CHECK(accepted->control_id == "T123");
  const auto refused = hl7_acknowledgement(
      "MSH|^~\\&|LIS||||||ACK|1|P|2.5.1\rMSA|AR|T123\rERR||PID^1^3|101^Required field missing^HL70357|E||||No "
      "patient\r");
  REQUIRE(refused);
  CHECK(refused->text == "No patient");
  CHECK_FALSE(hl7_acknowledgement("MSH|^~\\&|LIS||||||ORU|1|P|2.5.1\r"));
  CHECK_FALSE(hl7_acknowledgement("HTTP/1.1 400 Bad Request\r\n\r\n"));
  CHECK_FALSE(hl7_acknowledgement(""));
}
