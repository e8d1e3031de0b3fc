#include "ui/samples/import_scans.h"

#include <fmt/format.h>

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

#include "core/error.h"
#include "core/files/scan_file.h"
#include "ui/samples/cell_thumbnail.h"

namespace tomocyte {
namespace {

bool isScanFile(const std::filesystem::path& path) {
  std::string ending = path.extension().string();
  std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return ending == ".h5" || ending == ".hdf5";
}

ImportResult importScan(Catalog& catalog, const std::filesystem::path& file, const std::string& sampleId,
                        const Progress& progress) {
  const Scan scan = read_scan(file, {.holograms = false, .fields = false, .truth = false}, progress);
  if (scan.cells.empty()) throw FileError(file, "holds no cells", "Measure it first (tomocyte measure, or F6).");
  return import_scan(catalog, scan, {file, sampleId, cellThumbnails(scan)});
}

}  // namespace

std::vector<std::filesystem::path> scanFilesIn(const std::vector<std::filesystem::path>& dropped) {
  std::vector<std::filesystem::path> files;
  for (const auto& path : dropped) {
    if (!std::filesystem::is_directory(path)) {
      files.push_back(path);
      continue;
    }
    std::vector<std::filesystem::path> found;
    const auto options = std::filesystem::directory_options::skip_permission_denied;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path, options))
      if (entry.is_regular_file() && isScanFile(entry.path())) found.push_back(entry.path());
    std::ranges::sort(found);
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

ImportSummary importScans(Catalog& catalog, const std::vector<std::filesystem::path>& files,
                          const std::string& sampleId, const Progress& progress) {
  ImportSummary summary;
  const auto count = static_cast<double>(files.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    const Progress part = progress.part(static_cast<double>(i) / count, static_cast<double>(i + 1) / count,
                                        QCoreApplication::translate("import_scans", "Importing %1")
                                            .arg(QString::fromStdString(files[i].filename().string()))
                                            .toStdString());
    part.report(0.0);
    try {
      const ImportResult result = importScan(catalog, files[i], sampleId, part);
      ++(result.outcome == ImportOutcome::kImported ? summary.imported : summary.known);
      summary.sample = result.sample;
      if (result.again) summary.again = result.again;
    } catch (const FileError& error) {
      summary.refused.push_back(fmt::format("{} {}", error.what(), error.remedy()));
    } catch (const InputError& error) {
      summary.refused.push_back(fmt::format("{}: {} {}", files[i].string(), error.what(), error.remedy()));
    }
  }
  return summary;
}

QString importText(const ImportSummary& summary) {
  QStringList parts{summary.imported == 1
                        ? QCoreApplication::translate("import_scans", "1 scan file imported")
                        : QCoreApplication::translate("import_scans", "%1 scan files imported").arg(summary.imported)};
  if (summary.known > 0) parts << QCoreApplication::translate("import_scans", "%1 known already").arg(summary.known);
  if (!summary.refused.empty())
    parts << QCoreApplication::translate("import_scans", "%1 refused").arg(summary.refused.size());
  return parts.join(QStringLiteral(", ")) + '.';
}

}  // namespace tomocyte
