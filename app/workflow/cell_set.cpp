#include "app/workflow/cell_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "core/error.h"
#include "core/files/scan_file.h"
#include "inference/models/class_task.h"
#include "inference/models/classify.h"

namespace tomocyte {
namespace {

struct Source {
  std::filesystem::path file;
  std::string label;  // empty: the cells' own annotations
  std::string donor;  // empty: the scan's own
};

std::vector<Source> files_in(const std::filesystem::path& folder) {
  std::vector<Source> sources;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().string().ends_with(".tomocyte.h5")) sources.push_back({entry.path(), "", ""});
  std::sort(sources.begin(), sources.end(), [](const auto& a, const auto& b) { return a.file < b.file; });
  return sources;
}

std::vector<Source> files_listed(const std::filesystem::path& list) {
  std::ifstream stream(list);
  std::string line;
  if (!std::getline(stream, line) || !line.starts_with("file,label,donor"))
    throw FileError(list, "is not a list of cells: its first line is not \"file,label,donor\"",
                    "Begin it with this line, then one scan file per line.");
  std::vector<Source> sources;
  for (int number = 2; std::getline(stream, line); ++number) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) continue;
    std::vector<std::string> columns;
    std::istringstream text(line);
    for (std::string column; std::getline(text, column, ',');) columns.push_back(column);
    if (columns.empty() || columns.size() > 3)
      throw FileError(list, fmt::format("line {} does not have the three columns file,label,donor", number));
    columns.resize(3);
    sources.push_back({list.parent_path() / columns[0], columns[1], columns[2]});
  }
  return sources;
}

std::vector<Source> sources_of(const std::filesystem::path& source) {
  if (!std::filesystem::exists(source)) throw FileError(source, "there is no such folder or list", "Check the name.");
  auto sources = std::filesystem::is_directory(source) ? files_in(source) : files_listed(source);
  if (sources.empty()) throw FileError(source, "names no scan file", "Put *.tomocyte.h5 files into it.");
  return sources;
}

struct AnnotatedInput {
  std::string annotation;
  std::string donor;
  CellIndices indices;
  Array<float, 3> input;
};

struct Collection {
  std::vector<AnnotatedInput> cells;
  int left_out = 0;
  bool simulated = false;
};

void collect(Collection& to, const Source& source, const InputOptions& input) {
  ScanParts parts;
  parts.holograms = false;
  parts.truth = false;
  parts.fields = input.input == "phase" || input.input == "amplitude";
  const Scan scan = read_scan(source.file, parts);
  to.simulated |= scan.simulated;
  const CellImages images{scan.tomogram ? &*scan.tomogram : nullptr, scan.labels.view(),
                          scan.fields ? &*scan.fields : nullptr};
  for (const Cell& cell : scan.cells) {
    const std::string& annotation = source.label.empty() ? cell.annotation : source.label;
    if (annotation.empty()) continue;
    if (cell.too_small || cell.touches_border) {
      ++to.left_out;
      continue;
    }
    try {
      to.cells.push_back({annotation, source.donor.empty() ? scan.donor_id : source.donor, cell.indices,
                          cell_input(images, cell, input)});
    } catch (const InputError& error) {
      throw FileError(source.file, error.what(), error.remedy());
    }
  }
}

Collection collect_all(const std::filesystem::path& source, const InputOptions& input, const Progress& progress) {
  validate_options(input);
  const auto sources = sources_of(source);
  const Progress reading = progress.part(0.0, 1.0, "Reading cells");
  Collection all;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    reading.report(static_cast<double>(i) / static_cast<double>(sources.size()));
    collect(all, sources[i], input);
  }
  return all;
}

CellSet labelled(Collection all, const ClassTask& task, const InputOptions& input) {
  CellSet set;
  set.left_out = all.left_out;
  LabelledCells& cells = set.cells;
  cells.input = input;
  cells.task = task.name;
  cells.classes = task.classes;
  cells.simulated = all.simulated;
  std::vector<const Array<float, 3>*> inputs;
  for (const AnnotatedInput& cell : all.cells) {
    const auto found = class_of(task, cell.annotation);
    if (!found) {
      ++set.left_out;
      continue;
    }
    cells.truth.push_back(*found);
    cells.donors.push_back(cell.donor);
    cells.indices.push_back(cell.indices);
    inputs.push_back(&cell.input);
  }
  const Shape<3> shape = input_shape(input);
  cells.inputs = Array<float, 4>({static_cast<Index>(inputs.size()), shape[0], shape[1], shape[2]});
  for (std::size_t i = 0; i < inputs.size(); ++i)
    std::copy(inputs[i]->values().begin(), inputs[i]->values().end(), &cells.inputs(static_cast<Index>(i), 0, 0, 0));
  validate(cells);
  return set;
}

}  // namespace

CellSet read_cell_set(const std::filesystem::path& source, const std::string& task, const InputOptions& input,
                      const Progress& progress) {
  Collection all = collect_all(source, input, progress);
  std::vector<std::string> annotations;
  for (const AnnotatedInput& cell : all.cells) annotations.push_back(cell.annotation);
  const ClassTask classes = class_task(task, annotations);
  return labelled(std::move(all), classes, input);
}

CellSet read_cell_set(const std::filesystem::path& source, const ModelCard& card, const Progress& progress) {
  ClassTask task = class_task(card.task, card.classes);
  if (task.classes != card.classes)
    throw InputError(fmt::format("the model's classes are not those of its task \"{}\"", card.task));
  return labelled(collect_all(source, card.input, progress), task, card.input);
}

}  // namespace tomocyte
