// One keystroke per class and per flag. The letters do not depend on the sample, so that hands can learn them.
#pragma once

#include <QString>
#include <array>
#include <string>
#include <vector>

#include "core/catalog/records.h"
#include "core/differential_table.h"

namespace tomocyte {

inline constexpr char kUnidentifiedKey = '0';

struct ClassKey {
  char key = 0;           // upper case letter or digit; 0: none is left
  std::string cellClass;  // "b-lymphocyte"
  QString name;           // "B lymphocytes"
};

struct FlagKey {
  char key;
  const char* name;
  bool CellFlags::*flag;
};

// The classes that a reviewer can give, in the table's order: what a report expects, and every one of `present`.
// Artefacts, doublets and dead cells are flags, not classes. Classes that have no letter get digits.
[[nodiscard]] std::vector<ClassKey> classKeys(const DifferentialTable& table, const std::vector<std::string>& present);

[[nodiscard]] const std::array<FlagKey, 4>& flagKeys();
// In the language of the window.
[[nodiscard]] QString flagName(const FlagKey& flag);

}  // namespace tomocyte
