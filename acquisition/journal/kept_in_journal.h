// What acquiring into a journal and resuming from it ask and say. Internal to the engines.
#pragma once

#include <fmt/format.h>

#include <filesystem>

#include "acquisition/camera.h"
#include "core/error.h"

namespace tomocyte {

// Runs `scan` and tells the user of a failed device that nothing is lost and how to go on.
template <class ScanInto>
auto kept_in(const std::filesystem::path& journal, ScanInto&& scan) {
  try {
    return scan();
  } catch (const DeviceError& error) {
    throw DeviceError(error.what(), fmt::format("{}{}What was acquired is in {}; resume the scan with it.",
                                                error.remedy(), error.remedy().empty() ? "" : " ", journal.string()));
  }
}

// Throws InputError when the camera does not give the frames that the journal holds.
inline void check_same_camera(const Camera& camera, const Shape<2>& frame_shape, int bit_depth,
                              const std::filesystem::path& journal) {
  if (camera.bit_depth() == bit_depth && camera.frame_shape() == frame_shape) return;
  throw InputError(
      fmt::format("the camera gives {} pixels of {} bit, {} has {} of {} bit", to_string(camera.frame_shape()),
                  camera.bit_depth(), journal.string(), to_string(frame_shape), bit_depth),
      "Set the camera as it was, or acquire a new scan.");
}

}  // namespace tomocyte
