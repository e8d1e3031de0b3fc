// Who may do what. docs/catalog.md shows the table.
#pragma once

#include <string>

#include "core/catalog/records.h"

namespace tomocyte {

enum class Permission {
  kManageSamples,  // samples, imports, scan files, comments
  kReview,         // reclassify, flag, read as second reader
  kSign,
  kManageUsers,
  kManageLaboratory,  // settings that all stations share
};

[[nodiscard]] bool may(Role role, Permission permission);
// "sign", for messages.
[[nodiscard]] std::string describe(Permission permission);

}  // namespace tomocyte
