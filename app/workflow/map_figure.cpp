#include "app/workflow/map_figure.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/files/export.h"
#include "inference/svg.h"

namespace tomocyte {
namespace {

constexpr double kLeft = 20.0;
constexpr double kTop = 60.0;
constexpr double kSide = 540.0;

struct Extent {
  double low = 0.0;
  double span = 1.0;
};

Extent extent_of(const std::vector<MappedCell>& cells, double MappedCell::*axis) {
  const auto [low, high] = std::ranges::minmax(cells, {}, axis);
  return {low.*axis, std::max(1e-9, high.*axis - low.*axis)};
}

std::string dot(double x, double y, const char* colour, const MappedCell& cell) {
  std::string svg = fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3.5\" fill=\"{}\" stroke=\"{}\"/>\n", x, y,
                                cell.placed ? "none" : colour, colour);
  if (cell.predicted != cell.cell_class)
    svg += fmt::format("<path d=\"M{:.1f} {:.1f} l10 10 m0 -10 l-10 10\" stroke=\"black\"/>\n", x - 5, y - 5);
  return svg;
}

}  // namespace

std::string map_svg(const CellMap& map, const std::string& title) {
  std::string svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"760\" height=\"620\" font-family=\"sans-serif\" "
      "font-size=\"13\">\n<rect width=\"760\" height=\"620\" fill=\"white\"/>\n";
  svg += fmt::format("<text x=\"{}\" y=\"30\" font-size=\"16\" font-weight=\"bold\">{}{}</text>\n", kLeft,
                     svg_escaped(title), map.simulated ? " - SIMULATED" : "");
  svg += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"black\"/>\n", kLeft,
                     kTop, kSide, kSide);
  if (map.cells.empty()) return svg + "</svg>\n";
  std::set<std::string> names;
  for (const MappedCell& cell : map.cells) names.insert(cell.cell_class);
  const std::vector<std::string> classes(names.begin(), names.end());
  const auto colour = [&](const std::string& name) {
    return kSvgColours[static_cast<std::size_t>(std::ranges::find(classes, name) - classes.begin()) %
                       kSvgColours.size()];
  };
  const Extent x = extent_of(map.cells, &MappedCell::x);
  const Extent y = extent_of(map.cells, &MappedCell::y);
  constexpr double kMargin = 15.0;
  const auto place = [&](double value, const Extent& extent) {
    return kMargin + (kSide - 2.0 * kMargin) * (value - extent.low) / extent.span;
  };
  for (const MappedCell& cell : map.cells)
    svg += dot(kLeft + place(cell.x, x), kTop + kSide - place(cell.y, y), colour(cell.cell_class), cell);
  double line = kTop + 10;
  const auto legend = [&](const MappedCell& sample, const char* sample_colour, const std::string& words) {
    svg += dot(kLeft + kSide + 25, line, sample_colour, sample);
    svg += fmt::format("<text x=\"{}\" y=\"{}\">{}</text>\n", kLeft + kSide + 40, line + 4, svg_escaped(words));
    line += 22;
  };
  for (const std::string& name : classes) legend({0, 0, name, name, "", false}, colour(name), name);
  legend({0, 0, "a", "a", "", true}, "#666", "placed afterwards");
  legend({0, 0, "a", "b", "", false}, "#666", "called otherwise");
  return svg + "</svg>\n";
}

std::string map_csv(const CellMap& map) {
  std::string text = "x,y,class,predicted,donor,placed\n";
  for (const MappedCell& cell : map.cells)
    text += fmt::format("{:.6g},{:.6g},{},{},{},{}\n", cell.x, cell.y, csv_quoted(cell.cell_class),
                        csv_quoted(cell.predicted), csv_quoted(cell.donor), cell.placed ? 1 : 0);
  return text;
}

}  // namespace tomocyte
