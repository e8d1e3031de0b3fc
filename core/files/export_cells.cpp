// The cell table as CSV.
#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "core/error.h"
#include "core/files/atomic_file.h"
#include "core/files/cell_columns.h"
#include "core/files/export.h"

namespace tomocyte {
namespace {

// Empty where nobody has said anything.
std::string classes_of(const Cell& cell) {
  std::string text = ",,,";
  if (cell.classification) {
    const auto& [cell_class, probability] = cell.classification->probabilities.front();
    text =
        fmt::format(",{},{:.4f},{}", csv_quoted(cell_class), probability, csv_quoted(cell.classification->uncertain));
  }
  return text + "," + (cell.annotation.empty() ? "" : csv_quoted(cell.annotation));
}

// fmt ignores the locale: a German desktop writes a point too.
std::string table_of(const Scan& scan) {
  std::string header = "sample_id,simulated";
  std::string units = ",";
  for (const CellColumn& column : cell_columns()) {
    header += "," + column.name;
    units += "," + column.unit;
  }
  header += ",class,probability,uncertain,annotation";
  units += ",,,,";
  std::string text = header + "\n" + units + "\n";
  for (const Cell& cell : scan.cells) {
    text += csv_quoted(scan.sample_id) + (scan.simulated ? ",SIMULATED" : ",no");
    for (const CellColumn& column : cell_columns())
      text += column.whole_number ? fmt::format(",{:.0f}", column.get(cell)) : fmt::format(",{:.6g}", column.get(cell));
    text += classes_of(cell) + "\n";
  }
  return text;
}

}  // namespace

std::string csv_quoted(const std::string& value) {
  std::string text = "\"";
  for (const char c : value) text += c == '"' ? std::string("\"\"") : std::string(1, c);
  return text + "\"";
}

void export_cells_csv(const std::filesystem::path& path, const Scan& scan) {
  const std::string table = table_of(scan);
  AtomicFile target(path, table.size());
  std::ofstream stream(target.temporary(), std::ios::binary);
  stream << table;
  stream.close();
  if (!stream) target.fail(std::strerror(errno));
  target.commit();
}

}  // namespace tomocyte
