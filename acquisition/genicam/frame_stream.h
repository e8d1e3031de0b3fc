// The bounded ring of frames between Aravis's receiving thread and the reader. Internal to the GenICam driver.
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "acquisition/camera.h"

typedef struct _ArvCamera ArvCamera;

namespace tomocyte {

// Whether the device still answers. Shared with Aravis's threads, which outlive a stream.
struct Connection {
  std::mutex mutex;
  std::condition_variable changed;
  bool lost = false;
};

// Ready to receive from construction to destruction; starting and stopping the camera is the caller's.
//
// Frames of more than 8 bits are not copied: the array that next() returns lies in Aravis's buffer and gives it back
// when it goes. The ring never runs short of buffers because a reader keeps frames: others are allocated in their
// place.
class FrameStream {
 public:
  // Throws DeviceError when the stream cannot be opened.
  FrameStream(ArvCamera* camera, const std::string& name, std::size_t ring_frames, std::uint64_t first_number,
              std::shared_ptr<Connection> connection);
  ~FrameStream();
  FrameStream(const FrameStream&) = delete;
  FrameStream& operator=(const FrameStream&) = delete;

  // What waits in the ring is still delivered after the device is lost; then throws DeviceError.
  [[nodiscard]] std::optional<CameraFrame> next(std::chrono::milliseconds timeout);
  // From any thread.
  [[nodiscard]] StreamStatistics statistics() const;
  // Number of the frame that would come next.
  [[nodiscard]] std::uint64_t next_number() const;

 private:
  struct Ring;
  std::string name_;
  std::shared_ptr<Connection> connection_;
  std::shared_ptr<Ring> ring_;
};

}  // namespace tomocyte
