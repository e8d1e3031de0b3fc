// The parts of a scan that the HDF5 layouts share. Internal to core/files.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/files/hdf5.h"
#include "core/files/scan_file.h"
#include "core/scan.h"

namespace tomocyte::hdf5 {

// The objects of a dataset of JSON texts; none when there is no such dataset. Throws FileError for other text.
[[nodiscard]] std::vector<nlohmann::json> read_objects(const File& file, const std::string& dataset);
// Setup attributes of `group`, those it lacks from the root; 0 where neither has them.
[[nodiscard]] OpticalSetup read_setup(const File& file, const std::string& group);
[[nodiscard]] std::vector<WaveVector> read_vectors(const File& file, const std::string& dataset);
// /acquisition of a scan file or of the exact-hologram layout. bit_depth is 8 or 16 by the stored type unless the
// attribute tells.
[[nodiscard]] HologramStack read_holograms(const File& file);
// Throws FileError naming `dataset`: `found` differs from `wanted`.
void check_frames(const File& file, const std::string& dataset, Index found, Index wanted);
// Throws FileError naming `dataset`: empty, not one illumination vector per frame, a value that is not a number.
void check_fields(const File& file, const std::string& dataset, const FieldStack& fields);
// "/a, /b and 3 more", for messages about unknown files.
[[nodiscard]] std::string contents(const File& file);
[[nodiscard]] bool is_scan_file(const File& file);
[[nodiscard]] Scan read_scan_contents(const File& file, const ScanParts& parts, const Progress& progress);

}  // namespace tomocyte::hdf5
