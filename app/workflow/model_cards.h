// Models as the window needs them: loaded, and their cards as text.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/compute_device.h"
#include "inference/models/model.h"

namespace tomocyte {

// Throws FileError.
[[nodiscard]] std::string model_card_text(const std::filesystem::path& folder);

// Throws like load_model(); TorchScript is not loaded.
[[nodiscard]] std::shared_ptr<const Model> open_model(const std::filesystem::path& folder, const ComputeDevice& device);

}  // namespace tomocyte
