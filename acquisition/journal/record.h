// What a scan journal holds, record by record, and where records go. docs/journal.md describes the bytes.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>

#include "acquisition/camera.h"
#include "core/optical_setup.h"

namespace tomocyte {

enum class RecordType : std::uint32_t {
  kFrame = 1,             // payload: counts
  kPositionComplete = 2,  // payload: JSON; every frame of this position's last attempt is in order
  kAttemptDiscarded = 3,  // payload: JSON; the frames of this attempt are not to be used
  kFocusMap = 4,          // payload: JSON; of no position (-1): where a smear is in focus
};

// As on disk, little-endian and without gaps.
struct RecordHead {
  std::uint32_t mark = 0x43455254;  // "TREC"
  RecordType type = RecordType::kFrame;
  std::int32_t position = 0;  // 0: the background, then the plan's positions from 1
  std::uint32_t attempt = 0;
  std::uint32_t angle = 0;
  std::uint32_t height = 0;
  std::uint32_t width = 0;
  std::uint32_t bytes_per_count = 0;  // 1 up to 8 bits, else 2
  std::uint64_t frame_number = 0;     // of the camera
  double timestamp_s = 0.0;           // of the camera
  WaveVector illumination;            // commanded, rad/µm; of a smear's frame (wavelength in nm, exposure in ms)
  std::uint64_t payload_bytes = 0;
};
static_assert(sizeof(RecordHead) == 72 && std::is_trivially_copyable_v<RecordHead>);

struct JournalRecord {
  RecordHead head;
  std::shared_ptr<const CameraFrame> frame;  // of kFrame
  std::string note;                          // of the others
};

[[nodiscard]] JournalRecord frame_record(Index position, int attempt, Index angle, const WaveVector& illumination,
                                         int bit_depth, std::shared_ptr<const CameraFrame> frame);
[[nodiscard]] JournalRecord note_record(RecordType type, Index position, int attempt, std::string json);

// Where the engine's records go.
class RecordSink {
 public:
  virtual ~RecordSink() = default;
  // Throws FileError when the record cannot be kept.
  virtual void append(const JournalRecord& record) = 0;

 protected:
  RecordSink() = default;
  RecordSink(RecordSink&&) = default;
  RecordSink& operator=(RecordSink&&) = default;
};

}  // namespace tomocyte
