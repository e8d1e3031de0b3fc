#include "acquisition/journal/completed_positions.h"

#include <algorithm>
#include <map>

namespace tomocyte {

std::vector<CompletedPosition> find_complete_positions(const JournalReader& reader, Index positions,
                                                       Index frames_per_position) {
  std::vector<CompletedPosition> completed(static_cast<std::size_t>(positions));
  std::map<std::pair<std::int32_t, std::uint32_t>, std::map<std::uint32_t, JournalReader::Entry>> attempts;
  for (const JournalReader::Entry& entry : reader.records()) {
    const RecordHead& head = entry.head;
    if (head.position < 0 || head.position >= positions) continue;
    CompletedPosition& position = completed[static_cast<std::size_t>(head.position)];
    position.next_attempt = std::max(position.next_attempt, static_cast<int>(head.attempt) + 1);
    auto& frames = attempts[{head.position, head.attempt}];
    if (head.type == RecordType::kFrame) frames.insert_or_assign(head.angle, entry);
    if (head.type == RecordType::kAttemptDiscarded) frames.clear();
    if (head.type != RecordType::kPositionComplete || static_cast<Index>(frames.size()) != frames_per_position)
      continue;
    position.whole = true;
    position.note_json = reader.note(entry);
    position.frames.clear();
    for (const auto& [angle, frame] : frames) position.frames.push_back(frame);
  }
  return completed;
}

std::vector<int> next_attempts(const std::vector<CompletedPosition>& positions) {
  std::vector<int> next;
  for (const CompletedPosition& position : positions)
    next.push_back(position.whole ? kPositionDone : position.next_attempt);
  return next;
}

}  // namespace tomocyte
