#include "app/workflow/classify_scan.h"

#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/files/checksum.h"
#include "inference/models/classify.h"

namespace tomocyte {

void classify_scan(Scan& scan, const Model& model, const Progress& progress) {
  if (!scan.tomogram || scan.labels.empty())
    throw InputError("the scan holds no measured tomogram to classify", "Reconstruct and measure it first.");
  const CellImages images{&*scan.tomogram, std::as_const(scan.labels).view(), scan.fields ? &*scan.fields : nullptr};
  std::vector<Cell> cells = scan.cells;
  classify_cells(model, images, cells, progress.part(0.0, 1.0, "Classifying"));
  Provenance record = make_provenance("classification");
  record.options_json = nlohmann::ordered_json({{"model", model.card.name},
                                                {"model_checksum", model.checksum},
                                                {"simulated_training", model.card.data.simulated},
                                                {"least_probability", model.card.least_probability},
                                                {"largest_novelty", model.card.largest_novelty}})
                            .dump();
  if (!scan.provenance.empty()) record.input = scan.provenance.front().input;
  record.input_checksum = checksum(std::as_bytes(scan.tomogram->ri.values()));
  scan.cells = std::move(cells);
  scan.provenance.push_back(std::move(record));
}

}  // namespace tomocyte
