// A scanned smear: everything but its pixels, which are too many to be held (core/files/smear_file.h).
#pragma once

#include <string>
#include <vector>

#include "core/array.h"
#include "core/provenance.h"
#include "core/smear_region.h"

namespace tomocyte {

// One field of the raster. Pixel [y, x] of the tile lies at x_um + (x - width / 2) pixel_size_um, and likewise in y, on
// the slide, as far as the stage went where it was told: rows run along +y, columns along +x.
struct SmearTile {
  Index row = 0;
  Index column = 0;
  double x_um = 0.0;  // commanded place of the stage
  double y_um = 0.0;
  double z_um = 0.0;  // its focus; 0 in a plan
  bool operator==(const SmearTile&) const = default;
};

struct SmearWavelength {
  double wavelength_nm = 260.0;
  int filter = 1;  // position of the filter wheel, from 1
  double exposure_ms = 100.0;
  bool operator==(const SmearWavelength&) const = default;
};

// Where and when the cell-free images were taken, one per wavelength with that wavelength's exposure.
struct SmearBackground {
  double x_um = 0.0;
  double y_um = 0.0;
  double z_um = 0.0;
  std::string time_utc;  // ISO 8601
};

struct SmearScan {
  std::string sample_id;
  bool simulated = false;
  double pixel_size_um = 0.0;  // in the sample plane
  double numerical_aperture = 0.0;
  int bit_depth = 8;
  Shape<2> tile_shape{};  // [y, x] pixels
  SmearRegion region;
  double overlap = 0.0;  // of neighbouring tiles, as a fraction of their width and height
  std::vector<SmearWavelength> wavelengths;
  std::vector<SmearTile> tiles;  // in the order in which they were acquired
  SmearBackground background;
  std::string focus_json;  // the focus map and the points that it was fitted to
  std::string truth_json;  // of a simulated scan: what lies where; empty: not known
  std::vector<Provenance> provenance;
};

}  // namespace tomocyte
