// From scan files to the report of a sample.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/array.h"
#include "core/progress.h"
#include "core/report/make_report.h"

namespace tomocyte {

struct ReportRequest {
  std::vector<std::filesystem::path> scans;
  Report heading;  // what the user says: ids, names, comments
  ClassSource source = ClassSource::kReader;
  DifferentialTable table;
  std::optional<double> total_white_1e9_l;
};

// What a report calls the scans: their file names, or whole paths where two files are called alike.
struct NamedScan {
  std::filesystem::path path;
  std::string name;
};
[[nodiscard]] std::vector<NamedScan> named_scans(const std::vector<std::filesystem::path>& paths);

struct CollectedReport {
  Report report;
  std::vector<ReportedCell> cells;
};

// Reads the cells of all scans and makes the report. The sample's id is the scans' own where the heading has none, and
// the report's id follows from it and the time. Throws FileError naming the scan, InputError: scans of two samples, and
// whatever make_report() refuses.
[[nodiscard]] CollectedReport collect_report(const ReportRequest& request, const Progress& progress = {});

// A cell as a picture: the maximum projection along the optical axis of its surroundings.
struct CellPicture {
  std::string cell_class;
  std::string caption;  // "0017, cell 3"
  Array<float, 2> ri;   // [y, x]
  double pixel_um = 0.0;
  double medium_index = 0.0;
};

// Up to `per_class` whole cells of each class, those whose volume is nearest to the median of their class: typical
// ones, not the most beautiful. `scans`: those of the cells, by name. Scans without tomogram give none. Throws
// FileError.
[[nodiscard]] std::vector<CellPicture> representative_cells(const std::vector<NamedScan>& scans,
                                                            const CollectedReport& collected, int per_class,
                                                            const Progress& progress = {});

}  // namespace tomocyte
