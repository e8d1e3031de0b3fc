// What a scatter plot of a sample's cells shows: a point for each, in groups of one colour and shape.
#pragma once

#include <QColor>
#include <QString>
#include <optional>
#include <span>
#include <vector>

#include "core/polygon.h"
#include "core/report/class_marks.h"
#include "ui/samples/gallery_model.h"

namespace tomocyte {

// What is drawn along x and y: two of the six indices, or their map.
struct ScatterAxes {
  bool map = false;
  std::size_t x = 0;  // in reported_indices()
  std::size_t y = 3;
  bool operator==(const ScatterAxes&) const = default;
};

struct ScatterGroup {
  QString name;  // empty: what the gallery's filter leaves out
  QColor colour;
  MarkShape shape = MarkShape::kCircle;
  int cells = 0;
};

struct ScatterPoint {
  RecordId cell = 0;
  PlanePoint at;
  std::size_t group = 0;
  bool cut = false;  // by the volume's border: its indices are lower bounds
};

struct ScatterPoints {
  std::vector<ScatterPoint> points;
  std::vector<ScatterGroup> groups;  // in the table's order; the first is what the filter leaves out
  PlanePoint low;                    // of all cells, so that the axes stay where they are during a review
  PlanePoint high;
};

// The places of the model's cells by two indices.
[[nodiscard]] std::vector<PlanePoint> indexPlaces(const std::vector<CatalogCell>& cells, const ScatterAxes& axes);

// `places`: of the model's cells, in their order. A cell that the gallery's filter leaves out is in the first group,
// whatever it is. `blind`: for a second reader, who sees the own calls only; every other cell is "not read yet",
// whatever model and first reader say of it.
[[nodiscard]] ScatterPoints scatterPoints(const GalleryModel& model, std::span<const PlanePoint> places, bool blind);

// The cells in the outline, without those that the filter leaves out.
[[nodiscard]] std::vector<RecordId> cellsInside(const ScatterPoints& shown, std::span<const PlanePoint> outline);

// The cell nearest to `at`, when it is not farther than `reach` along x and y in the plot's own units; one that the
// filter leaves out is none.
[[nodiscard]] std::optional<RecordId> nearestCell(const ScatterPoints& shown, const PlanePoint& at,
                                                  const PlanePoint& reach);

}  // namespace tomocyte
