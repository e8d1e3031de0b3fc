// LOINC codes of what a report says: a table that a laboratory edits (resources/report/loinc.json ships). The codes are
// those without a method, because holographic tomography is neither "Automated count" nor "Manual count".
#pragma once

#include <map>
#include <optional>
#include <string>

namespace tomocyte {

struct LoincCode {
  std::string code;     // "26511-6"
  std::string display;  // the long common name
  bool operator==(const LoincCode&) const = default;
};

struct LoincTable {
  std::string loinc_version;
  LoincCode panel;
  std::optional<LoincCode> total_white;
  std::map<std::string, LoincCode> percent;   // by class; a class without a code goes out as text
  std::map<std::string, LoincCode> absolute;  // likewise, for counts per volume
};

// Throws InputError: no JSON, no version, a code whose check digit is wrong (mistyped).
[[nodiscard]] LoincTable loinc_table_from_json(const std::string& json);

// What loinc_table_from_json() reads.
[[nodiscard]] std::string loinc_table_to_json(const LoincTable& table);

// The one that ships.
[[nodiscard]] LoincTable default_loinc_table();

// Whether the check digit fits: Luhn's mod 10, as for all LOINC codes.
[[nodiscard]] bool is_loinc_code(const std::string& code);

// The code of `cell_class` in one of the table's maps; absent: there is none.
[[nodiscard]] std::optional<LoincCode> code_of(const std::map<std::string, LoincCode>& codes,
                                               const std::string& cell_class);

}  // namespace tomocyte
