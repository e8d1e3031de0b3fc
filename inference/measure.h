// Tomogram -> cells with their indices (Ryu 2021, section 2.3; Ryu/Bak 2023, section 2.4).
#pragma once

#include <vector>

#include "core/array.h"
#include "core/cell.h"
#include "core/options.h"
#include "core/progress.h"
#include "core/tomogram.h"

namespace tomocyte {

struct MeasurementOptions {
  double threshold_ri = 0.0;              // absolute RI that bounds a cell (the paper: 1.35); 0 = relative (below)
  double threshold_above_medium = 0.013;  // 1.35 - 1.337 of the paper, relative to the medium
  double corpuscular_threshold = 0.005;   // Ryu/Bak 2023: voxels above n_m + 0.005
  double rii_ml_g = 0.2;                  // refractive index increment, mL/g
  double hemoglobin_rii_ml_g = 0.29;      // Ryu/Bak 2023's 0.0029 dL/g
  double minimum_volume_fl = 20.0;        // smaller objects are flagged too_small
  double split_depth_um = 0.5;            // touching cells: how deep the neck of the distance map must be
};
template <>
const OptionTable<MeasurementOptions>& option_table<MeasurementOptions>();

struct Measurement {
  Array<std::uint16_t, 3> labels;  // [z, y, x] like the tomogram, 0 = medium
  std::vector<Cell> cells;         // label order: largest first
};

// Throws InputError (NaN, threshold not above the medium), Cancelled.
[[nodiscard]] Measurement measure_cells(const Tomogram& tomogram, const MeasurementOptions& options = {},
                                        const Progress& progress = {});

}  // namespace tomocyte
