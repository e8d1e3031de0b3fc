#include "app/workflow/model_cards.h"

#include "inference/models/model_folder.h"

namespace tomocyte {

std::string model_card_text(const std::filesystem::path& folder) { return card_text(read_card(folder)); }

std::shared_ptr<const Model> open_model(const std::filesystem::path& folder, const ComputeDevice& device) {
  return std::make_shared<const Model>(load_model(folder, {device, false}));
}

}  // namespace tomocyte
