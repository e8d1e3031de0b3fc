// Provenance and other JSON as texts in an HDF5 file. Internal to core/files.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/files/hdf5.h"
#include "core/provenance.h"

namespace tomocyte {

// A path or a name that is not UTF-8 must not stop a scan from being saved.
[[nodiscard]] std::string as_text(const nlohmann::ordered_json& json);
// One JSON object per record.
[[nodiscard]] std::vector<std::string> provenance_texts(const std::vector<Provenance>& records);

namespace hdf5 {
// None when there is no such dataset. Throws FileError.
[[nodiscard]] std::vector<Provenance> read_provenance(const File& file, const std::string& dataset);
}  // namespace hdf5

}  // namespace tomocyte
