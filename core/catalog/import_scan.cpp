#include "core/catalog/import_scan.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

#include "core/catalog/cell_rows.h"
#include "core/catalog/cells.h"
#include "core/catalog/change.h"
#include "core/catalog/insert_comment.h"
#include "core/catalog/samples.h"
#include "core/catalog/scans.h"
#include "core/error.h"
#include "core/files/cell_columns.h"
#include "core/files/checksum.h"
#include "core/repeated_scan.h"

namespace tomocyte {
namespace {

struct SourceFile {
  std::filesystem::path path;
  std::string checksum;
  std::int64_t bytes = 0;
};

SourceFile examine(const std::filesystem::path& path) {
  std::error_code failure;
  const auto absolute = std::filesystem::weakly_canonical(path, failure);
  SourceFile file{failure ? std::filesystem::absolute(path) : absolute, file_checksum(path), 0};
  file.bytes = static_cast<std::int64_t>(std::filesystem::file_size(path));
  return file;
}

void check_cells(const Scan& scan, const ScanImport& import) {
  if (!import.thumbnails.empty() && import.thumbnails.size() != scan.cells.size())
    throw InputError(fmt::format("{} thumbnails for {} cells", import.thumbnails.size(), scan.cells.size()));
  for (const Cell& cell : scan.cells)
    for (const CellColumn& column : cell_columns())
      if (!std::isfinite(column.get(cell)))
        throw FileError(import.file, fmt::format("cell {}: {} is not a number", cell.label, column.name),
                        "Measure the scan again (tomocyte measure).");
}

std::string acquired_utc(const Scan& scan) {
  for (const Provenance& record : scan.provenance)
    if (record.step == "acquisition") return record.time_utc;
  return {};
}

std::optional<CatalogScan> scan_where(const Database& database, const Catalog& catalog, const char* column,
                                      const std::string& value) {
  Statement row = database.run(fmt::format("SELECT id FROM scans WHERE {} = ? ORDER BY id DESC", column), value);
  return row.next() ? std::optional(get_scan(catalog, row.integer())) : std::nullopt;
}

// The same bytes: at the same place or as a copy nothing is done; where the old place is empty the file has moved.
ImportResult known_scan(const Change& change, const CatalogScan& known, const SourceFile& file) {
  ImportResult result{ImportOutcome::kKnown, known.sample, known.id, known.cells, {}, {}};
  if (known.path == file.path || std::filesystem::exists(known.path)) {
    result.message = fmt::format("{} was imported on {} by {}{}", file.path.string(), known.imported_utc,
                                 known.imported_by, known.path == file.path ? "" : " as " + known.path.string());
    return result;
  }
  change.database().run("UPDATE scans SET path = ? WHERE id = ?", file.path.string(), known.id);
  change.audit("move scan", fmt::format("scan {}", known.id),
               {{"from", known.path.string()}, {"to", file.path.string()}});
  result.outcome = ImportOutcome::kMoved;
  result.message =
      fmt::format("{} was {} before; the catalog has the new place", file.path.string(), known.path.string());
  return result;
}

void refuse_changed(const std::optional<CatalogScan>& same_place, const SourceFile& file) {
  if (same_place)
    throw FileError(
        file.path,
        fmt::format("was imported on {} with other content (scan {})", same_place->imported_utc, same_place->id),
        "Remove that scan from the catalog first (tomocyte catalog remove), or save this one under another name.");
}

Sample sample_for(const Change& change, const Catalog& catalog, const Scan& scan, const ScanImport& import) {
  const std::string sample_id = import.sample_id.empty() ? scan.sample_id : import.sample_id;
  if (sample_id.empty())
    throw FileError(import.file, "does not say of which sample it is", "Give the sample's id (--sample-id).");
  if (auto sample = find_sample(catalog, sample_id)) {
    if (sample->simulated != scan.simulated && sample->counts.scans > 0)
      throw FileError(
          import.file,
          fmt::format("sample {} has {} scans, and this one is {}", sample_id,
                      sample->simulated ? "simulated" : "measured", scan.simulated ? "simulated" : "measured"),
          "Simulated and measured scans need samples of their own.");
    if (!sample->donor_id.empty() && !scan.donor_id.empty() && sample->donor_id != scan.donor_id)
      throw FileError(
          import.file,
          fmt::format("is of donor {}, and sample {} is of donor {}", scan.donor_id, sample_id, sample->donor_id),
          "Check the labels; correct the sample's donor if that is wrong.");
    change.database().run("UPDATE samples SET simulated = ?, donor_id = ? WHERE id = ?", scan.simulated,
                          sample->donor_id.empty() ? scan.donor_id : sample->donor_id, sample->id);
    return *sample;
  }
  change.database().run(
      "INSERT INTO samples (sample_id, donor_id, received_utc, comment, simulated, revision) VALUES (?, ?, ?, '', ?, "
      "0)",
      sample_id, scan.donor_id, change.time_utc(), scan.simulated);
  return *find_sample(catalog, sample_id);
}

RecordId insert_scan(const Change& change, RecordId sample, const Scan& scan, const SourceFile& file) {
  Statement row = change.database().run(
      "INSERT INTO scans (sample, path, checksum, bytes, acquired_utc, imported_utc, imported_by, simulated) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
      sample, file.path.string(), file.checksum, file.bytes, acquired_utc(scan), change.time_utc(), change.user().name,
      scan.simulated);
  row.next();
  return row.integer();
}

void insert_cells(const Database& database, RecordId sample, RecordId scan_id, const Scan& scan,
                  const std::vector<std::string>& thumbnails) {
  Statement insert_cell = prepare_insert_cell(database);
  Statement insert_thumbnail = database.prepare("INSERT INTO thumbnails (cell, png) VALUES (?, ?)");
  for (std::size_t i = 0; i < scan.cells.size(); ++i) {
    const RecordId cell = insert_cell_row(insert_cell, {scan_id, sample}, scan.cells[i]);
    if (i < thumbnails.size() && !thumbnails[i].empty())
      insert_thumbnail.run(cell, QByteArray::fromStdString(thumbnails[i]));
  }
}

std::vector<RecordId> cells_of(const Catalog& catalog, RecordId scan) {
  std::vector<RecordId> ids;
  for (const CatalogCell& cell : list_cells(catalog, {.scan = scan, .limit = 0})) ids.push_back(cell.id);
  return ids;
}

std::string cells_text(const std::vector<RecordId>& cells) {
  return fmt::format("{} {}", cells.size() == 1 ? "cell" : "cells", fmt::join(cells, ", "));
}

std::string again_text(const ScannedAgain& again) {
  return fmt::format("Scanned again: {}. The new scan is {}.",
                     again.first.empty() ? again.first_file : cells_text(again.first), cells_text(again.cells));
}

// For who reviews and signs: the first scan's cells stay as they are, so that the same cell counts twice until somebody
// takes one out.
std::optional<ScannedAgain> note_first_scan(const Change& change, const Catalog& catalog, const Sample& sample,
                                            RecordId scan_id, const Scan& scan) {
  ScannedAgain again{repeated_scan(scan), {}, {}};
  if (again.first_file.empty()) return std::nullopt;
  again.cells = cells_of(catalog, scan_id);
  if (again.cells.empty()) return std::nullopt;  // debris only
  const auto first = scan_where(change.database(), catalog, "path", again.first_file);
  if (first && first->sample == sample.id) again.first = cells_of(catalog, first->id);
  insert_comment(change, sample.id, std::nullopt, again_text(again));
  return again;
}

}  // namespace

ImportResult import_scan(Catalog& catalog, const Scan& scan, const ScanImport& import) {
  check_cells(scan, import);
  const SourceFile file = examine(import.file);
  Change change(catalog, Permission::kManageSamples);
  if (const auto known = scan_where(change.database(), catalog, "checksum", file.checksum)) {
    ImportResult result = known_scan(change, *known, file);
    change.commit();
    return result;
  }
  refuse_changed(scan_where(change.database(), catalog, "path", file.path.string()), file);
  const Sample sample = sample_for(change, catalog, scan, import);
  const RecordId scan_id = insert_scan(change, sample.id, scan, file);
  insert_cells(change.database(), sample.id, scan_id, scan, import.thumbnails);
  const std::optional<ScannedAgain> again = note_first_scan(change, catalog, sample, scan_id, scan);
  change.touch_sample(sample.id);
  change.audit("import scan", fmt::format("scan {}", scan_id),
               {{"sample", sample.id},
                {"sample_id", sample.sample_id},
                {"path", file.path.string()},
                {"checksum", file.checksum},
                {"cells", scan.cells.size()},
                {"simulated", scan.simulated}});
  change.commit();
  return {ImportOutcome::kImported,
          sample.id,
          scan_id,
          static_cast<int>(scan.cells.size()),
          fmt::format("{}: {} cells of sample {}{}", file.path.string(), scan.cells.size(), sample.sample_id,
                      again ? ". " + again_text(*again) : ""),
          again};
}

}  // namespace tomocyte
