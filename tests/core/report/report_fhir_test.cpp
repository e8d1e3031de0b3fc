#include "core/report/report_fhir.h"

#include <nlohmann/json.hpp>
#include <set>

#include "tests/core/report/fhir_structure.h"
#include "tests/core/report/report_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;
using nlohmann::json;

namespace {

json bundle_of(const Report& report) { return json::parse(report_fhir(report, default_loinc_table())); }

std::vector<json> resources(const json& bundle, const std::string& type) {
  std::vector<json> found;
  for (const json& entry : bundle.at("entry"))
    if (entry.at("resource").at("resourceType") == type) found.push_back(entry.at("resource"));
  return found;
}

json observation(const json& bundle, const std::string& text) {
  for (const json& resource : resources(bundle, "Observation"))
    if (resource.at("code").at("text") == text) return resource;
  FAIL("no observation " << text);
  return {};
}

void collect_references(const json& value, std::set<std::string>& references) {
  if (value.is_object() && value.contains("reference")) references.insert(value.at("reference").get<std::string>());
  if (value.is_structured())
    for (const json& item : value) collect_references(item, references);
}

Report amended_report() {
  Report report = signed_report();
  report.version = 2;
  report.amends = "R-17 version 1";
  report.amendment_reason = "A cell was reclassified";
  return report;
}

}  // namespace

TEST_CASE("every resource has the elements and cardinalities that FHIR R4 names") {
  Report bare = small_report();
  bare.patient_id.clear();
  bare.laboratory = {};
  bare.measured_utc.clear();
  bare.simulated = false;
  Report empty = make_report(small_heading(), {{}, {"monocyte", "dead"}, {}}, default_differential_table());
  for (const Report& report : {small_report(), signed_report(), amended_report(), bare, empty}) {
    std::vector<std::string> problems;
    check_fhir(bundle_of(report), "Bundle", "Bundle", problems);
    CHECK(problems == std::vector<std::string>{});
  }
}

TEST_CASE("every reference points into the bundle, and every entry has a name of its own") {
  const json bundle = bundle_of(signed_report());
  std::set<std::string> names;
  for (const json& entry : bundle.at("entry")) names.insert(entry.at("fullUrl").get<std::string>());
  CHECK(names.size() == bundle.at("entry").size());
  std::set<std::string> references;
  collect_references(bundle, references);
  CHECK(references.size() > 5);
  for (const std::string& reference : references) CHECK(names.count(reference) == 1);
  const std::regex urn("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}");
  for (const std::string& name : names) CHECK(std::regex_match(name, urn));
  CHECK(bundle == bundle_of(signed_report()));
}

TEST_CASE("an observation carries code, value, flag, range and exact limits") {
  const json monocytes = observation(bundle_of(signed_report()), "Monocytes per 100 white cells");
  const json& coding = monocytes.at("code").at("coding").at(0);
  CHECK(coding.at("system") == "http://loinc.org");
  CHECK(coding.at("code") == "26485-3");
  CHECK(monocytes.at("valueQuantity").at("value") == 50.0);
  CHECK(monocytes.at("valueQuantity").at("code") == "%");
  CHECK(monocytes.at("interpretation").at(0).at("coding").at(0).at("code") == "H");
  CHECK(monocytes.at("referenceRange").at(0).at("high").at("value") == 9.0);
  CHECK(monocytes.at("component").at(0).at("valueQuantity").at("value") == 2);
  CHECK(monocytes.at("component").at(2).at("valueQuantity").at("value") == 6.8);
  CHECK(monocytes.at("component").at(3).at("valueQuantity").at("value") == 93.2);
  CHECK(monocytes.at("status") == "final");
}

TEST_CASE("a class without LOINC code goes out as text, and one that was not counted without value") {
  const json bundle = bundle_of(small_report());
  CHECK_FALSE(observation(bundle, "Dead cells per 100 white cells").at("code").contains("coding"));
  const json empty = bundle_of(make_report(small_heading(), {{}, {"monocyte"}, {}}, default_differential_table()));
  const json monocytes = observation(empty, "Monocytes per 100 white cells");
  CHECK_FALSE(monocytes.contains("valueQuantity"));
  CHECK(monocytes.contains("dataAbsentReason"));
}

TEST_CASE("status, research use, simulation and amendment stand in the report") {
  const json preliminary = bundle_of(small_report());
  const json report = resources(preliminary, "DiagnosticReport").at(0);
  CHECK(report.at("status") == "preliminary");
  CHECK(report.at("code").at("coding").at(0).at("code") == "69738-3");
  CHECK(contains(report.at("conclusion"), "NOT SIGNED – preliminary"));
  CHECK(contains(report.at("text").at("div"), "For Research Use Only. Not for use in diagnostic procedures."));
  CHECK_FALSE(report.contains("resultsInterpreter"));
  for (const json& entry : preliminary.at("entry")) {
    const json& meta = entry.at("resource").at("meta");
    CHECK(meta.at("tag").at(0).at("display") == "For Research Use Only. Not for use in diagnostic procedures.");
    CHECK(meta.at("security").at(0).at("code") == "HTEST");
  }
  const json amended = resources(bundle_of(amended_report()), "DiagnosticReport").at(0);
  CHECK(amended.at("status") == "amended");
  CHECK(amended.at("extension").at(0).at("valueReference").at("identifier").at("value") == "R-17 version 1");
  CHECK(amended.at("resultsInterpreter").at(0).at("display") == "Dr. Ärztin");
}

TEST_CASE("a LOINC code with a wrong check digit is refused") {
  CHECK(is_loinc_code("26511-6"));
  CHECK(is_loinc_code("4548-4"));
  CHECK_FALSE(is_loinc_code("26511-7"));
  CHECK_FALSE(is_loinc_code("25611-6"));
  CHECK_FALSE(is_loinc_code("265116"));
  CHECK_THROWS_AS(loinc_table_from_json(R"({"loinc_version": "2.80", "classes": {},
                                            "panel": {"code": "69738-4", "display": "x"}})"),
                  InputError);
  CHECK_THROWS_AS(loinc_table_from_json("{}"), InputError);
}
