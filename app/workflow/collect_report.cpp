#include "app/workflow/collect_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "core/error.h"
#include "core/files/scan_file.h"
#include "core/provenance.h"

namespace tomocyte {
namespace {

constexpr double kPictureMarginUm = 2.0;

void add_sample_id(Report& heading, const Scan& scan, bool given) {
  if (given || scan.sample_id.empty()) return;
  if (!heading.sample_id.empty() && heading.sample_id != scan.sample_id)
    throw InputError(
        fmt::format("the scan is of sample \"{}\", the report of \"{}\"", scan.sample_id, heading.sample_id),
        "Report each sample for itself, or give the sample's id.");
  heading.sample_id = scan.sample_id;
}

void complete(Report& heading) {
  if (heading.created_utc.empty()) heading.created_utc = utc_now();
  if (!heading.report_id.empty()) return;
  std::string digits;
  for (const char c : heading.created_utc)
    if (c >= '0' && c <= '9') digits += c;
  heading.report_id = heading.sample_id + "-" + digits;
}

double median_volume(const Report& report, const std::string& cell_class) {
  for (const ClassIndices& indices : report.indices)
    if (indices.cell_class == cell_class && !indices.indices.empty()) return indices.indices.front().summary.median;
  return 0.0;
}

bool can_stand_for_its_class(const ReportedCell& reported) {
  const CountedCell& counted = reported.counted;
  return reported.rejected.empty() && !reported.cell.touches_border && !counted.cell_class.empty() &&
         !counted.artefact && !counted.dead && !counted.doublet;
}

std::vector<const ReportedCell*> typical_cells(const CollectedReport& collected, int per_class) {
  std::vector<const ReportedCell*> chosen;
  for (const DifferentialRow& row : collected.report.differential.white) {
    std::vector<const ReportedCell*> candidates;
    for (const ReportedCell& reported : collected.cells)
      if (can_stand_for_its_class(reported) && reported.counted.cell_class == row.cell_class)
        candidates.push_back(&reported);
    const double median = median_volume(collected.report, row.cell_class);
    std::ranges::stable_sort(candidates, {}, [median](const ReportedCell* reported) {
      return std::abs(reported->cell.indices.volume_fl - median);
    });
    candidates.resize(std::min(candidates.size(), static_cast<std::size_t>(per_class)));
    chosen.insert(chosen.end(), candidates.begin(), candidates.end());
  }
  return chosen;
}

std::string without_endings(const std::string& name) { return name.substr(0, name.find('.', name.rfind('/') + 1)); }

CellPicture picture_of(const ReportedCell& reported, const Tomogram& tomogram) {
  const Shape<3> shape = tomogram.ri.shape();
  Shape<3> begin = reported.cell.box.begin;
  Shape<3> end = reported.cell.box.end;
  const double pixel_um = tomogram.voxel_size_um.x;
  const auto margin = static_cast<Index>(std::ceil(kPictureMarginUm / pixel_um));
  for (const std::size_t axis : {1U, 2U}) {
    begin[axis] = std::max<Index>(0, begin[axis] - margin);
    end[axis] = std::min(shape[axis], end[axis] + margin);
  }
  CellPicture picture{reported.counted.cell_class,
                      fmt::format("{}, cell {}", without_endings(reported.scan), reported.cell.label),
                      Array<float, 2>({end[1] - begin[1], end[2] - begin[2]}), pixel_um, tomogram.medium_index};
  for (Index y = begin[1]; y < end[1]; ++y)
    for (Index x = begin[2]; x < end[2]; ++x) {
      float highest = tomogram.ri(begin[0], y, x);
      for (Index z = begin[0]; z < end[0]; ++z) highest = std::max(highest, tomogram.ri(z, y, x));
      picture.ri(y - begin[1], x - begin[2]) = highest;
    }
  return picture;
}

}  // namespace

std::vector<NamedScan> named_scans(const std::vector<std::filesystem::path>& paths) {
  std::map<std::string, int> uses;
  for (const auto& path : paths) ++uses[path.filename().string()];
  std::vector<NamedScan> scans;
  for (const auto& path : paths) {
    std::string name = path.filename().string();
    if (uses[name] > 1) name = path.string();
    scans.push_back({path, std::move(name)});
  }
  return scans;
}

CollectedReport collect_report(const ReportRequest& request, const Progress& progress) {
  CollectedReport collected;
  Report heading = request.heading;
  const bool given = !heading.sample_id.empty();
  // The scans' donors are compared with each other; the patient's id that the user gives may be another one.
  const std::string patient_id = std::exchange(heading.patient_id, {});
  const std::vector<NamedScan> scans = named_scans(request.scans);
  const auto count = static_cast<double>(scans.size());
  for (std::size_t i = 0; i < scans.size(); ++i) {
    const auto& file = scans[i].path;
    const Scan scan = read_scan(file, {.holograms = false, .fields = false, .tomogram = false, .truth = false},
                                progress.part(static_cast<double>(i) / count, static_cast<double>(i + 1) / count,
                                              "Reading " + file.filename().string()));
    try {
      add_sample_id(heading, scan, given);
      add_scan_to_heading(heading, scan);
    } catch (const InputError& error) {
      throw FileError(file, error.what(), error.remedy());
    }
    for (ReportedCell& cell : reported_cells(scan, scans[i].name, request.source))
      collected.cells.push_back(std::move(cell));
  }
  if (!patient_id.empty()) heading.patient_id = patient_id;
  complete(heading);
  collected.report = make_report(
      std::move(heading), {collected.cells, known_classes(collected.cells), request.total_white_1e9_l}, request.table);
  return collected;
}

std::vector<CellPicture> representative_cells(const std::vector<NamedScan>& scans, const CollectedReport& collected,
                                              int per_class, const Progress& progress) {
  std::vector<CellPicture> pictures;
  const std::vector<const ReportedCell*> chosen = typical_cells(collected, per_class);
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const auto named = std::ranges::find(scans, chosen[i]->scan, &NamedScan::name);
    const Scan scan =
        read_scan(named->path, {.holograms = false, .fields = false, .truth = false},
                  progress.part(static_cast<double>(i) / static_cast<double>(chosen.size()),
                                static_cast<double>(i + 1) / static_cast<double>(chosen.size()), "Pictures of cells"));
    if (scan.tomogram) pictures.push_back(picture_of(*chosen[i], *scan.tomogram));
  }
  return pictures;
}

}  // namespace tomocyte
