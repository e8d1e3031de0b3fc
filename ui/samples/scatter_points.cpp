#include "ui/samples/scatter_points.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <map>

#include "app/workflow/sample_report.h"
#include "core/report/reported_index.h"

namespace tomocyte {
namespace {

// Of the groups one after the other: unidentified, classes in the table's order, what the table does not have.
struct GroupKey {
  std::size_t place = 0;
  std::string cellClass;
  auto operator<=>(const GroupKey&) const = default;
};

GroupKey keyOf(const CatalogCell& cell, const DifferentialTable& table, bool blind) {
  if (blind && !cell.reviewed) return {};
  const std::string cellClass = called_class(cell.call);
  if (cellClass.empty()) return {};
  const auto found = std::ranges::find(table.classes, cellClass, &DifferentialClass::cell_class);
  return {static_cast<std::size_t>(found - table.classes.begin()) + 1, cellClass};
}

ScatterGroup groupOf(const GroupKey& key, const DifferentialTable& table, bool blind) {
  const ClassMark mark = class_mark(table, key.cellClass);
  const DifferentialClass* known = find_class(table, key.cellClass);
  const QString name = known                    ? QString::fromStdString(known->name)
                       : !key.cellClass.empty() ? QString::fromStdString(key.cellClass)
                       : blind ? QCoreApplication::translate("ScatterPoints", "Not read yet, or unidentified")
                               : QCoreApplication::translate("ScatterPoints", "Unidentified");
  return {name, QColor(QString::fromStdString(mark.colour)), mark.shape, 0};
}

void widen(ScatterPoints& shown, const PlanePoint& at) {
  shown.low = {std::min(shown.low.x, at.x), std::min(shown.low.y, at.y)};
  shown.high = {std::max(shown.high.x, at.x), std::max(shown.high.y, at.y)};
}

}  // namespace

std::vector<PlanePoint> indexPlaces(const std::vector<CatalogCell>& cells, const ScatterAxes& axes) {
  const auto& indices = reported_indices();
  std::vector<PlanePoint> places;
  places.reserve(cells.size());
  for (const CatalogCell& cell : cells)
    places.push_back({cell.cell.indices.*indices.at(axes.x).member, cell.cell.indices.*indices.at(axes.y).member});
  return places;
}

ScatterPoints scatterPoints(const GalleryModel& model, std::span<const PlanePoint> places, bool blind) {
  ScatterPoints shown;
  shown.groups.push_back({{}, QColor(Qt::gray), MarkShape::kCircle, 0});
  std::map<GroupKey, std::size_t> groups;
  for (const CatalogCell& cell : model.cells()) groups[keyOf(cell, model.table(), blind)] = 0;
  for (auto& [key, group] : groups) {
    group = shown.groups.size();
    shown.groups.push_back(groupOf(key, model.table(), blind));
  }
  shown.points.reserve(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!std::isfinite(places[i].x) || !std::isfinite(places[i].y)) continue;
    const CatalogCell& cell = model.cells()[i];
    const std::size_t group = model.rowOf(cell.id) < 0 ? 0 : groups[keyOf(cell, model.table(), blind)];
    if (shown.points.empty()) shown.low = shown.high = places[i];
    widen(shown, places[i]);
    shown.points.push_back({cell.id, places[i], group, cell.cell.touches_border});
    ++shown.groups[group].cells;
  }
  return shown;
}

std::vector<RecordId> cellsInside(const ScatterPoints& shown, std::span<const PlanePoint> outline) {
  std::vector<RecordId> cells;
  for (const ScatterPoint& point : shown.points)
    if (point.group != 0 && is_inside(outline, point.at)) cells.push_back(point.cell);
  return cells;
}

std::optional<RecordId> nearestCell(const ScatterPoints& shown, const PlanePoint& at, const PlanePoint& reach) {
  std::optional<RecordId> nearest;
  double least = 1.0;
  for (const ScatterPoint& point : shown.points) {
    if (point.group == 0) continue;
    const double distance = std::hypot((point.at.x - at.x) / reach.x, (point.at.y - at.y) / reach.y);
    if (distance > least) continue;
    least = distance;
    nearest = point.cell;
  }
  return nearest;
}

}  // namespace tomocyte
