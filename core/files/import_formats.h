// One loader per foreign format, behind open_scan(). Internal to core/files. Each leaves setup values that its
// file lacks at 0; each throws FileError.
#pragma once

#include <filesystem>

#include <string>
#include <vector>

#include "core/scan.h"

namespace tomocyte {

// HDF5 layouts other than the scan file: exact holograms, exact fields (E_total, E_incident), qpformat series.
struct Imported {
  Scan scan;
  bool own_format = false;           // a Tomocyte scan file, not an import
  std::vector<std::string> assumed;  // setup values that the file lacks and the loader assumed
};
[[nodiscard]] Imported import_hdf5(const std::filesystem::path& path);

// Grey TIFF, one frame per page, 8 or 16 bit.
[[nodiscard]] HologramStack import_tiff(const std::filesystem::path& path);

// NumPy .npz with `data` ([y, x] or [angle, y, x], unsigned integers) and optionally `bg_data`.
[[nodiscard]] HologramStack import_npz(const std::filesystem::path& path);

}  // namespace tomocyte
