#include "app/workflow/sample_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/catalog/cells.h"
#include "core/catalog/comments.h"
#include "core/catalog/reviews.h"
#include "core/catalog/samples.h"
#include "core/catalog/scans.h"
#include "core/catalog/sign_offs.h"
#include "core/catalog/users.h"
#include "core/error.h"
#include "core/provenance.h"
#include "core/report/report_json.h"

namespace tomocyte {
namespace {

constexpr const char* kReasonMissing = "to be given when it is signed";

ReportedCell reported_cell(const CatalogCell& record, const std::string& scan) {
  const CellFlags& flags = record.call.flags;
  ReportedCell reported{scan, record.cell, {record.call.cell_class, flags.artefact, flags.dead, flags.doublet}, {}};
  // What the file says of itself (a simulation's truth) is not what a reader said.
  reported.cell.annotation = record.reviewed ? called_class(record.call) : "";
  if (record.cell.too_small) reported.rejected = "too small";
  return reported;
}

std::string digits_of(const std::string& text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

std::string name_of(const Catalog& catalog, const std::string& user) {
  const std::optional<User> found = find_user(catalog, user);
  return found && !found->full_name.empty() ? found->full_name : user;
}

std::string reviewers_of(const Catalog& catalog, RecordId sample) {
  std::set<std::string> names;
  for (const Review& review : reviews_of_sample(catalog, sample)) names.insert(review.reviewer);
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name_of(catalog, name);
  return text;
}

void add_versions(Report& heading, const Catalog& catalog, const Sample& sample, const std::string& reason) {
  heading.report_id = sample.sample_id + "-" + digits_of(sample.received_utc);
  const std::optional<CatalogSignOff> last = latest_sign_off(catalog, sample.id);
  if (!last) return;
  heading.report_id = report_from_json(last->snapshot_json).report_id;
  heading.version = last->version + 1;
  heading.amends = fmt::format("{} version {}", heading.report_id, last->version);
  heading.amendment_reason = reason.empty() ? kReasonMissing : reason;
}

void add_scans(Report& heading, const Catalog& catalog, RecordId sample) {
  for (const CatalogScan& scan : list_scans(catalog, sample)) {
    ++heading.quality.scans;
    if (scan.acquired_utc.empty()) continue;
    if (heading.measured_utc.empty() || scan.acquired_utc < heading.measured_utc)
      heading.measured_utc = scan.acquired_utc;
  }
}

Report heading_of(const Catalog& catalog, const Sample& sample, const SampleReportRequest& request) {
  Report heading = request.heading;
  heading.sample_id = sample.sample_id;
  heading.patient_id = sample.donor_id;
  heading.simulated = sample.simulated;
  heading.created_utc = catalog.time_utc();
  if (heading.modality.empty()) heading.modality = "off-axis holographic tomography";
  if (!sample.comment.empty()) heading.comments.push_back(sample.comment);
  for (const Comment& comment : comments_of(catalog, sample.id))
    heading.comments.push_back(fmt::format("{}{}: {}", comment.cell ? fmt::format("Cell {}, ", *comment.cell) : "",
                                           name_of(catalog, comment.author), comment.text));
  heading.review.reviewer = reviewers_of(catalog, sample.id);
  add_scans(heading, catalog, sample.id);
  add_versions(heading, catalog, sample, request.amendment_reason);
  return heading;
}

std::vector<NamedScan> names_of(const std::vector<CatalogScan>& scans) {
  std::vector<std::filesystem::path> paths;
  paths.reserve(scans.size());
  for (const CatalogScan& scan : scans) paths.push_back(scan.path);
  return named_scans(paths);
}

bool can_be_read(const CatalogScan& scan) { return check_scan_file(scan).state == ScanFileState::kFound; }

}  // namespace

std::string called_class(const CellCall& call) {
  if (call.flags.artefact) return "artefact";
  if (call.flags.dead) return "dead";
  if (call.flags.doublet) return "doublet";
  return call.cell_class;
}

std::vector<ReportedCell> sample_cells(const Catalog& catalog, RecordId sample) {
  const std::vector<CatalogScan> scans = list_scans(catalog, sample);
  const std::vector<NamedScan> named = names_of(scans);
  std::map<RecordId, std::string> names;
  for (std::size_t i = 0; i < scans.size(); ++i) names[scans[i].id] = named[i].name;
  std::vector<ReportedCell> cells;
  for (const CatalogCell& record : list_cells(catalog, {.sample = sample, .too_small = true, .limit = 0}))
    cells.push_back(reported_cell(record, names[record.scan]));
  return cells;
}

SampleReport sample_report(const Catalog& catalog, const SampleReportRequest& request) {
  SampleReport result;
  result.sample = get_sample(catalog, request.sample);
  result.collected.cells = sample_cells(catalog, request.sample);
  if (result.sample.state == SampleState::kDone) {
    result.collected.report = report_from_json(latest_sign_off(catalog, request.sample)->snapshot_json);
    result.is_signed = true;
    return result;
  }
  result.collected.report =
      make_report(heading_of(catalog, result.sample, request),
                  {result.collected.cells, known_classes(result.collected.cells), result.sample.white_cells_1e9_per_l},
                  request.table);
  return result;
}

Report sign_report(Catalog& catalog, const SampleReport& report, const SampleSignature& signature) {
  Report final_report = report.collected.report;
  const std::optional<User>& user = catalog.user();
  if (!user) throw InputError("nobody is signed in", "Sign in to sign the report.");
  final_report.sign_off = SignOff{user->full_name.empty() ? user->name : user->full_name, catalog.time_utc()};
  const SampleCounts& counts = report.sample.counts;
  if (!signature.override_reason.empty())
    final_report.comments.push_back(fmt::format("Signed with {} of {} cells not reviewed and {} unidentified: {}",
                                                counts.cells - counts.reviewed, counts.cells, counts.unidentified,
                                                signature.override_reason));
  check_report(final_report);
  const bool reason_given = final_report.amendment_reason != kReasonMissing;
  static_cast<void>(sign_sample(catalog, {.sample = report.sample.id,
                                          .sample_revision = report.sample.revision,
                                          .snapshot_json = report_to_json(final_report),
                                          .password = signature.password,
                                          .reason = reason_given ? final_report.amendment_reason : "",
                                          .override_reason = signature.override_reason}));
  return final_report;
}

std::vector<Report> signed_reports(const Catalog& catalog, RecordId sample) {
  std::vector<Report> reports;
  for (const CatalogSignOff& sign_off : sign_offs_of(catalog, sample))
    reports.push_back(report_from_json(sign_off.snapshot_json));
  return reports;
}

SampleReport signed_version(const Catalog& catalog, RecordId sample, int version) {
  for (const CatalogSignOff& sign_off : sign_offs_of(catalog, sample)) {
    if (sign_off.version != version) continue;
    SampleReport result;
    result.sample = get_sample(catalog, sample);
    result.collected.report = report_from_json(sign_off.snapshot_json);
    result.is_signed = true;
    if (result.sample.revision == sign_off.sample_revision) result.collected.cells = sample_cells(catalog, sample);
    return result;
  }
  throw InputError(fmt::format("sample {} has no signed version {}", get_sample(catalog, sample).sample_id, version));
}

std::vector<CellPicture> sample_pictures(const std::vector<CatalogScan>& scans, const CollectedReport& collected,
                                         int per_class, const Progress& progress) {
  const std::vector<NamedScan> named = names_of(scans);
  std::set<std::string> readable;
  for (std::size_t i = 0; i < scans.size(); ++i)
    if (can_be_read(scans[i])) readable.insert(named[i].name);
  CollectedReport present{collected.report, {}};
  std::ranges::copy_if(collected.cells, std::back_inserter(present.cells),
                       [&](const ReportedCell& cell) { return readable.contains(cell.scan); });
  return representative_cells(named, present, per_class, progress);
}

}  // namespace tomocyte
