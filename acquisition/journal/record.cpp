#include "acquisition/journal/record.h"

namespace tomocyte {

JournalRecord frame_record(Index position, int attempt, Index angle, const WaveVector& illumination, int bit_depth,
                           std::shared_ptr<const CameraFrame> frame) {
  JournalRecord record;
  record.head.type = RecordType::kFrame;
  record.head.position = static_cast<std::int32_t>(position);
  record.head.attempt = static_cast<std::uint32_t>(attempt);
  record.head.angle = static_cast<std::uint32_t>(angle);
  record.head.height = static_cast<std::uint32_t>(frame->counts.shape(0));
  record.head.width = static_cast<std::uint32_t>(frame->counts.shape(1));
  record.head.bytes_per_count = bit_depth <= 8 ? 1 : 2;
  record.head.frame_number = frame->number;
  record.head.timestamp_s = frame->timestamp_s;
  record.head.illumination = illumination;
  record.head.payload_bytes = static_cast<std::uint64_t>(frame->counts.size()) * record.head.bytes_per_count;
  record.frame = std::move(frame);
  return record;
}

JournalRecord note_record(RecordType type, Index position, int attempt, std::string json) {
  JournalRecord record;
  record.head.type = type;
  record.head.position = static_cast<std::int32_t>(position);
  record.head.attempt = static_cast<std::uint32_t>(attempt);
  record.head.payload_bytes = json.size();
  record.note = std::move(json);
  return record;
}

}  // namespace tomocyte
