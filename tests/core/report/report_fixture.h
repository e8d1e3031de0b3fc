// A small report with every part, and its cells.
#pragma once

#include <string>
#include <vector>

#include "core/report/make_report.h"
#include "tests/core/files_fixture.h"

namespace tomocyte::test {

inline ReportedCell reported_cell(int label, const std::string& model, const std::string& reader, double volume_fl,
                                  const std::string& uncertain = {}) {
  ReportedCell reported;
  reported.scan = "a,b|\fc.tomocyte.h5";
  reported.cell.label = label;
  reported.cell.indices = {volume_fl, 200.0, 0.9, 40.0, 20.5, 1.3675};
  reported.cell.annotation = reader;
  reported.cell.classification =
      Classification{{{model, 0.75}, {"neutrophil", 0.125}}, "five types", "sha256:abc", uncertain};
  reported.counted.cell_class = !reader.empty() ? reader : uncertain.empty() ? model : "";
  return reported;
}

inline std::vector<ReportedCell> small_cells() {
  std::vector<ReportedCell> cells = {reported_cell(1, "monocyte", "", 400.5),
                                     reported_cell(2, "monocyte", "monocyte", 420.5),
                                     reported_cell(3, "monocyte", "lymphocyte", 200.0),
                                     reported_cell(4, "lymphocyte", "", 190.0),
                                     reported_cell(5, "lymphocyte", "", 195.0, "its probability 0.61 is below 0.80"),
                                     reported_cell(6, "monocyte", "", 5.0),
                                     reported_cell(7, "lymphocyte", "", 150.0)};
  cells[3].cell.touches_border = true;
  cells[5].rejected = "too small";
  cells[6].counted.dead = true;
  return cells;
}

inline Report small_heading() {
  Report report;
  report.report_id = "R-17";
  report.simulated = true;
  report.laboratory = {"Labor \"Süd\", 1. Stock", "Hauptstraße 1\n80331 München"};
  report.sample_id = "Probe-0042 µ";
  report.patient_id = "D|7^8&9~0\\1";
  report.measured_utc = "2026-03-09T07:05:01Z";
  report.created_utc = "2026-11-21T17:16:18Z";
  report.operator_name = "A. B.";
  report.modality = "off-axis holographic tomography, 49 angles, 532 nm";
  report.instrument = "simulated microscope";
  report.method = "Holographic tomography of unstained cells.";
  report.comments = {"Two lines,\nof comment|with ^ separators", "혈액"};
  report.quality.scans = 1;
  return report;
}

inline Report small_report() {
  return make_report(small_heading(),
                     {small_cells(), {"neutrophil", "lymphocyte", "monocyte", "eosinophil", "basophil", "dead"}, 8.0},
                     default_differential_table());
}

inline Report signed_report() {
  Report report = small_report();
  report.sign_off = SignOff{"Dr. Ärztin", "2026-11-22T08:00:00Z"};
  return report;
}

}  // namespace tomocyte::test
