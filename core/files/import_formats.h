// One loader per foreign format, behind open_scan(). Internal to core/files. Each leaves setup values that its
// file lacks at 0.
#pragma once

#include <filesystem>

#include "core/scan.h"

namespace tomocyte {

// HDF5 layouts other than the scan file: exact holograms, exact fields (E_total, E_incident), qpformat series.
[[nodiscard]] Scan import_hdf5(const std::filesystem::path& path);

// Grey TIFF, one frame per page, 8 or 16 bit.
[[nodiscard]] HologramStack import_tiff(const std::filesystem::path& path);

// NumPy .npz with `data` ([y, x] or [angle, y, x], unsigned integers) and optionally `bg_data`.
[[nodiscard]] HologramStack import_npz(const std::filesystem::path& path);

}  // namespace tomocyte
