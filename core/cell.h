// One cell found in a tomogram, with its six indices (Ryu 2021, section 2.3).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/array.h"

namespace tomocyte {

struct CellIndices {
  double volume_fl = 0.0;
  double surface_area_um2 = 0.0;
  double sphericity = 0.0;  // pi^(1/3) (6V)^(2/3) / S, 1 for a sphere
  double dry_mass_pg = 0.0;
  double protein_density_g_dl = 0.0;  // dry mass / volume
  double mean_ri = 0.0;
  bool operator==(const CellIndices&) const = default;
};

// Half-open voxel box, [z, y, x].
struct VoxelBox {
  Shape<3> begin{};
  Shape<3> end{};
  bool operator==(const VoxelBox&) const = default;
};

// What a model says of a cell.
struct Classification {
  struct ClassProbability {
    std::string cell_class;
    double probability = 0.0;  // calibrated when the model is
    bool operator==(const ClassProbability&) const = default;
  };
  std::vector<ClassProbability> probabilities;  // every class of the model, most probable first; never empty
  std::string model;                            // name of the model
  std::string model_checksum;                   // "sha256:…" of its weights
  std::string uncertain;                        // why a person must look at this cell; empty: the model is sure
  bool operator==(const Classification&) const = default;
};

struct Cell {
  int label = 0;  // value of this cell's voxels in the label volume, from 1
  VoxelBox box;
  std::array<double, 3> centroid_um{};  // [z, y, x] from the tomogram's centre voxel n/2
  CellIndices indices;
  double corpuscular_volume_fl = 0.0;  // Ryu/Bak 2023, section 2.4: voxels above n_m + 0.005
  double corpuscular_hemoglobin_pg = 0.0;
  bool touches_border = false;  // cut by the volume: its indices are lower bounds
  bool too_small = false;       // below the smallest volume asked for: debris or a platelet
  std::string annotation;       // class that a person, or the simulation, gave it: what networks are trained on
  std::optional<Classification> classification;
  bool operator==(const Cell&) const = default;
};

}  // namespace tomocyte
