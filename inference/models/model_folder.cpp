#include "inference/models/model_folder.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/files/checksum.h"
#include "core/files/text_file.h"
#include "core/provenance.h"
#include "inference/models/tensor_file.h"

namespace tomocyte {
namespace {

constexpr const char* kCard = "model.json";
constexpr const char* kWeights = "weights.safetensors";
constexpr const char* kScript = "model.pt";
constexpr const char* kKnown = "known.safetensors";
constexpr const char* kCheck = "check.safetensors";
constexpr double kTolerance = 0.01;  // relative to 1 + |logit|: above what float32 and TF32 differ by

const char* weights_name(const ModelCard& card) { return card.architecture == "torchscript" ? kScript : kWeights; }

void verify_checksums(const std::filesystem::path& folder, const ModelCard& card) {
  for (const char* needed : {weights_name(card), kCheck})
    if (!card.files.contains(needed))
      throw FileError(folder / kCard, fmt::format("does not name {}", needed), "The model is incomplete.");
  for (const auto& [name, expected] : card.files) {
    if (std::filesystem::path(name).filename() != name)
      throw FileError(folder / kCard, fmt::format("names a file outside its folder: {}", name), "Do not use it.");
    if (file_checksum(folder / name) != expected)
      throw FileError(folder / name, "is not the file that the model was made with (its checksum differs)",
                      "Take the model folder whole from where it came.");
  }
}

NamedTensor tensor_from(const std::string& name, const Eigen::MatrixXf& matrix) {
  NamedTensor tensor{name, {matrix.rows(), matrix.cols()}, {}};
  tensor.values.resize(static_cast<std::size_t>(matrix.size()));
  Eigen::Map<Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>(tensor.values.data(), matrix.rows(),
                                                                                    matrix.cols()) = matrix;
  return tensor;
}

Eigen::MatrixXf matrix_from(const NamedTensor& tensor) {
  if (tensor.shape.size() != 2) throw InputError(fmt::format("\"{}\" is not a matrix", tensor.name));
  return Eigen::Map<const Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>(
      tensor.values.data(), tensor.shape[0], tensor.shape[1]);
}

void check_reproduces(const LoadedNetwork& network, const TensorFile& file) {
  const NamedTensor& cells = find_tensor(file.tensors, "cells");
  if (cells.shape.size() != 4) throw InputError("the test input is not of cells");
  const Eigen::MatrixXd expected = matrix_from(find_tensor(file.tensors, "logits")).cast<double>();
  const View<const float, 4> view(cells.values.data(),
                                  {cells.shape[0], cells.shape[1], cells.shape[2], cells.shape[3]});
  const Eigen::MatrixXd found = network.predict(view).logits;
  if (found.rows() != expected.rows() || found.cols() != expected.cols())
    throw InputError("the stored output of the test input has another shape than the network's");
  const double worst = ((found - expected).array().abs() / (1.0 + expected.array().abs())).maxCoeff();
  if (!(worst <= kTolerance))
    throw InputError(fmt::format("this machine does not reproduce the model's test output: it differs by {:.3g}, {} is "
                                 "allowed",
                                 worst, kTolerance),
                     "Try --device cpu; if that does not help, train the model again with this program.");
}

LoadedNetwork load_network(const std::filesystem::path& folder, const ModelCard& card,
                           const ModelLoadOptions& options) {
  const int classes = static_cast<int>(card.classes.size());
  if (card.architecture == "fish")
    return {card.network, card.input, classes, read_tensors(folder / kWeights).tensors, options.device};
  if (!options.trust_code)
    throw InputError("it is a TorchScript model: loading it runs code that came with it",
                     "If you trust its source, add --trust-model-code.");
  return {folder / kScript, card.input, classes, options.device};
}

TensorFile check_file(const ModelParts& parts) {
  const Array<float, 4>& cells = parts.check_cells;
  const LoadedNetwork network(parts.card.network, parts.card.input, static_cast<int>(parts.card.classes.size()),
                              parts.weights, {"cpu", 0});
  const NetworkPrediction output = network.predict(cells.view());
  NamedTensor input{"cells", {cells.shape().begin(), cells.shape().end()}, {}};
  input.values.assign(cells.values().begin(), cells.values().end());
  return {{std::move(input), tensor_from("logits", output.logits.cast<float>())}, {}};
}

}  // namespace

ModelCard read_card(const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / kCard;
  if (!std::filesystem::exists(path))
    throw FileError(folder, "is not a model folder: it has no model.json", "Name the folder of a model.");
  return card_from_json(read_text_file(path), path);
}

Model load_model(const std::filesystem::path& folder, const ModelLoadOptions& options) {
  ModelCard card = read_card(folder);
  verify_checksums(folder, card);
  try {
    LoadedNetwork network = load_network(folder, card, options);
    check_reproduces(network, read_tensors(folder / kCheck));
    NoveltyReference known;
    if (card.files.contains(kKnown) && card.largest_novelty > 0.0)
      known = {matrix_from(find_tensor(read_tensors(folder / kKnown).tensors, "features")), card.largest_novelty};
    std::string weights = card.files.at(weights_name(card));
    return {std::move(card), std::move(network), std::move(known), std::move(weights)};
  } catch (const InputError& error) {
    throw FileError(folder, error.what(), error.remedy());
  }
}

void save_model(const std::filesystem::path& folder, ModelParts parts) {
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  if (failure) throw FileError(folder, "cannot be made: " + failure.message(), "Choose another place.");
  // An old card would vouch for new weights.
  std::filesystem::remove(folder / kCard, failure);
  parts.card.created_utc = utc_now();
  parts.card.program_version = program_version() + " (" + git_revision() + ")";
  parts.card.largest_novelty = parts.known.threshold;
  write_tensors(folder / kWeights, {parts.weights, {}});
  write_tensors(folder / kKnown, {{tensor_from("features", parts.known.features)}, {}});
  write_tensors(folder / kCheck, check_file(parts));
  for (const char* name : {kWeights, kKnown, kCheck}) parts.card.files[name] = file_checksum(folder / name);
  write_text_file(folder / kCard, card_to_json(parts.card));
}

}  // namespace tomocyte
