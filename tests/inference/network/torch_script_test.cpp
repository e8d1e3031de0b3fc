// A model exported from Python is TorchScript; here it is made with LibTorch's own compiler.
#include <torch/script.h>

#include "core/error.h"
#include "core/files/checksum.h"
#include "inference/models/model_folder.h"
#include "inference/models/tensor_file.h"
#include "tests/catch.h"
#include "tests/core/files_fixture.h"
#include "toy_cells.h"

using namespace tomocyte;
using tomocyte::test::contains;
using tomocyte::test::error_of;

namespace {

// Logits: the mean of the crop, and its negative. Features: the mean.
void write_script_model(const std::filesystem::path& folder, int classes) {
  std::filesystem::create_directories(folder);
  torch::jit::Module module("means");
  module.define(R"(
def forward(self, cells):
    mean = torch.mean(cells.flatten(1), 1, True)
    return torch.cat([mean, -mean], 1), mean
)");
  module.save((folder / "model.pt").string());
  NamedTensor cells{"cells", {1, 16, 16, 16}, std::vector<float>(4096, 2.0F)};
  write_tensors(folder / "check.safetensors", {{cells, {"logits", {1, 2}, {2.0F, -2.0F}}}, {}});
  ModelCard card;
  card.name = "from Python";
  card.architecture = "torchscript";
  card.input = test::toy_input();
  for (int i = 0; i < classes; ++i) card.classes.push_back("class " + std::to_string(i));
  for (const char* name : {"model.pt", "check.safetensors"}) card.files[name] = file_checksum(folder / name);
  test::write_bytes(folder / "model.json", card_to_json(card));
}

}  // namespace

TEST_CASE("a TorchScript model loads only where its code is trusted") {
  const test::Folder folder;
  const auto path = folder / "model";
  write_script_model(path, 2);
  CHECK(contains(error_of(path, [&] { static_cast<void>(load_model(path, {{"cpu", 1}})); }), "--trust-model-code"));
  const Model model = load_model(path, {{"cpu", 1}, true});
  Array<float, 4> cells({2, 16, 16, 16});
  cells(1, 0, 0, 0) = 4096.0F;
  const NetworkPrediction found = model.network.predict(std::as_const(cells).view());
  CHECK(found.logits(0, 0) == 0.0);
  CHECK(found.logits(1, 0) == Approx(1.0));
  CHECK(found.logits(1, 1) == Approx(-1.0));
  CHECK(found.features.cols() == 1);
}

TEST_CASE("a TorchScript model that gives other classes than its card, or is none, is refused") {
  const test::Folder folder;
  const auto path = folder / "model";
  write_script_model(path, 3);
  CHECK(contains(error_of(path, [&] { static_cast<void>(load_model(path, {{"cpu", 1}, true})); }), "3 classes"));
  test::write_bytes(path / "model.pt", "not a script");
  ModelCard card = read_card(path);
  card.files["model.pt"] = file_checksum(path / "model.pt");
  test::write_bytes(path / "model.json", card_to_json(card));
  CHECK(contains(error_of(path,
                          [&] {
                            static_cast<void>(load_model(path, {{"cpu", 1}, true}));
                          }),
                 "not a TorchScript model"));
}
