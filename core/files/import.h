// Reading what other programs wrote: Mie and qpformat HDF5 layouts, TIFF stacks, NumPy .npz pairs.
#pragma once

#include <filesystem>
#include <optional>

#include "core/progress.h"
#include "core/scan.h"

namespace tomocyte {

// Values that a foreign file may lack. Each given value overrides the file's; a JSON file of the same name beside the
// data (holo.tif → holo.json: wavelength_um, medium_index, numerical_aperture, pixel_size_um, illumination,
// carrier_rad_per_um, background) is read first.
struct ImportOptions {
  std::optional<double> wavelength_um;
  std::optional<double> medium_index;
  std::optional<double> numerical_aperture;
  std::optional<double> pixel_size_um;
  std::filesystem::path background;  // a second file with the sample-free holograms
};

// Opens any file Tomocyte understands: its own scan files, the HDF5 layouts of exact fields (E_total,
// E_incident) and exact holograms, qpformat HDF5 series, TIFF stacks, .npz with `data` and `bg_data`.
// Throws FileError (what is wrong with the file, which formats are read) or InputError (which setup value is missing
// and how to give it).
[[nodiscard]] Scan open_scan(const std::filesystem::path& path, const ImportOptions& options = {},
                             const Progress& progress = {});

}  // namespace tomocyte
