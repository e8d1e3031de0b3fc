// What the catalog keeps, as plain values: samples, scans, cells and what people said of them. docs/catalog.md
// describes the tables. Times are UTC, ISO 8601 ("2026-01-02T03:04:05Z").
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/cell.h"

namespace tomocyte {

using RecordId = std::int64_t;

// Follows from the sample's cells and sign-offs; never stored.
enum class SampleState {
  kToAcquire,  // no cells yet
  kToReview,   // a cell is not reviewed, or is unidentified
  kToSign,     // every cell is reviewed; or something has changed since it was signed
  kDone,       // signed, and nothing has changed since
};
[[nodiscard]] std::string to_string(SampleState state);

struct SampleCounts {
  int scans = 0;
  int cells = 0;         // without those that are too small, which nobody has to review
  int reviewed = 0;      // of these
  int unidentified = 0;  // of these: no class, and neither artefact, doublet nor dead
  bool operator==(const SampleCounts&) const = default;
};

struct Sample {
  RecordId id = 0;
  std::string sample_id;  // the label on the tube; one sample each
  std::string donor_id;   // donor or patient; empty: not known
  std::string received_utc;
  std::optional<double> white_cells_1e9_per_l;  // total count of another instrument
  std::string comment;
  bool simulated = false;
  std::int64_t revision = 0;  // grows with every import, review and correction of the sample
  SampleCounts counts;
  int signed_version = 0;  // of the latest sign-off; 0: never signed
  SampleState state = SampleState::kToAcquire;
};

struct CatalogScan {
  RecordId id = 0;
  RecordId sample = 0;
  std::filesystem::path path;  // absolute
  std::string checksum;        // "sha256:…" of the file when it was imported
  std::int64_t bytes = 0;
  std::string acquired_utc;  // empty: the file does not say
  std::string imported_utc;
  std::string imported_by;
  bool simulated = false;
  int cells = 0;
};

struct CellFlags {
  bool artefact = false;
  bool doublet = false;
  bool dead = false;
  bool unclear = false;
  bool operator==(const CellFlags&) const = default;
};

// What somebody says a cell is. The class is empty for an unidentified cell.
struct CellCall {
  std::string cell_class;
  CellFlags flags;
  bool operator==(const CellCall&) const = default;
};

struct CatalogCell {
  RecordId id = 0;
  RecordId scan = 0;
  RecordId sample = 0;
  Cell cell;  // as measured and classified when the scan was imported
  CellCall call;
  bool reviewed = false;
  std::int64_t version = 0;  // grows with every review; a review names the one it was based on
};

// One change of one cell by one person. An undo is a review of its own.
struct Review {
  RecordId id = 0;
  RecordId cell = 0;
  std::string reviewer;
  std::string time_utc;
  CellCall from;
  bool from_reviewed = false;
  CellCall to;
  bool to_reviewed = true;
  std::string reason;
  std::optional<RecordId> undoes;
  std::int64_t version = 0;  // of the cell afterwards
};

struct CatalogSignOff {
  RecordId id = 0;
  RecordId sample = 0;
  int version = 1;
  std::string signer;
  std::string signer_full_name;
  std::string signed_utc;
  std::int64_t sample_revision = 0;
  std::string snapshot_json;
  std::string snapshot_checksum;  // "sha256:…" of snapshot_json
  std::optional<RecordId> amends;
  std::string reason;           // of an amendment
  std::string override_reason;  // why it was signed with cells not reviewed or unidentified
};

struct Comment {
  RecordId id = 0;
  RecordId sample = 0;
  std::optional<RecordId> cell;
  std::string author;
  std::string time_utc;
  std::string text;
};

enum class Role { kTechnician, kReviewer, kAdministrator };
[[nodiscard]] std::string to_string(Role role);
// Throws InputError that lists the roles.
[[nodiscard]] Role role_from(const std::string& text);

struct User {
  RecordId id = 0;
  std::string name;  // what one signs in with
  std::string full_name;
  Role role = Role::kTechnician;
  bool enabled = true;
  int failed_attempts = 0;       // since the last sign-in
  std::string locked_until_utc;  // empty: not locked
};

}  // namespace tomocyte
