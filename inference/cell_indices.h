// The six indices of one cell (Ryu 2021, section 2.3) and its corpuscular volume and hemoglobin (Ryu/Bak 2023,
// section 2.4).
#pragma once

#include "core/cell.h"
#include "core/tomogram.h"
#include "inference/measure.h"

namespace tomocyte {

// The indices of the voxels with `cell.label`, bounded at `threshold_ri`. Volume and surface are those of the sub-voxel
// mesh; where a neighbour touches, the mesh ends half-way to it. Mean RI is over the voxels, dry mass is the mean
// concentration (n - n_m)/RII times the volume, so that mass, volume and density agree.
[[nodiscard]] CellIndices cell_indices(const Tomogram& tomogram, View<const std::uint16_t, 3> labels, const Cell& cell,
                                       double threshold_ri, double rii_ml_g);

// pi^(1/3) (6V)^(2/3) / S.
[[nodiscard]] double sphericity(double volume_fl, double surface_area_um2);

// Fills corpuscular_volume_fl (equation 11) and corpuscular_hemoglobin_pg (equation 12) of every cell: voxels
// above medium + options.corpuscular_threshold that hang together with the cell, each counted for the nearest one.
void add_corpuscular_indices(const Tomogram& tomogram, View<const std::uint16_t, 3> labels,
                             const MeasurementOptions& options, std::vector<Cell>& cells);

}  // namespace tomocyte
