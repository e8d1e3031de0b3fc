// The smear file: one HDF5 file per scanned smear, readable with h5py; documented in docs/file-format.md.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "core/progress.h"
#include "core/smear_scan.h"

namespace tomocyte {

namespace hdf5 {
class File;
}

// Fills in the counts [y, x] of a tile, or of the background at a wavelength.
struct SmearPixels {
  std::function<void(Index wavelength, Index tile, View<std::uint16_t, 2> counts)> tile;
  std::function<void(Index wavelength, View<std::uint16_t, 2> counts)> background;
};

// Tile by tile: the memory holds one. Reserves the space of the uncompressed tiles first. Writes to a temporary name
// beside `path`, flushes to disk and renames. Throws FileError (no space, no permission) and
// what `pixels` throws.
void write_smear(const std::filesystem::path& path, const SmearScan& scan, const SmearPixels& pixels,
                 const Progress& progress = {});

// True for an HDF5 file that says that it is one.
[[nodiscard]] bool is_smear_file(const std::filesystem::path& path);

class SmearFile {
 public:
  // Throws FileError naming the path: not a smear file, damaged, a newer format version.
  explicit SmearFile(const std::filesystem::path& path);
  ~SmearFile();

  [[nodiscard]] const SmearScan& scan() const { return scan_; }
  // Counts [y, x]. Each throws FileError when a checksum fails or there is no such tile.
  [[nodiscard]] Array<std::uint16_t, 2> tile(Index wavelength, Index tile) const;
  [[nodiscard]] Array<std::uint16_t, 2> background(Index wavelength) const;

 private:
  void read_setup();
  void read_tiles();

  std::unique_ptr<hdf5::File> file_;
  SmearScan scan_;
};

}  // namespace tomocyte
