#include "acquisition/position_report.h"

#include <fmt/format.h>

#include "core/error.h"

namespace tomocyte {

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void scan_until_whole(PositionReport& report, const AttemptSettings& settings) {
  int attempt = settings.first_attempt;
  std::string fault = settings.scan(attempt);
  for (int repeat = 0; !fault.empty(); ++repeat) {
    report.faults.push_back(fault);
    settings.push(note_record(RecordType::kAttemptDiscarded, report.position, attempt, settings.note(fault)));
    if (repeat >= settings.max_repeats)
      throw DeviceError(fmt::format("{} ({} attempts)", fault, report.attempts), settings.remedy);
    ++attempt;
    ++report.attempts;
    fault = settings.scan(attempt);
  }
  settings.push(note_record(RecordType::kPositionComplete, report.position, attempt, settings.note({})));
}

}  // namespace tomocyte
