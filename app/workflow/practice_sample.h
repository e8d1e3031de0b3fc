// A simulated sample to learn the review with: white cells that a model has classified, as scan files.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/compute_device.h"
#include "core/progress.h"

namespace tomocyte {

struct PracticeSample {
  std::string sample_id = "PRACTICE-1";
  int cells = 16;
  int seed = 1;  // the same seed gives the same cells
};

// Writes one file per cell into `folder`, made if it is not there, and returns them. The cells are imaged through
// first-order scattering and classified by the model that comes with the program, if it is installed; what they truly
// are is not written down. Files that are there already are kept. Throws FileError, Cancelled.
std::vector<std::filesystem::path> make_practice_sample(const PracticeSample& sample,
                                                        const std::filesystem::path& folder,
                                                        const ComputeDevice& device = {},
                                                        const Progress& progress = {});

}  // namespace tomocyte
