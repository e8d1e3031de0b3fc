// tomocyte map: cells laid out by what a model makes of them.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/options.h"
#include "app/cli/terminal.h"
#include "app/verbs/input.h"
#include "app/verbs/verbs.h"
#include "app/workflow/map_figure.h"
#include "core/files/text_file.h"
#include "inference/models/model_folder.h"

namespace tomocyte {
namespace {

struct MapArguments {
  std::filesystem::path model;
  std::filesystem::path source;
  std::filesystem::path placed;
  std::filesystem::path table = "cell-map.csv";
  std::filesystem::path figure;
  bool overwrite = false;
  MapOptions options;
  UmapOptions umap;
  TsneOptions tsne;
};

int map(const Context& context, const MapArguments& arguments) {
  refuse_to_overwrite(arguments.table, arguments.overwrite);
  if (!arguments.figure.empty()) refuse_to_overwrite(arguments.figure, arguments.overwrite);
  Terminal terminal(context.quiet);
  const Model model = load_model(arguments.model, {context.device, false});
  const CellMap cells = map_cells(model, arguments.source, arguments.placed, arguments.options, arguments.umap,
                                  arguments.tsne, terminal.progress());
  terminal.finish_line();
  write_text_file(arguments.table, map_csv(cells));
  if (!arguments.figure.empty()) write_text_file(arguments.figure, map_svg(cells, model.card.name));
  const nlohmann::ordered_json json = {{"table", arguments.table.string()},
                                       {"cells", cells.cells.size()},
                                       {"trustworthiness", cells.trustworthiness},
                                       {"simulated", cells.simulated}};
  print_result(context, json.dump(2),
               fmt::format("{}: {} cells, trustworthiness {:.3f} by {} neighbours{}", arguments.table.string(),
                           cells.cells.size(), cells.trustworthiness, arguments.options.neighbours_judged,
                           cells.simulated ? ". SIMULATED cells." : ""));
  return kSuccess;
}

}  // namespace

void add_map(CLI::App& program, Context& context) {
  const auto arguments = std::make_shared<MapArguments>();
  CLI::App& verb = add_verb(program, context, "map", "Lay cells out by what a model makes of them (UMAP, t-SNE)", true,
                            [&context, arguments] { return map(context, *arguments); });
  verb.add_option("model", arguments->model, "Model folder")->required();
  verb.add_option("source", arguments->source, "Folder of scan files, or CSV list (file,label,donor)")->required();
  verb.add_option("--place", arguments->placed, "Other cells, placed on the finished map (UMAP)");
  verb.add_option("-o,--output", arguments->table, "Table to write [cell-map.csv]");
  verb.add_option("--figure", arguments->figure, "Also draw the map into this SVG file");
  verb.add_flag("--overwrite", arguments->overwrite, "Replace table and figure if they exist");
  add_flags(verb, arguments->options, "Map");
  add_flags(verb, arguments->umap, "UMAP");
  add_flags(verb, arguments->tsne, "t-SNE");
}

}  // namespace tomocyte
