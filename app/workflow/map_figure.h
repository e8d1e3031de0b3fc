// A map of cells as a picture and as a table.
#pragma once

#include <string>

#include "app/workflow/map_cells.h"

namespace tomocyte {

// SVG text of 760 x 620: a dot per cell in the colour of its annotation, open where it was placed on the finished map,
// crossed out where the model says another class. `simulated` is written across the title.
[[nodiscard]] std::string map_svg(const CellMap& map, const std::string& title);

// x,y,class,predicted,donor,placed; the axes have no unit.
[[nodiscard]] std::string map_csv(const CellMap& map);

}  // namespace tomocyte
