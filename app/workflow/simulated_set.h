// Sets of simulated white cells for training and testing classifiers: a folder of scan files, one cell each, from
// several donors (docs/simulated-cells.md).
#pragma once

#include <filesystem>
#include <string>

#include "app/workflow/simulated_cell.h"
#include "core/options.h"
#include "core/progress.h"

namespace tomocyte {

struct SimulatedSetOptions {
  int cells = 0;  // of all classes together, shared out evenly among classes and donors
  int donors = 14;
  std::string classes = "b-lymphocyte,t-lymphocyte,monocyte,myelocyte";
  std::string through = "operator";  // operator: first-order scattering, fast; optics: the simulated microscope
  double network_voxel_um = 0.27;
  int network_voxels = 48;
};
template <>
const OptionTable<SimulatedSetOptions>& option_table<SimulatedSetOptions>();

// imaging.simulation.seed is the set's: the same seed gives the same donors and cells, another seed other people.
struct SimulatedSet {
  SimulatedSetOptions set;
  ImagingOptions imaging;
};

struct SimulatedSetReport {
  int made = 0;
  int kept = 0;  // good files that were there already
};

// Writes the set's files into `folder`, as many cells at a time as there are `threads` (0 = all cores). Good files of
// the same options that are there already are kept, damaged ones are made again: a set that was stopped goes on where
// it was. Throws InputError (unknown class), FileError (a file of other options is there), Cancelled: every file in the
// folder is then complete.
SimulatedSetReport simulate_set(const SimulatedSet& options, const std::filesystem::path& folder, int threads = 0,
                                const Progress& progress = {});

}  // namespace tomocyte
