#include "core/report/report_fhir.h"

#include <fmt/format.h>

#include <cmath>

#include "core/report/fhir_elements.h"
#include "core/report/reported_index.h"
#include "core/report/result_list.h"

namespace tomocyte {
namespace {

using fhir::Json;

constexpr const char* kReplaces = "http://hl7.org/fhir/StructureDefinition/diagnosticReport-replaces";
constexpr const char* kTags = "urn:tomocyte:tag";

// Who and what each resource refers to; empty where there is none.
struct Context {
  const Report& report;
  const LoincTable& codes;
  std::string key;  // of this version of this report
  std::string patient;
  std::string organization;
  std::string specimen;
  std::string device;
};

Json meta(const Report& report) {
  Json result = {{"tag", Json::array({fhir::coded(kTags, "research-use-only", kResearchUseOnly)})}};
  if (!report.simulated) return result;
  result["security"] =
      Json::array({fhir::coded("http://terminology.hl7.org/CodeSystem/v3-ActReason", "HTEST", "test health data")});
  result["tag"].push_back(fhir::coded(kTags, "simulated", kReportSimulated));
  return result;
}

Json entry(const std::string& urn, Json resource) { return {{"fullUrl", urn}, {"resource", std::move(resource)}}; }

Json resource(const Context& context, const char* type) {
  return {{"resourceType", type}, {"meta", meta(context.report)}};
}

// What DiagnosticReport and Observation have in common.
void add_subject(Json& json, const Context& context) {
  if (!context.patient.empty()) json["subject"] = fhir::reference(context.patient);
  if (!context.report.measured_utc.empty()) json["effectiveDateTime"] = context.report.measured_utc;
  json["issued"] = context.report.sign_off ? context.report.sign_off->time_utc : context.report.created_utc;
  if (!context.organization.empty()) json["performer"] = Json::array({fhir::reference(context.organization)});
}

Json observation(const Context& context, Json code) {
  Json json = resource(context, "Observation");
  json["status"] = to_string(report_status(context.report));
  json["category"] = Json::array(
      {Json{{"coding", Json::array({fhir::coded("http://terminology.hl7.org/CodeSystem/observation-category",
                                                "laboratory", "Laboratory")})}}});
  json["code"] = std::move(code);
  add_subject(json, context);
  return json;
}

void add_method(Json& json, const Context& context) {
  if (!context.report.method.empty()) json["method"] = fhir::text_concept(context.report.method);
  json["specimen"] = fhir::reference(context.specimen);
  json["device"] = fhir::reference(context.device);
}

Json component(const std::string& text, Json value) {
  return {{"code", fhir::text_concept(text)}, {"valueQuantity", std::move(value)}};
}

void add_components(Json& json, const SingleResult& result) {
  Json components = Json::array();
  if (result.cells)
    components.push_back(component("Cells counted in the class", fhir::quantity(*result.cells, "cells", "{cells}")));
  if (result.of) components.push_back(component("White cells counted", fhir::quantity(*result.of, "cells", "{cells}")));
  if (result.limits) {
    components.push_back(
        component("95 % confidence limit, low",
                  fhir::quantity(as_printed(result.limits->low, result.decimals), result.unit, result.ucum)));
    components.push_back(
        component("95 % confidence limit, high",
                  fhir::quantity(as_printed(result.limits->high, result.decimals), result.unit, result.ucum)));
  }
  if (!components.empty()) json["component"] = std::move(components);
}

Json result_observation(const Context& context, const SingleResult& result) {
  Json json = observation(context, fhir::concept_of(result.loinc, context.codes.loinc_version, result.text));
  if (result.value)
    json["valueQuantity"] = fhir::quantity(*result.value, result.unit, result.ucum);
  else
    json["dataAbsentReason"] = {
        {"coding",
         Json::array({fhir::coded("http://terminology.hl7.org/CodeSystem/data-absent-reason", "unknown", "Unknown")})},
        {"text", "Not one white cell was counted."}};
  if (!result.flag.empty())
    json["interpretation"] = Json::array(
        {Json{{"coding", Json::array({fhir::coded("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation",
                                                  result.flag, result.flag == "H" ? "High" : "Low")})}}});
  add_method(json, context);
  if (result.range)
    json["referenceRange"] =
        Json::array({Json{{"low", fhir::quantity(result.range->low, result.unit, result.ucum)},
                          {"high", fhir::quantity(result.range->high, result.unit, result.ucum)}}});
  add_components(json, result);
  return json;
}

Json indices_observation(const Context& context, const ClassIndices& indices) {
  Json json = observation(context, fhir::text_concept("Cell indices of " + indices.name));
  add_method(json, context);
  json["component"] = Json::array();
  for (std::size_t i = 0; i < indices.indices.size(); ++i) {
    const IndexSummary& index = indices.indices[i];
    const ReportedIndex& printed_as = reported_indices().at(i);
    const std::string unit = index.unit.empty() ? "1" : index.unit;
    json["component"].push_back(
        component(index.name + ", mean",
                  fhir::quantity(as_printed(index.summary.mean, printed_as.decimals + 2), unit, printed_as.ucum)));
    json["component"].push_back(component(
        index.name + ", standard deviation",
        fhir::quantity(as_printed(index.summary.standard_deviation, printed_as.decimals + 2), unit, printed_as.ucum)));
  }
  json["component"].push_back(
      component("Whole cells measured", fhir::quantity(indices.indices.front().summary.count, "cells", "{cells}")));
  return json;
}

Json device(const Context& context) {
  Json json = resource(context, "Device");
  json["deviceName"] =
      Json::array({Json{{"name", context.report.instrument.empty() ? "Tomocyte" : context.report.instrument},
                        {"type", "user-friendly-name"}}});
  json["version"] = Json::array({Json{{"type", fhir::text_concept("program")}, {"value", context.report.program}}});
  for (const ReportModel& model : context.report.models)
    json["version"].push_back({{"type", fhir::text_concept("model")}, {"value", model.name + " " + model.checksum}});
  return json;
}

void add_people_and_things(Json& entries, const Context& context) {
  const Report& report = context.report;
  if (!context.patient.empty()) {
    Json patient = resource(context, "Patient");
    patient["identifier"] = Json::array({Json{{"value", report.patient_id}}});
    entries.push_back(entry(context.patient, std::move(patient)));
  }
  if (!context.organization.empty()) {
    Json organization = resource(context, "Organization");
    organization["name"] = report.laboratory.name;
    entries.push_back(entry(context.organization, std::move(organization)));
  }
  Json specimen = resource(context, "Specimen");
  specimen["identifier"] = Json::array({Json{{"value", report.sample_id}}});
  specimen["type"] = fhir::text_concept("Blood");
  if (!context.patient.empty()) specimen["subject"] = fhir::reference(context.patient);
  entries.push_back(entry(context.specimen, std::move(specimen)));
  entries.push_back(entry(context.device, device(context)));
}

Json diagnostic_report(const Context& context, Json results) {
  const Report& report = context.report;
  Json json = resource(context, "DiagnosticReport");
  json["text"] = fhir::narrative(report_remarks(report));
  if (!report.amends.empty())
    json["extension"] = Json::array({Json{
        {"url", kReplaces},
        {"valueReference",
         {{"type", "DiagnosticReport"}, {"identifier", {{"value", report.amends}}}, {"display", report.amends}}}}});
  json["identifier"] = Json::array({Json{{"value", report.report_id}},
                                    Json{{"value", fmt::format("{} version {}", report.report_id, report.version)}}});
  json["status"] = to_string(report_status(report));
  json["category"] = Json::array({Json{
      {"coding", Json::array({fhir::coded("http://terminology.hl7.org/CodeSystem/v2-0074", "HM", "Hematology")})}}});
  json["code"] = fhir::concept_of(context.codes.panel, context.codes.loinc_version, "White cell differential");
  add_subject(json, context);
  if (report.sign_off) json["resultsInterpreter"] = Json::array({Json{{"display", report.sign_off->name}}});
  json["specimen"] = Json::array({fhir::reference(context.specimen)});
  if (!results.empty()) json["result"] = std::move(results);
  std::string conclusion;
  for (const std::string& remark : report_remarks(report)) conclusion += (conclusion.empty() ? "" : "\n") + remark;
  json["conclusion"] = conclusion;
  return json;
}

}  // namespace

std::string report_fhir(const Report& report, const LoincTable& codes) {
  check_report(report);
  Context context{report, codes, fmt::format("{}\n{}\n", report.report_id, report.version), {}, {}, {}, {}};
  if (!report.patient_id.empty()) context.patient = fhir::urn_of("patient\n" + report.patient_id);
  if (!report.laboratory.name.empty()) context.organization = fhir::urn_of("laboratory\n" + report.laboratory.name);
  context.specimen = fhir::urn_of("sample\n" + report.sample_id);
  context.device = fhir::urn_of(context.key + "device");
  Json observations = Json::array();
  Json results = Json::array();
  const auto add = [&](const std::string& name, Json resource_json) {
    const std::string urn = fhir::urn_of(context.key + name);
    results.push_back(fhir::reference(urn));
    observations.push_back(entry(urn, std::move(resource_json)));
  };
  for (const SingleResult& result : result_list(report, codes))
    add(result.cell_class + "\n" + result.ucum, result_observation(context, result));
  for (const ClassIndices& indices : report.indices)
    if (!indices.indices.empty()) add(indices.cell_class + "\nindices", indices_observation(context, indices));
  Json entries =
      Json::array({entry(fhir::urn_of(context.key + "report"), diagnostic_report(context, std::move(results)))});
  add_people_and_things(entries, context);
  entries.insert(entries.end(), observations.begin(), observations.end());
  const Json bundle = {
      {"resourceType", "Bundle"},
      {"meta", meta(report)},
      {"identifier", {{"system", "urn:ietf:rfc:3986"}, {"value", fhir::urn_of(context.key + "bundle")}}},
      {"type", "collection"},
      {"timestamp", report.created_utc},
      {"entry", entries}};
  return bundle.dump(2);
}

}  // namespace tomocyte
