// One acquisition and everything computed from it: what a scan file holds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/cell.h"
#include "core/hologram_stack.h"
#include "core/provenance.h"
#include "core/tomogram.h"

namespace tomocyte {

// What a simulated scan was made from.
struct GroundTruth {
  std::string description_json;      // the phantom and every parameter of the simulation
  std::optional<Tomogram> tomogram;  // the phantom sampled on voxels
};

struct Scan {
  std::string sample_id;
  std::string donor_id;    // whose blood; empty: not known. Training never has a donor on both sides of a split
  bool simulated = false;  // shown on every screen, file and picture
  std::optional<HologramStack> holograms;
  std::optional<FieldStack> fields;
  std::optional<Tomogram> tomogram;
  Array<std::uint16_t, 3> labels;  // [z, y, x] like the tomogram, 0 = medium; empty before segmentation
  std::vector<Cell> cells;
  std::optional<GroundTruth> truth;
  std::vector<Provenance> provenance;  // oldest first
};

}  // namespace tomocyte
