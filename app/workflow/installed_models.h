// The models that come with the program.
#pragma once

#include <filesystem>
#include <vector>

namespace tomocyte {

// resources/models of the installation, or of the source tree that the program was built in; empty when there is none.
[[nodiscard]] std::filesystem::path models_folder();

// Folders below it that hold a card, by name.
[[nodiscard]] std::vector<std::filesystem::path> installed_models();

// The model that classifies when nobody has chosen one; empty when it is not installed.
[[nodiscard]] std::filesystem::path default_model();

}  // namespace tomocyte
