// The picture of a cell in the gallery: the maximum projection along the optical axis of its surroundings.
#pragma once

#include <string>
#include <vector>

#include "core/scan.h"

namespace tomocyte {

inline constexpr int kThumbnailPixels = 96;

// PNG bytes per cell of the scan, in its order; all with the same scale (kThumbnailPixels are kThumbnailUm) and the
// same colours (medium index to kThumbnailRiAbove above it), so that cells can be compared. Empty without a tomogram.
// Needs no display; any thread.
[[nodiscard]] std::vector<std::string> cellThumbnails(const Scan& scan);

inline constexpr double kThumbnailUm = 16.0;       // edge of the square, the cell in its middle
inline constexpr double kThumbnailRiAbove = 0.06;  // white cells end below

}  // namespace tomocyte
