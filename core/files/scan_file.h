// The scan file: one HDF5 file per scan, readable with h5py; documented in docs/file-format.md.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/progress.h"
#include "core/scan.h"

namespace tomocyte {

// Which parts to read; a viewer of tomograms need not load the holograms.
struct ScanParts {
  bool holograms = true;
  bool fields = true;
  bool tomogram = true;
  bool truth = true;
};

// Reads a Tomocyte scan file (import.h opens every other kind). Throws FileError naming the path: not HDF5,
// truncated, a chunk whose checksum fails, a missing or wrongly shaped dataset, a newer format version.
[[nodiscard]] Scan read_scan(const std::filesystem::path& path, const ScanParts& parts = {},
                             const Progress& progress = {});

// Writes to a temporary name beside `path`, flushes to disk and renames, so that `path` is either the old file
// or the complete new one. Throws FileError (no space, no permission).
void write_scan(const std::filesystem::path& path, const Scan& scan, const Progress& progress = {});

struct DatasetInfo {
  std::string path;   // "/acquisition/holograms"
  std::string shape;  // "49 x 512 x 512"
  std::string type;   // "uint8"
  std::uint64_t stored_bytes = 0;
  bool checksummed = false;
  bool verified = true;  // false for kinds that are not read back (variable length)
  bool intact = true;    // every chunk read back with a matching checksum
  std::string problem;   // why not intact
};

struct ScanFileInfo {
  int format_version = 0;
  std::vector<DatasetInfo> datasets;
  [[nodiscard]] bool intact() const;
};

// True when the file begins as HDF5 does, whatever its name is.
[[nodiscard]] bool is_hdf5_file(const std::filesystem::path& path);

// Lists every dataset and reads all of it back to verify the checksums.
[[nodiscard]] ScanFileInfo inspect_scan_file(const std::filesystem::path& path, const Progress& progress = {});

}  // namespace tomocyte
