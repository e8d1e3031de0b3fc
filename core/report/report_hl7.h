// The report as an HL7 v2.5.1 message, and the answers to it.
#pragma once

#include <optional>
#include <string>

#include "core/report/loinc_table.h"
#include "core/report/report.h"

namespace tomocyte {

struct Hl7Message {
  std::string control_id;  // MSH-10: the same report, version and content have the same one, so that a receiver can
                           // tell a repetition; 20 characters
  std::string text;        // UTF-8, segments end with a carriage return
};

// ORU^R01: MSH, PID, OBR, NTE (research use, simulated, not signed, amends, comments), then per result OBX and an NTE
// with cells counted and exact limits. Results have status R (entered, not verified) until the report is signed, then
// F, and C in an amendment. A class without LOINC code goes out with its own name, coding system L. A simulated report
// has processing id T (training). Throws InputError like check_report().
[[nodiscard]] Hl7Message report_hl7(const Report& report, const LoincTable& codes);

// Text as it stands in a field: the five delimiters escaped, a line's end as \.br\, other control characters left out.
[[nodiscard]] std::string hl7_escaped(const std::string& text);

struct Hl7Acknowledgement {
  std::string code;        // MSA-1: AA, AE, AR, CA, CE, CR
  std::string control_id;  // MSA-2: of the message that is answered
  std::string text;        // MSA-3 or the first ERR segment
};

// Absent when the text is no acknowledgement.
[[nodiscard]] std::optional<Hl7Acknowledgement> hl7_acknowledgement(const std::string& text);

}  // namespace tomocyte
