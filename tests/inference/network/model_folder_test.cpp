#include "inference/models/model_folder.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/files/checksum.h"
#include "inference/calibration.h"
#include "inference/models/tensor_file.h"
#include "tests/catch.h"
#include "tests/core/files_fixture.h"
#include "toy_cells.h"

using namespace tomocyte;
using tomocyte::test::bytes_of;
using tomocyte::test::contains;
using tomocyte::test::error_of;
using tomocyte::test::Folder;
using tomocyte::test::write_bytes;

namespace {

// Untrained, which is enough for files.
ModelParts toy_parts() {
  const LabelledCells set = test::toy_cells(8);
  TrainingPlan plan = test::toy_plan();
  plan.training.epochs = 1;
  const CellSelection all = all_cells(set);
  ModelParts parts;
  parts.card.name = "toy";
  parts.card.network = plan.network;
  parts.card.input = set.input;
  parts.card.classes = set.classes;
  parts.weights = train(set, {all, all, {}}, plan).weights;
  parts.known = {Eigen::MatrixXf::Random(20, 8), 3.5};
  parts.check_cells = selected_inputs(set, {0, 1});
  return parts;
}

// Changes the card and gives it a checksum that agrees, as one would who means to deceive or errs thoroughly.
template <class Change>
void rewrite_card(const std::filesystem::path& folder, Change&& change) {
  ModelCard card = read_card(folder);
  change(card);
  write_bytes(folder / "model.json", card_to_json(card));
}

}  // namespace

TEST_CASE("tensors come back from their file, which begins as safetensors files do") {
  const Folder folder;
  const TensorFile file{{{"b", {2, 3}, {1, 2, 3, 4, 5, 6}}, {"a", {}, {-0.5F}}}, {{"note", "µ"}}};
  write_tensors(folder / "t", file);
  const TensorFile back = read_tensors(folder / "t");
  CHECK(back.metadata == file.metadata);
  CHECK(back.tensors == file.tensors);  // in their order
  CHECK(find_tensor(back.tensors, "a") == file.tensors[1]);
  // The layout written out by hand from its specification.
  const std::string bytes = bytes_of(folder / "t");
  const auto length = test::number_in<std::uint64_t>(bytes, 0);
  const auto header = nlohmann::json::parse(bytes.substr(8, length));
  CHECK(header["b"] == nlohmann::json({{"dtype", "F32"}, {"shape", {2, 3}}, {"data_offsets", {0, 24}}}));
  CHECK(test::number_in<float>(bytes, 8 + length + 24) == -0.5F);
}

TEST_CASE("damaged tensor files are refused with the reason") {
  const Folder folder;
  write_tensors(folder / "t", {{{"a", {4}, {1, 2, 3, 4}}}, {}});
  const std::string whole = bytes_of(folder / "t");
  const auto refusal = [&](const std::string& bytes) {
    write_bytes(folder / "t", bytes);
    return error_of(folder / "t", [&] { static_cast<void>(read_tensors(folder / "t")); });
  };
  CHECK(contains(refusal(whole.substr(0, whole.size() - 4)), "past the end"));
  CHECK(contains(refusal(whole.substr(0, 5)), "no file of tensors"));
  CHECK(contains(refusal(std::string(8, '\xff') + whole.substr(8)), "truncated"));
  std::string broken = whole;
  broken[8] = 'x';
  CHECK(contains(refusal(broken), "not JSON"));
  std::string resized = whole;
  resized.replace(resized.find("[4]"), 3, "[5]");
  CHECK(contains(refusal(resized), "another size"));
  std::string other_type = whole;
  other_type.replace(other_type.find("F32"), 3, "F16");
  CHECK(contains(refusal(other_type), "not of float32"));
}

