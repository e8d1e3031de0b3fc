#include "app/workflow/resolution.h"

#include "app/workflow/workflow.h"
#include "core/error.h"

namespace tomocyte {
namespace {

// Full width at half maximum, in samples, of a profile that peaks at index `peak`.
double full_width(const std::vector<double>& profile, std::size_t peak) {
  const double half = 0.5 * profile[peak];
  const auto edge = [&](int step) {
    auto i = static_cast<Index>(peak);
    while (i + step >= 0 && i + step < static_cast<Index>(profile.size()) &&
           profile[static_cast<std::size_t>(i + step)] > half)
      i += step;
    const auto last = static_cast<std::size_t>(i);
    const auto beyond = static_cast<std::size_t>(i + step);
    if (beyond >= profile.size()) throw InputError("the bead does not stand out of the background");
    return std::abs(static_cast<double>(i) - static_cast<double>(peak)) +
           (profile[last] - half) / (profile[last] - profile[beyond]);
  };
  return edge(-1) + edge(1);
}

}  // namespace

BeadResolution measure_bead_resolution(const ReconstructionOptions& options, const ComputeDevice& device,
                                       const Progress& progress) {
  SimulationOptions simulation;
  simulation.sample = "bead";
  simulation.sphere_index = 1.46;  // silica
  simulation.bit_depth = 12;
  simulation.full_well_e = 1e6;  // the width is asked for, not the noise
  simulation.camera_pixels = 256;
  Scan scan = simulate_scan(simulation, progress.part(0.0, 0.6, "Acquiring"));
  reconstruct_scan(scan, options, device, progress.part(0.6, 1.0, "Reconstructing"));
  const Tomogram& tomogram = *scan.tomogram;
  const Shape<3>& shape = tomogram.ri.shape();
  std::vector<double> lateral;
  std::vector<double> axial;
  for (Index x = 0; x < shape[2]; ++x)
    lateral.push_back(tomogram.ri(shape[0] / 2, shape[1] / 2, x) - tomogram.medium_index);
  for (Index z = 0; z < shape[0]; ++z)
    axial.push_back(tomogram.ri(z, shape[1] / 2, shape[2] / 2) - tomogram.medium_index);
  constexpr double kNanometres = 1000.0;
  return {100.0, kNanometres * tomogram.voxel_size_um.x * full_width(lateral, static_cast<std::size_t>(shape[2] / 2)),
          kNanometres * tomogram.voxel_size_um.z * full_width(axial, static_cast<std::size_t>(shape[0] / 2))};
}

}  // namespace tomocyte
