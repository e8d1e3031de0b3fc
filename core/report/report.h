// A report of one sample as a value: everything that its pages and exports say, and nothing that has to be looked up.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/differential.h"
#include "core/research_use.h"
#include "core/statistics.h"

namespace tomocyte {

inline constexpr const char* kReportNotSigned = "NOT SIGNED – preliminary";
inline constexpr const char* kReportSimulated = "SIMULATED";

struct Laboratory {
  std::string name;
  std::string address;  // lines
  bool operator==(const Laboratory&) const = default;
};

// One of the six indices over the cells of a class.
struct IndexSummary {
  std::string index;  // "volume_fl"
  std::string name;   // "Volume"
  std::string unit;   // "fL", "" when it has none
  Summary summary;
  bool operator==(const IndexSummary&) const = default;
};

struct ClassIndices {
  std::string cell_class;
  std::string name;
  std::vector<IndexSummary> indices;  // of the cells that lie whole in their volume; empty: there is none
  bool operator==(const ClassIndices&) const = default;
};

struct ReasonCount {
  std::string reason;
  int cells = 0;
  bool operator==(const ReasonCount&) const = default;
};

struct ReportQuality {
  int scans = 0;
  int cells_measured = 0;
  std::vector<ReasonCount> rejected;   // measured, but in no count: "too small"
  std::vector<ReasonCount> uncertain;  // left to a person and not yet decided: the unidentified ones
  int cut_by_border = 0;               // counted, but their indices are lower bounds: left out of the statistics
  bool operator==(const ReportQuality&) const = default;
};

struct ClassChange {
  std::string from;  // what the model said
  std::string to;    // what the reviewer said
  int cells = 0;
  bool operator==(const ClassChange&) const = default;
};

struct ReportReview {
  std::string reviewer;
  int reviewed = 0;                  // cells whose class a person gave
  int unchanged = 0;                 // of these, as the model had said
  std::vector<ClassChange> changes;  // of these, otherwise; most frequent first
  bool operator==(const ReportReview&) const = default;
};

struct ReportModel {
  std::string name;
  std::string checksum;  // "sha256:…"
  bool operator==(const ReportModel&) const = default;
};

struct SignOff {
  std::string name;
  std::string time_utc;
  bool operator==(const SignOff&) const = default;
};

struct Report {
  std::string report_id;  // the same in all versions
  int version = 1;
  std::string amends;            // the version before, "R-17 version 1"; empty in version 1
  std::string amendment_reason;  // empty in version 1
  bool simulated = false;
  Laboratory laboratory;
  std::string sample_id;
  std::string patient_id;    // or donor; empty: not known
  std::string measured_utc;  // ISO 8601, when the first scan was taken; empty: not recorded
  std::string created_utc;   // ISO 8601
  std::string operator_name;
  std::string modality;  // "off-axis holographic tomography, 49 angles, 532 nm"
  std::string instrument;
  std::string method;  // one sentence
  std::vector<ReportModel> models;
  std::string program;  // "tomocyte 0.1.0 (4dda51b)"
  std::string table_name;
  std::string table_version;
  std::string range_source;
  Differential differential;
  std::vector<ClassIndices> indices;  // in the differential's order
  ReportQuality quality;
  ReportReview review;
  std::vector<std::string> comments;
  std::optional<SignOff> sign_off;
  bool operator==(const Report&) const = default;
};

enum class ReportStatus { kPreliminary, kFinal, kAmended };

[[nodiscard]] ReportStatus report_status(const Report& report);
[[nodiscard]] std::string to_string(ReportStatus status);  // "preliminary", "final", "amended"

// Throws InputError when the report cannot stand for itself: no report or sample id, a version that names no earlier
// one or no reason, a text that is not UTF-8 or has a control character other
// than a line's end, a time that is not "2026-11-21T17:16:18Z", a signature
// without name or time.
void check_report(const Report& report);

}  // namespace tomocyte
