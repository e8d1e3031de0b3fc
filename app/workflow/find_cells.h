// Where the cells lie on a slide: an overview of normal-incidence holograms, whose phase shows them, and one more look
// at each. What it finds becomes the position list of a scan.
#pragma once

#include <functional>
#include <vector>

#include "acquisition/instrument/connected_instrument.h"
#include "app/workflow/live_image.h"
#include "core/options.h"
#include "core/progress.h"

namespace tomocyte {

struct FindCellsOptions {
  double x_um = -80.0;  // corner of least x and y of the region, on the stage
  double y_um = -80.0;
  double width_um = 240.0;
  double height_um = 160.0;
  double overlap = 0.1;          // of neighbouring fields
  double least_phase_rad = 0.6;  // above the medium; what bounds a cell
  double least_diameter_um = 4.0;
  double largest_diameter_um = 20.0;  // what is larger is a clump or dirt
  double exposure_ms = 5.0;
};
template <>
const OptionTable<FindCellsOptions>& option_table<FindCellsOptions>();

struct FoundCell {
  StagePosition position;    // with the cell in the middle of the field
  double diameter_um = 0.0;  // of a disc of its area
  double highest_phase_rad = 0.0;
};

// Of each field of the overview, in the calling thread.
using FieldCallback = std::function<void(const StagePosition& at, const LiveImage& image)>;

// The picture's axes are those of the stage: a cell right of the middle by dx lies at x + dx. However it ends the light
// is off and the camera has its settings back. Cells of which a field shows only a part are looked at again from their
// middle. Throws InputError (region outside the limits, no optical setup), DeviceError, Cancelled.
[[nodiscard]] std::vector<FoundCell> find_cells(const ConnectedInstrument& instrument, const FindCellsOptions& options,
                                                const FieldCallback& on_field = {}, const Progress& progress = {});

}  // namespace tomocyte
