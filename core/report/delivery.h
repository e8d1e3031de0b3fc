// What became of one attempt to hand a message over, and the two ways to try: MLLP over TCP and a folder.
#pragma once

#include <filesystem>
#include <string>

#include "core/options.h"
#include "core/report/report_hl7.h"

namespace tomocyte {

enum class Delivered {
  kAccepted,     // acknowledged (AA, CA), or written to the folder
  kRefused,      // AR, CR: the receiver will never take this message
  kFailed,       // AE, CE: the receiver could not process it
  kUnanswered,   // sent, but no acknowledgement of this message came back
  kUnreachable,  // not sent: nobody listens, or the folder is not there
};

struct Delivery {
  Delivered outcome = Delivered::kUnreachable;
  std::string text;  // what the receiver or the system said; empty when accepted without a word
};

struct MllpOptions {
  std::string host = "127.0.0.1";
  int port = 2575;          // the one registered for HL7
  double timeout_s = 10.0;  // to connect, and for the acknowledgement
};
template <>
const OptionTable<MllpOptions>& option_table<MllpOptions>();

// Opens a connection, sends the message in its frame (0x0B … 0x1C 0x0D) and waits for the acknowledgement whose MSA-2
// is the message's control id; answers to other messages are passed over. Blocks up to twice the timeout. Never throws
// for what the network does: that is the outcome.
[[nodiscard]] Delivery send_mllp(const Hl7Message& message, const MllpOptions& options);

// Writes CONTROL-ID.hl7 into the folder under a temporary name and renames it, so that who collects the files never
// sees half of one. A file of that name from an earlier attempt is replaced by itself.
[[nodiscard]] Delivery drop_message(const Hl7Message& message, const std::filesystem::path& folder);

}  // namespace tomocyte
