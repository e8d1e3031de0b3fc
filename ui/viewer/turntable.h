// Pictures and turntable movies of the 3D view as files.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "core/options.h"
#include "core/progress.h"
#include "ui/volume_scene.h"

namespace tomocyte {

struct TurntableOptions {
  int width = 800;     // pixels, even for MP4
  int height = 800;    // pixels
  int frames = 120;    // of one whole turn
  double rate = 24.0;  // frames per second, of the MP4
};
template <>
const OptionTable<TurntableOptions>& option_table<TurntableOptions>();

struct VolumeSubject {
  std::shared_ptr<const Scan> scan;
  VolumeLook look;
  std::optional<CameraPose> pose;  // absent: obliquely from above
  int cell = 0;                    // that is looked at; 0: all
};

// One labelled frame as PNG. Replaces `path` atomically. Throws InputError (no tomogram), DeviceError (no OpenGL),
// FileError, Cancelled.
void write_volume_picture(const VolumeSubject& subject, const std::filesystem::path& path, int width, int height);

// One turn about the picture's vertical axis. A `path` that ends in .mp4 becomes a movie, made by the program ffmpeg;
// any other is a folder of frame-0001.png and so on, which must not exist or be empty. Cancelled or failed, nothing is
// left of it. One thread only, which need not be the GUI's. Throws InputError (no tomogram, options out of range),
// DeviceError (no OpenGL; no ffmpeg), FileError, Cancelled.
void write_turntable(const VolumeSubject& subject, const std::filesystem::path& path, const TurntableOptions& options,
                     const Progress& progress = {});

// Whether the program ffmpeg is on PATH.
[[nodiscard]] bool canWriteMovies();

}  // namespace tomocyte
