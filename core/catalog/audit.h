// The audit trail: who did what when, append-only and chained by SHA-256, so that a changed, inserted or deleted entry
// is found. docs/catalog.md says what it proves and what not.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/catalog/catalog.h"
#include "core/progress.h"

namespace tomocyte {

struct AuditEntry {
  std::int64_t id = 0;  // from 1 without gaps
  std::string time_utc;
  std::string user;  // empty: the program itself
  std::string action;
  std::string subject;
  std::string detail_json;
  std::string previous_hash;
  std::string hash;
};

struct AuditVerification {
  std::int64_t entries = 0;
  std::string last_hash;  // written down elsewhere, it also proves that the newest entries are still there
  std::optional<std::int64_t> first_broken;
  std::vector<std::string> findings;  // what is wrong, the first first; empty: intact
  [[nodiscard]] bool intact() const { return findings.empty(); }
};

// The chain; reviews and sign-offs against their entries; cells against their reviews. `known_hash`: an earlier
// last_hash, which must still be in the chain; empty: not asked. Throws CatalogError, Cancelled.
[[nodiscard]] AuditVerification verify_audit(const Catalog& catalog, const std::string& known_hash = {},
                                             const Progress& progress = {});

// The same of a database that no user works with: a backup.
[[nodiscard]] AuditVerification verify_audit(const Database& database, const std::string& known_hash = {},
                                             const Progress& progress = {});

// Newest first.
[[nodiscard]] std::vector<AuditEntry> list_audit(const Catalog& catalog, int limit = 100);

}  // namespace tomocyte
