// The input file of a verb and the setup values that a foreign file may lack.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>

#include "core/files/import.h"

namespace tomocyte {

struct Input {
  std::filesystem::path path;
  ImportOptions import;
};

// The positional FILE and --wavelength-um, --medium-index, --numerical-aperture, --pixel-size-um, --background.
void add_input(CLI::App& verb, Input& input);

// Where a result goes when the user names no file: the input itself when Tomocyte wrote it (the result joins
// the scan), otherwise NAME.tomocyte.h5 in the current folder.
[[nodiscard]] std::filesystem::path default_output(const std::filesystem::path& input);

// Throws FileError when `path` exists and `overwrite` was not given.
void refuse_to_overwrite(const std::filesystem::path& path, bool overwrite);

}  // namespace tomocyte
