#include "acquisition/journal/provenance_json.h"

namespace tomocyte {

nlohmann::ordered_json provenance_json(const Provenance& p) {
  return {{"step", p.step},
          {"program_version", p.program_version},
          {"git_revision", p.git_revision},
          {"time_utc", p.time_utc},
          {"options", p.options_json},
          {"input", p.input},
          {"input_checksum", p.input_checksum},
          {"device", p.device}};
}

Provenance provenance_from(const nlohmann::ordered_json& json) {
  return {json.at("step"),    json.at("program_version"), json.at("git_revision"),   json.at("time_utc"),
          json.at("options"), json.at("input"),           json.at("input_checksum"), json.at("device")};
}

}  // namespace tomocyte
