// One simulated white cell as the networks are given it: a small tomogram about the cell, its normal-incidence field,
// its label and indices, its class and its donor.
#pragma once

#include <cstdint>

#include "acquisition/donor.h"
#include "acquisition/phantom.h"
#include "acquisition/simulate.h"
#include "core/scan.h"
#include "inference/measure.h"
#include "reconstruction/reconstruct.h"
#include "reconstruction/scan_operator.h"

namespace tomocyte {

// The grid that networks see, isotropic, the cell's centroid at voxel n/2.
struct NetworkGrid {
  double voxel_um = 0.27;
  Index voxels = 48;
};

// A cell on the slide, and the seed of the noise that it is imaged with.
struct CellOnSlide {
  Phantom phantom;
  Donor donor;
  int noise_seed = 1;
};
// The phantom's medium is the donor's true one; the cell lies within half a micrometre of the centre. The same type,
// donor and seed give the same cell whichever way it is imaged.
[[nodiscard]] CellOnSlide make_cell_on_slide(const std::string& type, const Donor& donor, double medium_index,
                                             std::uint64_t seed);

// There is one cell: a neck between two of its folds must not make it two.
[[nodiscard]] inline MeasurementOptions measurement_of_one() {
  MeasurementOptions options;
  options.split_depth_um = 3.0;
  return options;
}

struct ImagingOptions {
  SimulationOptions simulation;
  ReconstructionOptions reconstruction;
  MeasurementOptions measurement = measurement_of_one();
  NetworkGrid grid;
};

// The operator of the options' scan on the network's voxels: twice the grid's depth and a third more of its width.
[[nodiscard]] ScanOperator network_operator(const ImagingOptions& options);

// Through first-order scattering and the reconstruction's regularization. Throws InputError when nothing is found above
// the threshold, Cancelled.
[[nodiscard]] Scan image_through_operator(const CellOnSlide& cell, const ScanOperator& scan_operator,
                                          const ImagingOptions& options);

// Through the simulated microscope: holograms with noise, reconstructed as measured ones are, and dropped. On
// `threads` threads.
[[nodiscard]] Scan image_through_optics(const CellOnSlide& cell, const ImagingOptions& options, int threads,
                                        const Progress& progress = {});

}  // namespace tomocyte
