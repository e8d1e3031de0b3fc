// Flags of a cell as the one number that the tables hold. Internal to core/catalog.
#pragma once

#include "core/catalog/records.h"

namespace tomocyte {

inline constexpr int kArtefactBit = 1;
inline constexpr int kDoubletBit = 2;
inline constexpr int kDeadBit = 4;
inline constexpr int kUnclearBit = 8;
// A cell with one of these needs no class.
inline constexpr int kClassNotNeeded = kArtefactBit | kDoubletBit | kDeadBit;

[[nodiscard]] inline int to_bits(const CellFlags& flags) {
  return (flags.artefact ? kArtefactBit : 0) | (flags.doublet ? kDoubletBit : 0) | (flags.dead ? kDeadBit : 0) |
         (flags.unclear ? kUnclearBit : 0);
}

[[nodiscard]] inline CellFlags flags_from(int bits) {
  return {(bits & kArtefactBit) != 0, (bits & kDoubletBit) != 0, (bits & kDeadBit) != 0, (bits & kUnclearBit) != 0};
}

}  // namespace tomocyte
