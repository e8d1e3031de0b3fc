// The one table of the measurement's options.
#include "inference/measure.h"

namespace tomocyte {

template <>
const OptionTable<MeasurementOptions>& option_table<MeasurementOptions>() {
  using O = MeasurementOptions;
  static const OptionTable<O> table = {
      {&O::threshold_ri,
       "threshold-ri",
       "",
       "refractive index that bounds a cell (Ryu 2021: 1.35); 0 = relative to the medium",
       0.0,
       2.0,
       {}},
      {&O::threshold_above_medium,
       "threshold-above-medium",
       "",
       "bound of a cell above the medium's index",
       0.0001,
       0.5,
       {}},
      {&O::corpuscular_threshold,
       "corpuscular-threshold",
       "",
       "bound of the corpuscular volume above the medium's index (Ryu/Bak 2023)",
       0.0001,
       0.5,
       {}},
      {&O::rii_ml_g, "rii-ml-g", "mL/g", "refractive index increment of protein", 0.05, 1.0, {}},
      {&O::hemoglobin_rii_ml_g,
       "hemoglobin-rii-ml-g",
       "mL/g",
       "refractive index increment for the corpuscular hemoglobin (Ryu/Bak 2023: 0.0029 dL/g)",
       0.05,
       1.0,
       {}},
      {&O::minimum_volume_fl, "minimum-volume-fl", "fL", "smaller objects are flagged as too small", 0.0, 10000.0, {}},
      {&O::split_depth_um,
       "split-depth-um",
       "µm",
       "touching cells are split where the neck is narrower than the cells by this",
       0.05,
       20.0,
       {}},
  };
  return table;
}

}  // namespace tomocyte
