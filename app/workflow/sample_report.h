// From a sample of the catalog to its report, and to the signed report that the catalog keeps.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/workflow/collect_report.h"
#include "core/catalog/catalog.h"

namespace tomocyte {

struct SampleReportRequest {
  RecordId sample = 0;
  Report heading;  // what the laboratory says: its name, operator, comments
  DifferentialTable table;
  std::string amendment_reason;  // of the version after a signed one; empty: a preview, which says so
};

// The report of a sample as it stands, and what it was made from.
struct SampleReport {
  Sample sample;
  CollectedReport collected;
  bool is_signed = false;  // the report is the one that was signed; nothing has changed since
};

// While nothing has changed since the last signature, the signed report itself; otherwise a preliminary one, of the
// next version: cells with their class now, the readers' changes against the model, comments, signed version amended.
// Throws InputError: no such sample, a class that the table does not have, whatever make_report() refuses.
[[nodiscard]] SampleReport sample_report(const Catalog& catalog, const SampleReportRequest& request);

// The sample's cells as a report counts them, in the order they were imported. `scan` is the scan file's name.
[[nodiscard]] std::vector<ReportedCell> sample_cells(const Catalog& catalog, RecordId sample);

// A call as one class: a flag goes before the class, as in the differential.
[[nodiscard]] std::string called_class(const CellCall& call);

struct SampleSignature {
  std::string password;         // of the signer, asked again
  std::string override_reason;  // needed when cells are not reviewed or unidentified; becomes a comment of the report
};

// Keeps `report` in the catalog with name and time of the user who is signed in, and returns what was signed: the
// catalog's snapshot is its JSON. Throws like sign_sample(): ConflictError when the sample has changed since the report
// was made.
[[nodiscard]] Report sign_report(Catalog& catalog, const SampleReport& report, const SampleSignature& signature);

// Every signed version, oldest first.
[[nodiscard]] std::vector<Report> signed_reports(const Catalog& catalog, RecordId sample);

// One signed version as it was signed. It has its cells only where nothing has changed since: their classes of that
// time are not kept one by one. Throws InputError when there is no such version.
[[nodiscard]] SampleReport signed_version(const Catalog& catalog, RecordId sample, int version);

// Pictures of typical cells from those scan files that are where and what they were; the others give none. Throws
// FileError, Cancelled.
[[nodiscard]] std::vector<CellPicture> sample_pictures(const std::vector<CatalogScan>& scans,
                                                       const CollectedReport& collected, int per_class,
                                                       const Progress& progress = {});

}  // namespace tomocyte
