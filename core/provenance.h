// Where a computed thing comes from. Stored beside every result, one record per step.
#pragma once

#include <string>

namespace tomocyte {

struct Provenance {
  std::string step;             // "acquisition", "import", "reconstruction", "measurement"
  std::string program_version;  // "tomocyte 0.1.0"
  std::string git_revision;
  std::string time_utc;        // ISO 8601
  std::string options_json;    // every option of the step, defaults included
  std::string input;           // file name or device of the input
  std::string input_checksum;  // "sha256:…" of the data the step worked on
  std::string device;          // "CPU, 2 threads", "NVIDIA H200", "simulated microscope"
  bool operator==(const Provenance&) const = default;
};

// Version, revision and time filled in; the rest is the caller's.
[[nodiscard]] Provenance make_provenance(std::string step);
[[nodiscard]] std::string program_version();
[[nodiscard]] std::string git_revision();
[[nodiscard]] std::string utc_now();

}  // namespace tomocyte