TEST_CASE("a model comes back from its folder with its card and says the same") {
  const Folder folder;
  const auto path = folder / "model";
  ModelParts parts = toy_parts();
  const LoadedNetwork original(parts.card.network, parts.card.input, 2, parts.weights, {"cpu", 1});
  const LabelledCells set = test::toy_cells(6, 10, 9);
  parts.card.limits = "none \"known\"";
  parts.card.data.donors = {"donor 1", "donor 2"};
  save_model(path, std::move(parts));
  const Model model = load_model(path, {{"cpu", 1}});
  CHECK(model.card.limits == "none \"known\"");
  CHECK(model.card.classes == set.classes);
  CHECK(model.card.data.donors == std::vector<std::string>{"donor 1", "donor 2"});
  CHECK(model.card.largest_novelty == 3.5);
  CHECK(model.checksum == file_checksum(path / "weights.safetensors"));
  const auto expected = original.predict(set.inputs.view()).logits;
  CHECK(model.network.predict(set.inputs.view()).logits.isApprox(expected, 1e-6));
  CHECK(predict(model, set.inputs.view()).probabilities.isApprox(softmax(expected), 1e-6));
}

TEST_CASE("a model whose files were changed is refused with the file's name") {
  const Folder folder;
  const auto path = folder / "model";
  save_model(path, toy_parts());
  const auto refusal = [&](const std::string& name) {
    return error_of(path / name, [&] { static_cast<void>(load_model(path, {{"cpu", 1}})); });
  };
  SECTION("weights") {
    std::string bytes = bytes_of(path / "weights.safetensors");
    bytes[bytes.size() - 2] ^= 1;
    write_bytes(path / "weights.safetensors", bytes);
    CHECK(contains(refusal("weights.safetensors"), "checksum differs"));
  }
  SECTION("card") {
    std::string card = bytes_of(path / "model.json");
    card.replace(card.find("\"toy\""), 5, "\"top\"");
    write_bytes(path / "model.json", card);
    CHECK(contains(refusal("model.json"), "changed after"));
  }
  SECTION("a missing file") {
    std::filesystem::remove(path / "check.safetensors");
    static_cast<void>(refusal("check.safetensors"));
  }
  SECTION("no card") {
    std::filesystem::remove(path / "model.json");
    CHECK(contains(error_of(path, [&] { static_cast<void>(load_model(path, {{"cpu", 1}})); }), "no model.json"));
  }
}

TEST_CASE("a model that does not fit its card is refused with the reason") {
  const Folder folder;
  const auto path = folder / "model";
  save_model(path, toy_parts());
  const auto refusal = [&] { return error_of(path, [&] { static_cast<void>(load_model(path, {{"cpu", 1}})); }); };
  SECTION("another number of classes") {
    rewrite_card(path, [](ModelCard& card) { card.classes.push_back("third"); });
    CHECK(contains(refusal(), "classifier"));
  }
  SECTION("another width") {
    rewrite_card(path, [](ModelCard& card) { card.network.width = 8; });
    CHECK(contains(refusal(), "where the network has"));
  }
  SECTION("another input") {
    rewrite_card(path, [](ModelCard& card) { card.input.input = "mip"; });
    CHECK(contains(refusal(), "where the network has"));
  }
  SECTION("an output that this machine does not reproduce") {
    TensorFile check = read_tensors(path / "check.safetensors");
    for (NamedTensor& tensor : check.tensors)
      if (tensor.name == "logits") tensor.values[0] += 0.5F;
    write_tensors(path / "check.safetensors", check);
    rewrite_card(path,
                 [&](ModelCard& card) { card.files["check.safetensors"] = file_checksum(path / "check.safetensors"); });
    CHECK(contains(refusal(), "does not reproduce"));
  }
  SECTION("a newer format") {
    std::string card = bytes_of(path / "model.json");
    card.replace(card.find("\"format_version\": 1"), 19, "\"format_version\": 9");
    write_bytes(path / "model.json", card);
    CHECK(contains(refusal(), "is of format 9"));
  }
  SECTION("a file outside the folder") {
    rewrite_card(path, [](ModelCard& card) { card.files["../weights"] = "sha256:0"; });
    CHECK(contains(refusal(), "outside its folder"));
  }
}
