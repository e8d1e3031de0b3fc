#include "core/catalog/audit.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <span>

#include "core/catalog/append_audit.h"
#include "core/catalog/review_rows.h"
#include "core/files/checksum.h"

namespace tomocyte {
namespace {

constexpr const char* kSelectEntries =
    "SELECT id, time_utc, user_name, action, subject, detail, previous_hash, hash FROM audit ORDER BY id";

AuditEntry read_entry(Statement& row) {
  return {row.integer(), row.text(), row.text(), row.text(), row.text(), row.text(), row.text(), row.text()};
}

// What the trail says of reviews and sign-offs, for the comparison with the tables.
struct Recorded {
  struct ReviewEntry {
    std::int64_t entry = 0;
    std::string who_and_what;
  };
  std::map<RecordId, ReviewEntry> reviews;
  std::map<RecordId, std::string> snapshot_checksums;  // by sign-off
};

std::string who_and_what(const std::string& user, const std::string& time_utc, const nlohmann::json& review) {
  return user + "\n" + time_utc + "\n" + review.dump();
}

void remember(Recorded& recorded, const AuditEntry& entry) {
  const auto detail = nlohmann::json::parse(entry.detail_json, nullptr, false);
  if (!detail.is_object()) return;
  if (detail.contains("reviews"))
    for (const auto& review : detail["reviews"])
      recorded.reviews[review.value("id", RecordId{0})] = {entry.id, who_and_what(entry.user, entry.time_utc, review)};
  if (detail.contains("sign_off"))
    recorded.snapshot_checksums[detail["sign_off"].get<RecordId>()] = detail.value("snapshot_checksum", std::string());
}

std::string what_is_broken(const AuditEntry& entry, std::int64_t expected_id, const std::string& previous_hash) {
  if (entry.id != expected_id)
    return fmt::format("entry {} is missing: {} follows on {}", expected_id, entry.id, expected_id - 1);
  const AuditText text = {entry.time_utc, entry.user, entry.action, entry.subject, entry.detail_json};
  if (entry.previous_hash != previous_hash)
    return fmt::format("entry {} does not follow on the one before it", entry.id);
  if (entry.hash != audit_hash(entry.id, text, previous_hash))
    return fmt::format("entry {} ({} by {} at {}) was changed", entry.id, entry.action, entry.user, entry.time_utc);
  return {};
}

void check_chain(const Database& database, const std::string& known_hash, AuditVerification& result, Recorded& recorded,
                 const Progress& progress) {
  Statement rows = database.command(kSelectEntries);
  bool known_found = known_hash.empty();
  while (rows.next()) {
    progress.check();
    const AuditEntry entry = read_entry(rows);
    const std::string broken = what_is_broken(entry, result.entries + 1, result.last_hash);
    if (!broken.empty()) {
      result.first_broken = result.entries + 1;
      result.findings.push_back(broken);
      return;
    }
    result.entries = entry.id;
    result.last_hash = entry.hash;
    known_found = known_found || entry.hash == known_hash;
    remember(recorded, entry);
  }
  if (!known_found) {
    result.first_broken = result.entries + 1;
    result.findings.push_back(
        fmt::format("the entry with hash {} is gone; {} entries are left", known_hash, result.entries));
  }
}

void check_reviews(const Database& database, const Recorded& recorded, std::vector<std::string>& findings) {
  std::size_t found = 0;
  for (const Review& review : select_reviews(database, "r.id > ?", 0)) {
    const auto entry = recorded.reviews.find(review.id);
    if (entry == recorded.reviews.end()) {
      findings.push_back(fmt::format("review {} of cell {} is not in the audit trail", review.id, review.cell));
      continue;
    }
    ++found;
    if (entry->second.who_and_what != who_and_what(review.reviewer, review.time_utc, review_json(review)))
      findings.push_back(
          fmt::format("review {} of cell {} differs from audit entry {}", review.id, review.cell, entry->second.entry));
  }
  if (found < recorded.reviews.size())
    findings.push_back(fmt::format("{} reviews of the audit trail are gone", recorded.reviews.size() - found));
}

void check_sign_offs(const Database& database, const Recorded& recorded, std::vector<std::string>& findings) {
  Statement row =
      database.command("SELECT id, version, sample, snapshot, snapshot_checksum FROM sign_offs ORDER BY id");
  std::size_t found = 0;
  while (row.next()) {
    const RecordId id = row.integer();
    const int version = row.small();
    const std::string name = fmt::format("version {} of sample {}", version, row.integer());
    const std::string snapshot = row.text();
    const std::string stored = row.text();
    const auto entry = recorded.snapshot_checksums.find(id);
    if (entry == recorded.snapshot_checksums.end()) {
      findings.push_back(fmt::format("the sign-off of {} is not in the audit trail", name));
      continue;
    }
    ++found;
    if (stored != entry->second || checksum(std::as_bytes(std::span(snapshot))) != stored)
      findings.push_back(fmt::format("the signed report of {} was changed", name));
  }
  if (found < recorded.snapshot_checksums.size())
    findings.push_back(
        fmt::format("{} sign-offs of the audit trail are gone", recorded.snapshot_checksums.size() - found));
}

// A cell is what its latest review made of it, or as it was imported.
void check_cells(const Database& database, std::vector<std::string>& findings) {
  Statement row = database.command(
      "SELECT c.id FROM cells c JOIN reviews r ON r.cell = c.id AND r.version = "
      "(SELECT max(l.version) FROM reviews l WHERE l.cell = c.id) "
      "WHERE c.version <> r.version OR c.cell_class <> r.to_class OR c.flags <> r.to_flags OR c.reviewed <> "
      "r.to_reviewed "
      "UNION ALL SELECT c.id FROM cells c WHERE NOT EXISTS (SELECT 1 FROM reviews r WHERE r.cell = c.id) AND "
      "(c.version <> 0 OR c.reviewed <> 0 OR c.flags <> 0 OR "
      "c.cell_class <> CASE WHEN c.uncertain = '' THEN c.model_class ELSE '' END)");
  while (row.next()) findings.push_back(fmt::format("cell {} is not what its reviews made of it", row.integer()));
}

}  // namespace

AuditVerification verify_audit(const Catalog& catalog, const std::string& known_hash, const Progress& progress) {
  return verify_audit(catalog.database(), known_hash, progress);
}

AuditVerification verify_audit(const Database& database, const std::string& known_hash, const Progress& progress) {
  const Transaction one_state(database, Transaction::Kind::kRead);
  AuditVerification result;
  Recorded recorded;
  check_chain(database, known_hash, result, recorded, progress);
  if (result.first_broken) return result;  // what it says of the tables proves nothing any more
  check_reviews(database, recorded, result.findings);
  check_sign_offs(database, recorded, result.findings);
  check_cells(database, result.findings);
  return result;
}

std::vector<AuditEntry> list_audit(const Catalog& catalog, int limit) {
  Statement rows = catalog.database().run(std::string(kSelectEntries) + " DESC LIMIT ?", limit);
  std::vector<AuditEntry> entries;
  while (rows.next()) entries.push_back(read_entry(rows));
  return entries;
}

}  // namespace tomocyte
