#include "core/catalog/scans.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "core/catalog/change.h"
#include "core/error.h"
#include "core/files/checksum.h"

namespace tomocyte {
namespace {

constexpr const char* kSelectScans =
    "SELECT s.id, s.sample, s.path, s.checksum, s.bytes, s.acquired_utc, s.imported_utc, s.imported_by, s.simulated, "
    "(SELECT count(*) FROM cells c WHERE c.scan = s.id) FROM scans s ";

std::vector<CatalogScan> read_scans(Statement rows) {
  std::vector<CatalogScan> scans;
  while (rows.next())
    scans.push_back({rows.integer(), rows.integer(), rows.text(), rows.text(), rows.integer(), rows.text(), rows.text(),
                     rows.text(), rows.flag(), rows.small()});
  return scans;
}

std::int64_t size_of(const std::filesystem::path& path) {
  std::error_code failure;
  const auto bytes = std::filesystem::file_size(path, failure);
  return failure ? -1 : static_cast<std::int64_t>(bytes);
}

// Missing scans by the name of their file.
std::multimap<std::string, CatalogScan> missing_scans(const Catalog& catalog) {
  std::multimap<std::string, CatalogScan> missing;
  for (CatalogScan& scan : read_scans(catalog.database().run(std::string(kSelectScans) + "ORDER BY s.id")))
    if (size_of(scan.path) < 0) missing.emplace(scan.path.filename().string(), std::move(scan));
  return missing;
}

void move_scan(Catalog& catalog, const CatalogScan& scan, const std::filesystem::path& path) {
  Change change(catalog, Permission::kManageSamples);
  change.database().run("UPDATE scans SET path = ? WHERE id = ?", path.string(), scan.id);
  change.audit("move scan", fmt::format("scan {}", scan.id), {{"from", scan.path.string()}, {"to", path.string()}});
  change.commit();
}

std::int64_t count(const Database& database, const std::string& sql, RecordId id) {
  Statement row = database.run(sql, id);
  row.next();
  return row.integer();
}

void refuse_used(const Database& database, const CatalogScan& scan) {
  const std::string of_scan = " WHERE cell IN (SELECT id FROM cells WHERE scan = ?)";
  for (const char* table : {"reviews", "reading_calls", "comments"})
    if (count(database, fmt::format("SELECT count(*) FROM {}{}", table, of_scan), scan.id) > 0)
      throw InputError(fmt::format("scan {} ({}) has cells that people have looked at", scan.id, scan.path.string()),
                       "It stays in the catalog, with who said what; flag its cells instead.");
  if (count(database, "SELECT count(*) FROM sign_offs WHERE sample = ?", scan.sample) > 0)
    throw InputError(fmt::format("the sample of scan {} is signed", scan.id), "A signed sample keeps its scans.");
}

}  // namespace

std::vector<CatalogScan> list_scans(const Catalog& catalog, RecordId sample) {
  return read_scans(catalog.database().run(std::string(kSelectScans) + "WHERE s.sample = ? ORDER BY s.id", sample));
}

CatalogScan get_scan(const Catalog& catalog, RecordId id) {
  auto found = read_scans(catalog.database().run(std::string(kSelectScans) + "WHERE s.id = ?", id));
  if (found.empty()) throw InputError(fmt::format("the catalog has no scan {}", id));
  return std::move(found.front());
}

ScanFileReport check_scan_file(const CatalogScan& scan, bool thorough) {
  const std::int64_t bytes = size_of(scan.path);
  if (bytes < 0) {
    const auto folder = scan.path.parent_path();
    const bool folder_there = std::filesystem::exists(folder);
    return {
        ScanFileState::kMissing,
        folder_there
            ? fmt::format("{} is no longer there. Its cells and reviews are kept; to see the cell in 3D bring the file "
                          "back from a backup, or show the folder that it was moved to.",
                          scan.path.string())
            : fmt::format("The folder {} is no longer there: it was moved, or its disk is not connected. Connect the "
                          "disk, or show the folder's new place.",
                          folder.string())};
  }
  if (bytes != scan.bytes || (thorough && file_checksum(scan.path) != scan.checksum))
    return {ScanFileState::kChanged,
            fmt::format("{} has changed since it was imported on {}: the catalog shows what it held then. To take over "
                        "what it holds now, remove the scan and import the file again.",
                        scan.path.string(), scan.imported_utc)};
  return {};
}

std::vector<CatalogScan> relocate_scans(Catalog& catalog, const std::filesystem::path& folder,
                                        const Progress& progress) {
  auto missing = missing_scans(catalog);
  std::vector<CatalogScan> found;
  const auto options = std::filesystem::directory_options::skip_permission_denied;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::filesystem::absolute(folder), options)) {
    progress.check();
    const auto [begin, end] = missing.equal_range(entry.path().filename().string());
    for (auto candidate = begin; candidate != end; ++candidate) {
      CatalogScan& scan = candidate->second;
      if (size_of(entry.path()) != scan.bytes || file_checksum(entry.path()) != scan.checksum) continue;
      move_scan(catalog, scan, entry.path());
      scan.path = entry.path();
      found.push_back(std::move(scan));
      missing.erase(candidate);
      break;
    }
  }
  return found;
}

void remove_scan(Catalog& catalog, RecordId id, const std::string& reason) {
  Change change(catalog, Permission::kManageSamples);
  const CatalogScan scan = get_scan(catalog, id);
  refuse_used(change.database(), scan);
  change.database().run("DELETE FROM thumbnails WHERE cell IN (SELECT id FROM cells WHERE scan = ?)", id);
  change.database().run("DELETE FROM cells WHERE scan = ?", id);
  change.database().run("DELETE FROM scans WHERE id = ?", id);
  change.touch_sample(scan.sample);
  change.audit("remove scan", fmt::format("scan {}", id),
               {{"path", scan.path.string()}, {"checksum", scan.checksum}, {"cells", scan.cells}, {"reason", reason}});
  change.commit();
}

}  // namespace tomocyte
