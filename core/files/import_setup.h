// What a file leaves out about the instrument: from the JSON beside it and from the command line. Internal to
// core/files.
#pragma once

#include <optional>
#include <vector>

#include "core/files/import.h"

namespace tomocyte {

// ImportOptions, completed by the JSON beside the data (import.h). Given options win over the JSON.
struct ImportSetup {
  ImportOptions options;
  std::vector<WaveVector> illumination;
  std::optional<WaveVector> carrier;
  std::optional<int> bit_depth;
  [[nodiscard]] bool empty() const;
};

// Throws FileError when the JSON cannot be understood or holds a name that is not one of import.h's.
[[nodiscard]] ImportSetup read_import_setup(const std::filesystem::path& data, const ImportOptions& given);

// Overrides what `scan`, read from `data`, holds. The background is not read here. Throws FileError naming the JSON
// when its illumination does not fit the frames.
void apply(const ImportSetup& setup, const std::filesystem::path& data, Scan& scan);

// Throws InputError naming each of the four setup values that is still missing and the options that give it.
void require_setup(const std::filesystem::path& path, const Scan& scan);

// The setup that was used, for provenance; `assumed` names the values that no file gave.
[[nodiscard]] std::string setup_json(const Scan& scan, const ImportOptions& options,
                                     const std::vector<std::string>& assumed);

}  // namespace tomocyte
