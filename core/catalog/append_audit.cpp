#include "core/catalog/append_audit.h"

#include <nlohmann/json.hpp>
#include <span>

#include "core/files/checksum.h"

namespace tomocyte {
namespace {

// As the database gives it back: bytes that are not UTF-8 become U+FFFD there.
std::string as_stored(const std::string& text) { return QString::fromStdString(text).toStdString(); }

}  // namespace

std::string audit_hash(std::int64_t id, const AuditText& text, const std::string& previous_hash) {
  const nlohmann::json entry = {{"id", id},
                                {"time_utc", text.time_utc},
                                {"user", text.user},
                                {"action", text.action},
                                {"subject", text.subject},
                                {"detail", text.detail_json}};
  const std::string hashed = previous_hash + entry.dump();
  return checksum(std::as_bytes(std::span(hashed)));
}

void append_audit(const Database& database, const AuditText& text) {
  Statement last = database.run("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1");
  std::int64_t id = 1;
  std::string previous_hash;
  if (last.next()) {
    id = last.integer() + 1;
    previous_hash = last.text();
  }
  const AuditText stored = {text.time_utc, as_stored(text.user), text.action, as_stored(text.subject),
                            as_stored(text.detail_json)};
  database.run(
      "INSERT INTO audit (id, time_utc, user_name, action, subject, detail, previous_hash, hash) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      id, stored.time_utc, stored.user, stored.action, stored.subject, stored.detail_json, previous_hash,
      audit_hash(id, stored, previous_hash));
}

}  // namespace tomocyte
