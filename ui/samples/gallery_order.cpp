#include "ui/samples/gallery_order.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "core/report/reported_index.h"

namespace tomocyte {
namespace {

constexpr std::size_t kEnoughCells = 5;
constexpr double kNormalPerMad = 1.4826;

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

// Adds the squared distances of one index of one class.
void addDistances(const std::vector<CatalogCell>& cells, const std::vector<std::size_t>& members,
                  double CellIndices::*index, std::vector<double>& squares) {
  std::vector<double> values;
  for (const std::size_t i : members) values.push_back(cells[i].cell.indices.*index);
  const double centre = median(values);
  std::vector<double> deviations;
  for (const double value : values) deviations.push_back(std::abs(value - centre));
  const double spread = kNormalPerMad * median(deviations);
  if (!(spread > 0.0)) return;
  for (std::size_t i = 0; i < members.size(); ++i) squares[members[i]] += std::pow((values[i] - centre) / spread, 2);
}

double probabilityOf(const CatalogCell& cell) {
  return cell.cell.classification ? cell.cell.classification->probabilities.front().probability : 0.0;
}

// What comes first has the smallest.
std::vector<double> sortKeys(const std::vector<CatalogCell>& cells, GalleryOrder order) {
  std::vector<double> keys(cells.size(), 0.0);
  if (order == GalleryOrder::kImported) return keys;
  if (order == GalleryOrder::kMostUnlike) {
    keys = unlikeness(cells);
    for (double& key : keys) key = -key;
    return keys;
  }
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (order == GalleryOrder::kLeastProbable) {
      keys[i] = probabilityOf(cells[i]);
      continue;
    }
    const auto index = static_cast<std::size_t>(order) - static_cast<std::size_t>(GalleryOrder::kVolume);
    keys[i] = -(cells[i].cell.indices.*reported_indices().at(index).member);
  }
  return keys;
}

}  // namespace

std::vector<double> unlikeness(const std::vector<CatalogCell>& cells) {
  std::map<std::string, std::vector<std::size_t>> classes;
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (!cells[i].call.cell_class.empty() && !cells[i].cell.touches_border)
      classes[cells[i].call.cell_class].push_back(i);
  std::vector<double> result(cells.size(), 0.0);
  for (const auto& [name, members] : classes) {
    if (members.size() < kEnoughCells) continue;
    for (const ReportedIndex& index : reported_indices()) addDistances(cells, members, index.member, result);
  }
  for (double& value : result) value = std::sqrt(value / static_cast<double>(reported_indices().size()));
  return result;
}

std::vector<std::size_t> galleryOrder(const std::vector<CatalogCell>& cells, GalleryOrder order,
                                      const DifferentialTable& table) {
  const auto groupOf = [&table](const CatalogCell& cell) {
    if (cell.call.cell_class.empty()) return std::ptrdiff_t{-1};
    return std::ranges::find(table.classes, cell.call.cell_class, &DifferentialClass::cell_class) -
           table.classes.begin();
  };
  std::vector<std::pair<std::ptrdiff_t, double>> keys;
  const std::vector<double> values = sortKeys(cells, order);
  for (std::size_t i = 0; i < cells.size(); ++i) keys.emplace_back(groupOf(cells[i]), values[i]);
  std::vector<std::size_t> positions(cells.size());
  std::iota(positions.begin(), positions.end(), std::size_t{0});
  std::ranges::stable_sort(positions, {}, [&keys](std::size_t i) { return keys[i]; });
  return positions;
}

}  // namespace tomocyte
