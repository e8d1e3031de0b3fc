// Signing a sample: an immutable snapshot with its checksum. An amendment is a new version that names the old.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/catalog/catalog.h"

namespace tomocyte {

struct SignOffRequest {
  RecordId sample = 0;
  std::int64_t sample_revision = 0;  // of the sample that the snapshot was made from
  std::string snapshot_json;         // the whole report; the catalog does not look into it
  std::string password;              // of the signer, asked again
  std::string reason;                // of an amendment; needed when the sample was signed before
  std::string override_reason;       // needed when cells are not reviewed or unidentified
};

// Throws ConflictError (the sample has changed since the snapshot; somebody else signed it), InputError (no cells,
// cells left without a reason, nothing has changed since it was signed), PermissionError (no reviewer, wrong password).
CatalogSignOff sign_sample(Catalog& catalog, const SignOffRequest& request);

// Oldest version first.
[[nodiscard]] std::vector<CatalogSignOff> sign_offs_of(const Catalog& catalog, RecordId sample);
[[nodiscard]] std::optional<CatalogSignOff> latest_sign_off(const Catalog& catalog, RecordId sample);

}  // namespace tomocyte
