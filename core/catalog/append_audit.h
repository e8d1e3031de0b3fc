// Adds one entry to the audit trail's chain, inside the caller's transaction. Internal to core/catalog.
#pragma once

#include <string>

#include "core/catalog/database.h"

namespace tomocyte {

struct AuditText {
  std::string time_utc;
  std::string user;     // empty: the program itself
  std::string action;   // "review"
  std::string subject;  // "sample 7"
  std::string detail_json;
};

// Throws CatalogError.
void append_audit(const Database& database, const AuditText& text);

// What is hashed: "sha256:" and the digits of the previous entry's hash followed by the entry as JSON with sorted keys
// and no spaces. `id` counts from 1 without gaps; the first entry's previous hash is empty.
[[nodiscard]] std::string audit_hash(std::int64_t id, const AuditText& text, const std::string& previous_hash);

}  // namespace tomocyte
