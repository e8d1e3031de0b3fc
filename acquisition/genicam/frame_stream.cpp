#include "acquisition/genicam/frame_stream.h"

#include <arv.h>
#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <vector>

#include "acquisition/genicam/aravis_error.h"
#include "acquisition/genicam/frame_numbers.h"
#include "core/error.h"

namespace tomocyte {
namespace {

// Buffers beyond the ring's: frames that are being received while the ring is full.
constexpr std::size_t kFillingBuffers = 4;

struct WaitingFrame {
  ArvBuffer* buffer;
  std::uint64_t number;
};

// Where one frame lies in a buffer.
struct ImageLayout {
  const void* data = nullptr;
  Shape<2> shape{};
  int pixel_bytes = 0;
  std::size_t row_bytes = 0;  // with the padding that some cameras send
  [[nodiscard]] std::size_t bytes() const { return row_bytes * static_cast<std::size_t>(shape[0]); }
};

// Nothing when the buffer holds no whole monochrome picture.
std::optional<ImageLayout> layout_of(ArvBuffer* buffer) {
  if (arv_buffer_get_status(buffer) != ARV_BUFFER_STATUS_SUCCESS || arv_buffer_get_n_parts(buffer) == 0)
    return std::nullopt;
  std::size_t size = 0;
  int padding = 0;
  ImageLayout layout;
  layout.data = arv_buffer_get_image_data(buffer, &size);
  layout.shape = {arv_buffer_get_image_height(buffer), arv_buffer_get_image_width(buffer)};
  const int pixel_bits = ARV_PIXEL_FORMAT_BIT_PER_PIXEL(arv_buffer_get_image_pixel_format(buffer));
  layout.pixel_bytes = pixel_bits / 8;
  arv_buffer_get_image_padding(buffer, &padding, nullptr);
  layout.row_bytes = static_cast<std::size_t>(layout.shape[1] * layout.pixel_bytes + padding);
  const bool readable = (pixel_bits == 8 || pixel_bits == 16) && layout.data && size >= layout.bytes();
  return readable ? std::optional(layout) : std::nullopt;
}

template <class Pixel>
Array<std::uint16_t, 2> copied(const ImageLayout& layout) {
  Array<std::uint16_t, 2> counts(layout.shape);
  for (Index y = 0; y < layout.shape[0]; ++y) {
    const auto* row = reinterpret_cast<const Pixel*>(static_cast<const char*>(layout.data) +
                                                     static_cast<std::size_t>(y) * layout.row_bytes);
    std::copy_n(row, layout.shape[1], counts[y].data());
  }
  return counts;
}

}  // namespace

// Lives as long as Aravis's thread or a frame that lies in one of its buffers. Guarded by the connection's mutex.
struct FrameStream::Ring {
  std::shared_ptr<Connection> connection;
  ArvStream* stream = nullptr;  // not set before the first buffer is pushed, and no longer once it is closed
  std::size_t capacity = 0;
  std::size_t payload_bytes = 0;
  std::deque<WaitingFrame> waiting;
  std::vector<ArvBuffer*> spares;  // for buffers that the reader keeps
  FrameNumbers numbers{0};
  std::uint64_t delivered = 0;
  std::uint64_t dropped = 0;

  ~Ring() {
    for (const WaitingFrame& frame : waiting) g_object_unref(frame.buffer);
    for (ArvBuffer* buffer : spares) g_object_unref(buffer);
  }

