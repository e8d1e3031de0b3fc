#include "core/files/provenance_texts.h"

#include "core/files/scan_reader.h"

namespace tomocyte {

std::string as_text(const nlohmann::ordered_json& json) {
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::vector<std::string> provenance_texts(const std::vector<Provenance>& records) {
  std::vector<std::string> texts;
  for (const Provenance& record : records)
    texts.push_back(as_text({{"step", record.step},
                             {"program_version", record.program_version},
                             {"git_revision", record.git_revision},
                             {"time_utc", record.time_utc},
                             {"options", record.options_json},
                             {"input", record.input},
                             {"input_checksum", record.input_checksum},
                             {"device", record.device}}));
  return texts;
}

namespace hdf5 {

std::vector<Provenance> read_provenance(const File& file, const std::string& dataset) {
  std::vector<Provenance> records;
  for (const auto& json : read_objects(file, dataset)) {
    const auto get = [&](const char* key) { return json.value(key, std::string()); };
    records.push_back({get("step"), get("program_version"), get("git_revision"), get("time_utc"), get("options"),
                       get("input"), get("input_checksum"), get("device")});
  }
  return records;
}

}  // namespace hdf5

}  // namespace tomocyte
