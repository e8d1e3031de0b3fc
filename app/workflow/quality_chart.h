// The daily quality chart: control measurements from scan files, and the chart of what the catalog holds of them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/catalog/controls.h"

namespace tomocyte {

struct ControlSource {
  std::filesystem::path scan;
  std::string control;     // what was measured, with its lot
  std::string instrument;  // empty: as the scan names its microscope
};

// The mean of the scan's whole objects. Throws FileError: the file cannot be read, none of its objects is measured and
// whole; InputError: it does not name its microscope.
[[nodiscard]] NewControl control_from_scan(const ControlSource& source);

struct QualityChart {
  ControlSeries series;
  ControlQuantity quantity = ControlQuantity::kMeanRi;
  std::vector<ControlMeasurement> counted;  // the chart's points
  std::vector<ControlMeasurement> excluded;
  ControlChart chart;
};

// Throws InputError.
[[nodiscard]] QualityChart quality_chart(const Catalog& catalog, const ControlSeries& series, ControlQuantity quantity);

// "1-2s, 2-2s", or empty.
[[nodiscard]] std::string rules_text(const std::vector<WestgardRule>& rules);

// A row per measurement, excluded ones too; a row of names, a row of units, point, comma, UTF-8.
[[nodiscard]] std::string quality_csv(const QualityChart& chart);

}  // namespace tomocyte
