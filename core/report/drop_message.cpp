#include "core/error.h"
#include "core/files/text_file.h"
#include "core/report/delivery.h"

namespace tomocyte {

Delivery drop_message(const Hl7Message& message, const std::filesystem::path& folder) {
  try {
    write_text_file(folder / (message.control_id + ".hl7"), message.text);
    return {Delivered::kAccepted, {}};
  } catch (const FileError& error) {
    return {Delivered::kUnreachable, error.what()};
  }
}

}  // namespace tomocyte
