// A model as a folder that can be copied and sent: model.json (the card), weights.safetensors (or model.pt,
// TorchScript), known.safetensors (features of training cells), check.safetensors (a test input and its output).
// docs/models.md describes it.
#pragma once

#include <filesystem>

#include "core/compute_device.h"
#include "inference/models/model.h"

namespace tomocyte {

struct ModelLoadOptions {
  ComputeDevice device;
  // A TorchScript model is a program that runs with the user's rights: it loads only where the user says so.
  bool trust_code = false;
};

// Checks that nothing is missing or changed, that the weights fit the card, and that this machine reproduces the stored
// output of the test input within 0.01. Throws FileError with the reason, InputError (TorchScript without trust_code),
// DeviceError.
[[nodiscard]] Model load_model(const std::filesystem::path& folder, const ModelLoadOptions& options = {});

// The card alone, checksums not verified. Throws FileError.
[[nodiscard]] ModelCard read_card(const std::filesystem::path& folder);

struct ModelParts {
  ModelCard card;  // files, created_utc and program_version are filled in
  NamedTensors weights;
  NoveltyReference known;
  Array<float, 4> check_cells;  // [cell, z, y, x], a few that the network is to reproduce
};
// Makes the folder if need be; model.json is written last, so that a folder with a card is whole. Throws FileError.
void save_model(const std::filesystem::path& folder, ModelParts parts);

}  // namespace tomocyte
