// Writes one scanned smear into one HDF5 file (docs/file-format.md), atomically.
#include <algorithm>

#include "core/error.h"
#include "core/files/provenance_texts.h"
#include "core/files/reserved_space.h"
#include "core/files/smear_file.h"
#include "core/files/smear_layout.h"

namespace tomocyte {
namespace {

using hdf5::File;

void write_setup(const File& file, const SmearScan& scan) {
  file.set_text("/", "format", smear_layout::kFormat);
  file.set_integer("/", "format_version", smear_layout::kFormatVersion);
  file.set_text("/", "program", program_version() + " " + git_revision());
  file.set_text("/", "sample_id", scan.sample_id);
  file.set_integer("/", "simulated", scan.simulated ? 1 : 0);
  file.make_group(smear_layout::kSmear);
  file.set_number(smear_layout::kSmear, "pixel_size_um", scan.pixel_size_um);
  file.set_number(smear_layout::kSmear, "numerical_aperture", scan.numerical_aperture);
  file.set_integer(smear_layout::kSmear, "bit_depth", scan.bit_depth);
  file.set_number(smear_layout::kSmear, "overlap", scan.overlap);
  file.set_numbers(smear_layout::kSmear, "region_um",
                   {scan.region.x_um, scan.region.y_um, scan.region.width_um, scan.region.height_um});
}

void write_table(const File& file, const std::string& dataset, const Array<double, 2>& table,
                 const std::string& columns) {
  file.write<double, 2>(dataset, table.view(), table.shape());
  file.set_text(dataset, "columns", columns);
}

void write_tables(const File& file, const SmearScan& scan) {
  Array<double, 2> wavelengths({static_cast<Index>(scan.wavelengths.size()), 3});
  for (Index i = 0; i < wavelengths.shape(0); ++i) {
    const SmearWavelength& w = scan.wavelengths[static_cast<std::size_t>(i)];
    wavelengths(i, 0) = w.wavelength_nm;
    wavelengths(i, 1) = w.exposure_ms;
    wavelengths(i, 2) = w.filter;
  }
  write_table(file, smear_layout::kWavelengths, wavelengths, "wavelength_nm, exposure_ms, filter");
  Array<double, 2> places({static_cast<Index>(scan.tiles.size()), 5});
  for (Index i = 0; i < places.shape(0); ++i) {
    const SmearTile& tile = scan.tiles[static_cast<std::size_t>(i)];
    places(i, 0) = tile.x_um;
    places(i, 1) = tile.y_um;
    places(i, 2) = tile.z_um;
    places(i, 3) = static_cast<double>(tile.row);
    places(i, 4) = static_cast<double>(tile.column);
  }
  write_table(file, smear_layout::kPlaces, places, "x_um, y_um, z_um, row, column");
}

std::uintmax_t plane_bytes(const SmearScan& scan) {
  return sizeof(std::uint16_t) * static_cast<std::uintmax_t>(element_count(scan.tile_shape));
}

void write_pixels(const File& file, const SmearScan& scan, const SmearPixels& pixels, ReservedSpace& space,
                  const Progress& progress) {
  const auto wavelengths = static_cast<Index>(scan.wavelengths.size());
  const auto tiles = static_cast<Index>(scan.tiles.size());
  const auto [height, width] = scan.tile_shape;
  Array<std::uint16_t, 2> counts(scan.tile_shape);
  file.make_dataset(smear_layout::kBackgrounds, {wavelengths, height, width}, {1, height, width}, H5T_STD_U16LE);
  file.set_numbers(smear_layout::kBackgrounds, "stage_um",
                   {scan.background.x_um, scan.background.y_um, scan.background.z_um});
  file.set_text(smear_layout::kBackgrounds, "time_utc", scan.background.time_utc);
  file.make_dataset(smear_layout::kTiles, {wavelengths, tiles, height, width}, {1, 1, height, width}, H5T_STD_U16LE);
  for (Index w = 0; w < wavelengths; ++w) {
    pixels.background(w, counts.view());
    space.release(plane_bytes(scan));
    file.write_plane(smear_layout::kBackgrounds, {w}, counts.view());
    for (Index tile = 0; tile < tiles; ++tile) {
      progress.report(static_cast<double>(w * tiles + tile) / static_cast<double>(wavelengths * tiles));
      pixels.tile(w, tile, counts.view());
      space.release(plane_bytes(scan));
      file.write_plane(smear_layout::kTiles, {w, tile}, counts.view());
    }
  }
}

// An upper bound: compression only helps.
std::uintmax_t bytes_of(const SmearScan& scan) {
  const std::size_t frames = scan.wavelengths.size() * (scan.tiles.size() + 1);
  return (1U << 20) + frames * plane_bytes(scan) + scan.truth_json.size() + 4096 * scan.tiles.size();
}

}  // namespace

void write_smear(const std::filesystem::path& path, const SmearScan& scan, const SmearPixels& pixels,
                 const Progress& progress) {
  if (scan.wavelengths.empty() || scan.tiles.empty() || element_count(scan.tile_shape) == 0)
    throw InputError("a smear without tiles or wavelengths cannot be written");
  AtomicFile target(path, bytes_of(scan));
  ReservedSpace space(target, bytes_of(scan));
  File file = File::create_on_disk(target);
  write_setup(file, scan);
  write_tables(file, scan);
  write_pixels(file, scan, pixels, space, progress);
  space.release(bytes_of(scan));  // the rest is for what follows
  if (!scan.focus_json.empty()) file.write_texts(smear_layout::kFocus, {scan.focus_json});
  if (!scan.truth_json.empty()) file.write_texts(smear_layout::kTruth, {scan.truth_json});
  if (!scan.provenance.empty()) file.write_texts(smear_layout::kProvenance, provenance_texts(scan.provenance));
  file.close();
  progress.check();
  target.commit();
  progress.report(1.0);
}

}  // namespace tomocyte
