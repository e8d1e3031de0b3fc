// Which classes a laboratory reports, in which order, of which denominator and with which reference ranges: data that
// the laboratory edits (resources/report/differential.json is the one that ships).
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace tomocyte {

// What the cells of a class are counted against.
enum class CellRole {
  kWhite,        // percent of the white cells, which it is one of
  kPer100White,  // number per 100 white cells, which it is none of: dead cells, artefacts
  kExcluded,     // counted and named, part of no rate: "Not classed", red cells
};

// "white", "per_100_white", "excluded": as the table says it.
[[nodiscard]] std::string to_string(CellRole role);

struct ReferenceRange {
  double low = 0.0;
  double high = 0.0;
  bool operator==(const ReferenceRange&) const = default;
};

struct DifferentialClass {
  std::string cell_class;  // as models and reviewers name it: "b-lymphocyte"
  std::string name;        // as the report names it: "B lymphocytes"
  CellRole role = CellRole::kWhite;
  std::string part_of;    // the class whose count includes this one: "lymphocyte"; empty: none
  bool optional = false;  // not missed in the report of a method that does not know it
  std::optional<ReferenceRange> percent;
  std::optional<ReferenceRange> absolute_1e9_l;
};

struct DifferentialTable {
  std::string name;
  std::string version;
  std::string source;  // of the reference ranges
  std::optional<ReferenceRange> total_white_1e9_l;
  std::vector<DifferentialClass> classes;  // in the order of the report
};

// Throws InputError that says which entry is wrong: no JSON, an unknown or missing key or role, a class named twice, a
// range upside down, part_of that names no white class or is itself a part.
[[nodiscard]] DifferentialTable differential_table_from_json(const std::string& json);

// What differential_table_from_json() reads.
[[nodiscard]] std::string differential_table_to_json(const DifferentialTable& table);

// The one that ships.
[[nodiscard]] DifferentialTable default_differential_table();

// Null when the table does not know the class.
[[nodiscard]] const DifferentialClass* find_class(const DifferentialTable& table, const std::string& cell_class);

}  // namespace tomocyte
