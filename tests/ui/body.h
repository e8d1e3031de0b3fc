// A scan for the views: a sphere-like cell with nucleus and granules in its medium, known voxel by voxel.
#pragma once

#include <cmath>
#include <memory>

#include "core/scan.h"

namespace tomocyte {

// 64³ voxels of 0.2 µm; the cell's centre is at (1, 0, -0.6) µm [x, y, z], its radius 4 µm, its index 1.365.
inline std::shared_ptr<Scan> scanOfBody(float cytoplasm = 1.365f) {
  auto scan = std::make_shared<Scan>();
  scan->sample_id = "TEST-1";
  scan->simulated = true;
  scan->tomogram.emplace();
  Tomogram& tomogram = *scan->tomogram;
  tomogram.ri = Array<float, 3>({64, 64, 64});
  tomogram.voxel_size_um = {0.2, 0.2, 0.2};
  tomogram.medium_index = 1.337;
  tomogram.wavelength_um = 0.532;
  scan->labels = Array<std::uint16_t, 3>({64, 64, 64});
  for (Index z = 0; z < 64; ++z)
    for (Index y = 0; y < 64; ++y)
      for (Index x = 0; x < 64; ++x) {
        const double dx = 0.2 * static_cast<double>(x - 32) - 1.0;
        const double dy = 0.2 * static_cast<double>(y - 32);
        const double dz = 0.2 * static_cast<double>(z - 32) + 0.6;
        const double r = std::sqrt(dx * dx + dy * dy + dz * dz);
        tomogram.ri(z, y, x) = r < 1.8 ? cytoplasm + 0.01f : r < 4.0 ? cytoplasm : 1.337f;
        scan->labels(z, y, x) = r < 4.0 ? 1 : 0;
      }
  Cell cell;
  cell.label = 1;
  cell.box = {{9, 12, 17}, {50, 53, 58}};
  cell.centroid_um = {-0.6, 0.0, 1.0};
  cell.indices = {268.1, 201.1, 1.0, 37.5, 14.0, 1.366};
  scan->cells.push_back(cell);
  Cell debris;
  debris.label = 2;
  debris.box = {{60, 60, 60}, {62, 62, 62}};
  debris.centroid_um = {5.8, 5.8, 5.8};
  debris.indices.volume_fl = 0.06;
  debris.too_small = true;
  scan->cells.push_back(debris);
  return scan;
}

}  // namespace tomocyte
