// Which positions of a journal are complete, and their frames. Internal to the journals of the kinds of scan.
#pragma once

#include <string>
#include <vector>

#include "acquisition/journal/journal_reader.h"

namespace tomocyte {

struct CompletedPosition {
  bool whole = false;
  std::string note_json;
  std::vector<JournalReader::Entry> frames;  // by angle
  int next_attempt = 0;                      // one past the highest that the journal holds
};

// In place of the number of the next attempt of a position: it is finished.
inline constexpr int kPositionDone = -1;

// By position. One counts only with its own word that it is complete, and with every frame of that attempt: frames of
// an attempt that was cut short may be shifted against their patterns.
[[nodiscard]] std::vector<CompletedPosition> find_complete_positions(const JournalReader& reader, Index positions,
                                                                     Index frames_per_position);

// What remains to be done, by position: kPositionDone or the number of the next attempt.
[[nodiscard]] std::vector<int> next_attempts(const std::vector<CompletedPosition>& positions);

}  // namespace tomocyte
