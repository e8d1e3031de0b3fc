#include "core/catalog/cell_rows.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "core/catalog/catalog_error.h"
#include "core/catalog/flags.h"
#include "core/files/cell_columns.h"

namespace tomocyte {
namespace {

constexpr const char* kOtherColumns[] = {
    "annotation", "model", "model_checksum", "model_class", "model_probability", "probabilities", "uncertain",
    "cell_class", "flags", "reviewed",       "version"};

// JSON pairs, because an object would lose the order, most probable first.
std::string probabilities_text(const Classification& classification) {
  nlohmann::json pairs = nlohmann::json::array();
  for (const auto& [cell_class, probability] : classification.probabilities) pairs.push_back({cell_class, probability});
  return pairs.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<Classification::ClassProbability> probabilities_from(const std::string& text) {
  std::vector<Classification::ClassProbability> probabilities;
  try {
    for (const auto& pair : nlohmann::json::parse(text))
      probabilities.push_back({pair.at(0).get<std::string>(), pair.at(1).get<double>()});
  } catch (const nlohmann::json::exception& error) {
    throw CatalogError(fmt::format("the catalog's class probabilities of a cell are damaged: {}", error.what()),
                       "Restore a backup (tomocyte catalog restore).");
  }
  return probabilities;
}

// An unclassified cell is a row with no model.
std::optional<Classification> read_classification(Statement& row) {
  Classification found;
  found.model = row.text();
  found.model_checksum = row.text();
  static_cast<void>(row.text());    // model_class and model_probability are there to be
  static_cast<void>(row.number());  // sorted by; the list below has them too
  found.probabilities = probabilities_from(row.text());
  found.uncertain = row.text();
  return found.probabilities.empty() ? std::nullopt : std::optional(std::move(found));
}

}  // namespace

const std::string& cell_select_list() {
  static const std::string list = [] {
    std::string columns = "c.id, c.scan, c.sample";
    for (const CellColumn& column : cell_columns()) columns += ", c." + column.name;
    for (const char* column : kOtherColumns) columns += std::string(", c.") + column;
    return columns;
  }();
  return list;
}

CatalogCell read_cell(Statement& row) {
  CatalogCell record;
  record.id = row.integer();
  record.scan = row.integer();
  record.sample = row.integer();
  for (const CellColumn& column : cell_columns()) column.set(record.cell, row.number());
  record.cell.annotation = row.text();
  record.cell.classification = read_classification(row);
  record.call = {row.text(), flags_from(row.small())};
  record.reviewed = row.flag();
  record.version = row.integer();
  return record;
}

Statement prepare_insert_cell(const Database& database) {
  std::string names = "scan, sample";
  std::string marks = "?, ?";
  for (const CellColumn& column : cell_columns()) {
    names += ", " + column.name;
    marks += ", ?";
  }
  for (const char* column : kOtherColumns) {
    names += std::string(", ") + column;
    marks += ", ?";
  }
  return database.prepare(fmt::format("INSERT INTO cells ({}) VALUES ({}) RETURNING id", names, marks));
}

RecordId insert_cell_row(Statement& insert, const CellOwner& owner, const Cell& cell) {
  QVariantList values = {to_variant(owner.scan), to_variant(owner.sample)};
  for (const CellColumn& column : cell_columns())
    values.push_back(column.whole_number ? to_variant(static_cast<std::int64_t>(column.get(cell)))
                                         : to_variant(column.get(cell)));
  const Classification found = cell.classification.value_or(Classification{});
  const bool classified = !found.probabilities.empty();
  values.append({to_variant(cell.annotation), to_variant(found.model), to_variant(found.model_checksum),
                 to_variant(classified ? found.probabilities.front().cell_class : std::string()),
                 to_variant(classified ? found.probabilities.front().probability : 0.0),
                 to_variant(probabilities_text(found)), to_variant(found.uncertain),
                 to_variant(class_before_review(cell)), 0, 0, 0});
  insert.execute(values);
  insert.next();
  return insert.integer();
}

std::string class_before_review(const Cell& cell) {
  const bool sure =
      cell.classification && cell.classification->uncertain.empty() && !cell.classification->probabilities.empty();
  return sure ? cell.classification->probabilities.front().cell_class : std::string();
}

}  // namespace tomocyte
