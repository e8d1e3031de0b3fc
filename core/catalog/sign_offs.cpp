#include "core/catalog/sign_offs.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <span>

#include "core/catalog/catalog_error.h"
#include "core/catalog/change.h"
#include "core/catalog/samples.h"
#include "core/catalog/users.h"
#include "core/files/checksum.h"

namespace tomocyte {
namespace {

void refuse_changed(const Sample& sample, const std::optional<CatalogSignOff>& last, const SignOffRequest& request) {
  if (sample.revision == request.sample_revision) return;
  throw ConflictError(fmt::format("sample {} has changed since the report was made", sample.sample_id),
                      last && last->sample_revision >= request.sample_revision
                          ? fmt::format("{} signed version {} at {}. Make the report again.", last->signer,
                                        last->version, last->signed_utc)
                          : "Make the report again, look at it and sign that.");
}

void refuse_signed(const Sample& sample, const std::optional<CatalogSignOff>& last) {
  if (last && last->sample_revision == sample.revision)
    throw ConflictError(fmt::format("sample {} was signed by {} at {} and has not changed since", sample.sample_id,
                                    last->signer, last->signed_utc),
                        "Correct what is wrong first; then sign the amendment.");
}

void refuse_unfinished(const Sample& sample, const SignOffRequest& request) {
  const SampleCounts& counts = sample.counts;
  if (counts.cells == 0)
    throw InputError(fmt::format("sample {} has no cells to sign for", sample.sample_id), "Import its scans first.");
  const int left = counts.cells - counts.reviewed;
  if ((left > 0 || counts.unidentified > 0) && request.override_reason.empty())
    throw InputError(fmt::format("sample {}: {} of {} cells are not reviewed and {} are unidentified", sample.sample_id,
                                 left, counts.cells, counts.unidentified),
                     "Review them, or give the reason to sign all the same.");
}

void refuse_reasonless(const std::optional<CatalogSignOff>& last, const SignOffRequest& request) {
  if (last && request.reason.empty())
    throw InputError(fmt::format("version {} was signed by {} at {}", last->version, last->signer, last->signed_utc),
                     "Give the reason of the amendment.");
}

CatalogSignOff make_sign_off(const Change& change, const std::optional<CatalogSignOff>& last,
                             const SignOffRequest& request) {
  CatalogSignOff made;
  made.sample = request.sample;
  made.version = last ? last->version + 1 : 1;
  made.signer = change.user().name;
  made.signer_full_name = change.user().full_name;
  made.signed_utc = change.time_utc();
  made.sample_revision = request.sample_revision;
  made.snapshot_json = request.snapshot_json;
  made.snapshot_checksum = checksum(std::as_bytes(std::span(made.snapshot_json)));
  if (last) made.amends = last->id;
  made.reason = request.reason;
  made.override_reason = request.override_reason;
  return made;
}

RecordId insert_sign_off(const Database& database, const CatalogSignOff& made) {
  Statement row = database.run(
      "INSERT INTO sign_offs (sample, version, signer, signer_full_name, signed_utc, sample_revision, snapshot, "
      "snapshot_checksum, amends, reason, override_reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
      made.sample, made.version, made.signer, made.signer_full_name, made.signed_utc, made.sample_revision,
      made.snapshot_json, made.snapshot_checksum, made.amends, made.reason, made.override_reason);
  row.next();
  return row.integer();
}

}  // namespace

CatalogSignOff sign_sample(Catalog& catalog, const SignOffRequest& request) {
  if (!nlohmann::json::accept(request.snapshot_json))
    throw InputError("the report to sign is not JSON", "Make the report again.");
  confirm_password(catalog, request.password);
  Change change(catalog, Permission::kSign);
  const Sample sample = get_sample(catalog, request.sample);
  const std::optional<CatalogSignOff> last = latest_sign_off(catalog, request.sample);
  refuse_changed(sample, last, request);
  refuse_signed(sample, last);
  refuse_unfinished(sample, request);
  refuse_reasonless(last, request);
  CatalogSignOff made = make_sign_off(change, last, request);
  made.id = insert_sign_off(change.database(), made);
  change.audit(last ? "amend" : "sign", fmt::format("sample {}", request.sample),
               {{"sign_off", made.id},
                {"version", made.version},
                {"snapshot_checksum", made.snapshot_checksum},
                {"reason", made.reason},
                {"override_reason", made.override_reason}});
  change.commit();
  return made;
}

std::vector<CatalogSignOff> sign_offs_of(const Catalog& catalog, RecordId sample) {
  Statement row = catalog.database().run(
      "SELECT id, sample, version, signer, signer_full_name, signed_utc, sample_revision, snapshot, snapshot_checksum, "
      "amends, reason, override_reason FROM sign_offs WHERE sample = ? ORDER BY version",
      sample);
  std::vector<CatalogSignOff> found;
  while (row.next())
    found.push_back({row.integer(), row.integer(), row.small(), row.text(), row.text(), row.text(), row.integer(),
                     row.text(), row.text(), row.optional_integer(), row.text(), row.text()});
  return found;
}

std::optional<CatalogSignOff> latest_sign_off(const Catalog& catalog, RecordId sample) {
  auto all = sign_offs_of(catalog, sample);
  return all.empty() ? std::nullopt : std::optional(std::move(all.back()));
}

}  // namespace tomocyte
