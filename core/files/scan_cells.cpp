#include "core/files/scan_cells.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/files/cell_columns.h"
#include "core/files/scan_layout.h"
#include "core/files/scan_reader.h"

namespace tomocyte::hdf5 {
namespace {

// One JSON object per cell, {} where no model has seen it.
std::vector<std::string> classification_texts(const std::vector<Cell>& cells) {
  std::vector<std::string> texts;
  for (const Cell& cell : cells) {
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    if (const auto& found = cell.classification) {
      json = {{"model", found->model}, {"model_checksum", found->model_checksum}, {"uncertain", found->uncertain}};
      for (const auto& [cell_class, probability] : found->probabilities)
        json["probabilities"].push_back({cell_class, probability});
    }
    texts.push_back(json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  }
  return texts;
}

// Throws nlohmann::json::exception when a part is missing.
Classification classification_from(const File& file, const nlohmann::json& json) {
  Classification found;
  found.model = json.at("model").get<std::string>();
  found.model_checksum = json.at("model_checksum").get<std::string>();
  found.uncertain = json.at("uncertain").get<std::string>();
  for (const auto& pair : json.at("probabilities"))
    found.probabilities.push_back({pair.at(0).get<std::string>(), pair.at(1).get<double>()});
  if (found.probabilities.empty())
    throw FileError(file.path(), std::string(layout::kClassifications) + " names a model but no class");
  return found;
}

// Both datasets are always there: a damaged link must not pass for cells that nobody has classified.
void read_classes(const File& file, std::vector<Cell>& cells) {
  const auto annotations = file.read_texts(layout::kAnnotations);
  const auto classifications = read_objects(file, layout::kClassifications);
  if (annotations.size() != cells.size() || classifications.size() != cells.size())
    throw FileError(file.path(), "the columns under /cells differ in length");
  for (std::size_t i = 0; i < cells.size(); ++i) {
    cells[i].annotation = annotations[i];
    if (!classifications[i].empty()) cells[i].classification = classification_from(file, classifications[i]);
  }
}

}  // namespace

void write_cells(const File& file, const std::vector<Cell>& cells) {
  if (cells.empty()) return;
  for (const CellColumn& column : cell_columns()) {
    Array<double, 1> values({static_cast<Index>(cells.size())});
    std::transform(cells.begin(), cells.end(), values.data(), column.get);
    const std::string dataset = std::string(layout::kCells) + "/" + column.name;
    file.write<double, 1>(dataset, std::as_const(values).view(), values.shape(),
                          column.whole_number ? H5T_STD_I32LE : H5T_IEEE_F64LE);
    file.set_text(dataset, "units", column.unit);
  }
  std::vector<std::string> annotations;
  for (const Cell& cell : cells) annotations.push_back(cell.annotation);
  file.write_texts(layout::kAnnotations, annotations);
  file.write_texts(layout::kClassifications, classification_texts(cells));
}

std::vector<Cell> read_cells(const File& file) {
  std::vector<Cell> cells;
  for (const CellColumn& column : cell_columns()) {
    const auto values = file.read<double, 1>(std::string(layout::kCells) + "/" + column.name);
    if (cells.empty()) cells.resize(static_cast<std::size_t>(values.size()));
    if (static_cast<Index>(cells.size()) != values.size())
      throw FileError(file.path(), "the columns under /cells differ in length");
    for (std::size_t i = 0; i < cells.size(); ++i) column.set(cells[i], values.values()[i]);
  }
  read_classes(file, cells);
  return cells;
}

}  // namespace tomocyte::hdf5
