#include "core/provenance.h"

#include <chrono>
#include <ctime>

#include "git_revision.h"

namespace tomocyte {

std::string program_version() { return "tomocyte " TOMOCYTE_VERSION; }
std::string git_revision() { return TOMOCYTE_GIT_REVISION; }

std::string utc_now() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm utc{};
  gmtime_r(&now, &utc);
  char text[sizeof "2026-01-01T00:00:00Z"];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text;
}

Provenance make_provenance(std::string step) {
  Provenance record;
  record.step = std::move(step);
  record.program_version = program_version();
  record.git_revision = git_revision();
  record.time_utc = utc_now();
  return record;
}

}  // namespace tomocyte
