#include "app/verbs/model_choice.h"

#include "app/workflow/installed_models.h"
#include "app/workflow/model_cards.h"

namespace tomocyte {

CLI::Option* add_model_choice(CLI::App& verb, std::string& choice) {
  return verb.add_option("--model", choice,
                         "Model folder that classifies the cells, or none [the installed demo model]");
}

std::shared_ptr<const Model> model_for(const std::string& choice, const ComputeDevice& device) {
  if (choice == "none") return nullptr;
  const std::filesystem::path folder = choice.empty() ? default_model() : std::filesystem::path(choice);
  if (folder.empty()) return nullptr;
  return open_model(folder, device);
}

}  // namespace tomocyte
