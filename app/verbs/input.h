// The input file of a verb and the setup values that a foreign file may lack.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <functional>

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

// Throws FileError when nothing can be written there (no such folder, no permission), or when `path` exists and
// `overwrite` was not given: before the first minute is spent.
void refuse_to_overwrite(const std::filesystem::path& path, bool overwrite);

// Runs `work`; an InputError of it (wrong data, a missing setup value) is thrown on as a FileError that names `path`.
void naming_the_file(const std::filesystem::path& path, const std::function<void()>& work);

}  // namespace tomocyte