  void receive();
  void replace_taken();
  void give_back(ArvBuffer* buffer);
};

// In Aravis's thread: a buffer is full, or damaged.
void FrameStream::Ring::receive() {
  const std::lock_guard lock(connection->mutex);
  ArvBuffer* buffer = stream ? arv_stream_try_pop_buffer(stream) : nullptr;
  if (!buffer) return;
  const bool whole = layout_of(buffer).has_value();
  if (!whole && arv_buffer_get_status(buffer) != ARV_BUFFER_STATUS_ABORTED) numbers.damaged();
  if (whole) {
    const std::uint64_t number = numbers.whole(arv_buffer_get_frame_id(buffer));
    if (waiting.size() < capacity) {
      waiting.push_back({buffer, number});
      connection->changed.notify_all();
      return;
    }
    ++dropped;
  }
  arv_stream_push_buffer(stream, buffer);
}

void FrameStream::Ring::replace_taken() {
  ArvBuffer* buffer = nullptr;
  if (spares.empty()) {
    buffer = arv_buffer_new(payload_bytes, nullptr);
  } else {
    buffer = spares.back();
    spares.pop_back();
  }
  arv_stream_push_buffer(stream, buffer);
}

void FrameStream::Ring::give_back(ArvBuffer* buffer) {
  const std::lock_guard lock(connection->mutex);
  if (stream && spares.size() < kFillingBuffers)
    spares.push_back(buffer);
  else
    g_object_unref(buffer);
}

FrameStream::FrameStream(ArvCamera* camera, const std::string& name, std::size_t ring_frames,
                         std::uint64_t first_number, std::shared_ptr<Connection> connection)
    : name_(name), connection_(std::move(connection)), ring_(std::make_shared<Ring>()) {
  ring_->connection = connection_;
  ring_->capacity = ring_frames;
  ring_->numbers = FrameNumbers(first_number);
  ring_->payload_bytes =
      ask_aravis(name, "read PayloadSize", [&](GError** e) { return arv_camera_get_payload(camera, e); });
  const ArvStreamCallback received = [](void* ring, ArvStreamCallbackType type, ArvBuffer*) {
    if (type == ARV_STREAM_CALLBACK_TYPE_BUFFER_DONE) (*static_cast<std::shared_ptr<Ring>*>(ring))->receive();
  };
  const GDestroyNotify release = [](void* ring) { delete static_cast<std::shared_ptr<Ring>*>(ring); };
  ArvStream* stream = ask_aravis(name, "open the stream", [&](GError** e) {
    return arv_camera_create_stream_full(camera, received, new std::shared_ptr<Ring>(ring_), release, e);
  });
  if (ARV_IS_GV_STREAM(stream)) g_object_set(stream, "socket-buffer", ARV_GV_STREAM_SOCKET_BUFFER_AUTO, nullptr);

  const std::lock_guard lock(connection_->mutex);
  ring_->stream = stream;
  for (std::size_t i = 0; i < ring_frames + kFillingBuffers; ++i)
    arv_stream_push_buffer(stream, arv_buffer_new(ring_->payload_bytes, nullptr));
}

FrameStream::~FrameStream() {
  ArvStream* stream = nullptr;
  {
    const std::lock_guard lock(connection_->mutex);
    stream = std::exchange(ring_->stream, nullptr);
  }
  g_object_unref(stream);  // waits for Aravis's thread, which may be about to lock the mutex
}

std::optional<CameraFrame> FrameStream::next(std::chrono::milliseconds timeout) {
  WaitingFrame taken{};
  {
    std::unique_lock lock(connection_->mutex);
    connection_->changed.wait_for(lock, timeout, [this] { return connection_->lost || !ring_->waiting.empty(); });
    if (ring_->waiting.empty()) {
      if (!connection_->lost) return std::nullopt;
      throw DeviceError(fmt::format("camera \"{}\" was lost while streaming, after {} frames", name_, ring_->delivered),
                        "Check its power and its cable, and that no other program took it; then open it again.");
    }
    taken = ring_->waiting.front();
    ring_->waiting.pop_front();
    ++ring_->delivered;
    ring_->replace_taken();
  }
  const std::shared_ptr<void> owner(taken.buffer,
                                    [ring = ring_](void* buffer) { ring->give_back(static_cast<ArvBuffer*>(buffer)); });
  const ImageLayout layout = layout_of(taken.buffer).value();
  CameraFrame frame;
  frame.number = taken.number;
  frame.timestamp_s = 1e-9 * static_cast<double>(arv_buffer_get_timestamp(taken.buffer));
  const bool in_place =
      layout.pixel_bytes == 2 && layout.row_bytes == sizeof(std::uint16_t) * static_cast<std::size_t>(layout.shape[1]);
  if (in_place) {
    auto* pixels = const_cast<std::uint16_t*>(static_cast<const std::uint16_t*>(layout.data));
    frame.counts = Array<std::uint16_t, 2>::adopt(pixels, layout.shape, owner);
  } else {
    frame.counts = layout.pixel_bytes == 1 ? copied<std::uint8_t>(layout) : copied<std::uint16_t>(layout);
  }
  return frame;
}

StreamStatistics FrameStream::statistics() const {
  const std::lock_guard lock(connection_->mutex);
  return {ring_->delivered, ring_->dropped, ring_->numbers.lost()};
}

std::uint64_t FrameStream::next_number() const {
  const std::lock_guard lock(connection_->mutex);
  return ring_->numbers.next();
}

}  // namespace tomocyte
