// Writing for other programs: volumes as OME-TIFF, NIfTI and VTI; cell tables as CSV.
#pragma once

#include <filesystem>

#include "core/scan.h"

namespace tomocyte {

// Each is written to a temporary name and renamed. Each throws FileError (no space, no permission) and InputError
// (an invalid tomogram; for NIfTI an axis above 32767 voxels). export_nifti compresses when the name ends in .gz.
// Float32 refractive index, physical voxel size in micrometres. `simulated` is written into the file's description.
void export_ome_tiff(const std::filesystem::path& path, const Tomogram& tomogram, bool simulated);
void export_nifti(const std::filesystem::path& path, const Tomogram& tomogram, bool simulated);
void export_vti(const std::filesystem::path& path, const Tomogram& tomogram, bool simulated);

// UTF-8, point and comma whatever the locale, a header row, a units row, one row per cell.
void export_cells_csv(const std::filesystem::path& path, const Scan& scan);

// A text in quotes, its own doubled.
[[nodiscard]] std::string csv_quoted(const std::string& value);

}  // namespace tomocyte
