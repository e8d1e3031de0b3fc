// The chain of the method section: Rytov fields -> Ewald caps -> regularization -> refractive index.
#include "reconstruction/reconstruct.h"

#include <cmath>

#include "reconstruction/ewald_mapping.h"
#include "reconstruction/nonnegativity.h"
#include "reconstruction/rytov.h"
#include "core/compute/torch_device.h"

namespace tomocyte {
namespace {

// Rytov's approximation holds best in the plane that the object sits in: 1 µm away, an exact sphere comes out 5 % too
// large. So an object out of focus is refocused, mapped, and moved back to its height.
MeasuredSpectrum measure(const FieldStack& fields, const ReconstructionOptions& options, const Shape<3>& volume,
                         const VoxelSize& voxel, const Progress& progress) {
  constexpr double kInFocus = 0.5;  // µm
  const auto map = [&](const ReconstructionOptions& o, const Progress& part) {
    return map_ewald_caps(scattered_fields(fields, o, part), fields.setup, volume, voxel, o.mapping);
  };
  MeasuredSpectrum measured = map(options, progress.part(0.0, 0.08, "Preparing the fields"));
  const double height = object_height(measured, voxel);
  const double reach = 0.5 * static_cast<double>(volume[0]) * voxel.z;
  if (options.approximation != "rytov" || std::abs(height) < kInFocus || std::abs(height) > 0.5 * reach)
    return measured;
  ReconstructionOptions focused = options;
  focused.refocus_um += height;
  measured = map(focused, progress.part(0.08, 0.15, "Refocusing"));
  move_along_z(measured, voxel, height);
  return measured;
}

}  // namespace

Tomogram reconstruct(const FieldStack& fields, const ReconstructionOptions& options, const ComputeDevice& device,
                     const Progress& progress) {
  validate(fields);
  validate_options(options);
  static_cast<void>(torch_device(device));  // refuses an absent device before any work, and sets the threads
  const OpticalSetup& setup = fields.setup;
  const VoxelSize voxel{options.voxel_size_um, options.voxel_size_um, options.voxel_size_um};
  const Shape<3> volume{options.voxels_axial, options.voxels_lateral, options.voxels_lateral};
  const MeasuredSpectrum measured = measure(fields, options, volume, voxel, progress);
  return tomogram_of(measured, voxel, setup, options, device, progress.part(0.15, 1.0, "Filling the missing cone"));
}

}  // namespace tomocyte
