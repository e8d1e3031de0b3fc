// Pictures of a scan as PNG, without a window: what `tomocyte render` and `tomocyte run` write. Each carries scale
// bars, the refractive-index colour bar, the sample id, SIMULATED where it applies, and the research-use words.
#pragma once

#include <filesystem>
#include <string>

#include "core/scan.h"

namespace tomocyte {

struct PictureOptions {
  std::string view = "overview";       // overview, slices, mip, volume, hologram
  int width = 1600;                    // pixels
  double ri_minimum = 0.0;             // of the darkest colour; 0: the medium index
  double ri_maximum = 0.0;             // of the brightest colour; 0: from the data
  std::string colour_map = "viridis";  // viridis, cividis, inferno, magma, grey
  std::string look = "Colour map";     // of the 3D view: that, White cell, Red cell, Bead
  bool membrane = false;               // its surfaces, at the levels of surface_levels()
  bool interior = false;
};

struct VolumeLook;
// How the 3D view looks with these options. Throws InputError as render_picture does.
[[nodiscard]] VolumeLook picture_look(const Scan& scan, const PictureOptions& options);

// Slices, maximum projection and hologram need no display; volume and overview draw on $DISPLAY, or on a private
// Xvfb when there is none (an overview without either says so in the picture). Replaces `path` atomically.
// Call it from the main thread. Throws InputError (the scan lacks what the view shows, unknown view or colour map),
// DeviceError (volume without a display), FileError.
void render_picture(const Scan& scan, const std::filesystem::path& path, const PictureOptions& options = {});

// Slices, maximum projection, 3D view and cell table in one picture.
void render_overview(const Scan& scan, const std::filesystem::path& path);

}  // namespace tomocyte
