// Which model classifies what a verb measures.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "core/compute_device.h"
#include "inference/models/model.h"

namespace tomocyte {

// --model
CLI::Option* add_model_choice(CLI::App& verb, std::string& choice);

// `choice`: a model folder, "none", or empty for the installed one. Null: cells are not classified. Throws like
// load_model().
[[nodiscard]] std::shared_ptr<const Model> model_for(const std::string& choice, const ComputeDevice& device);

}  // namespace tomocyte
