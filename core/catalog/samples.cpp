#include "core/catalog/samples.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/catalog/catalog_error.h"
#include "core/catalog/change.h"
#include "core/catalog/flags.h"

namespace tomocyte {
namespace {

// Counts and the latest sign-off beside each sample; {} is the condition on the samples.
constexpr const char* kSelectSamples = R"(
WITH chosen AS (SELECT * FROM samples s WHERE {}),
counted AS (
  SELECT sample, count(*) AS cells, sum(reviewed) AS reviewed,
    sum(CASE WHEN cell_class = '' AND (flags & {}) = 0 THEN 1 ELSE 0 END) AS unidentified
  FROM cells WHERE too_small = 0 AND sample IN (SELECT id FROM chosen) GROUP BY sample),
scanned AS (SELECT sample, count(*) AS scans FROM scans GROUP BY sample),
signed AS (SELECT sample, max(version) AS version, max(sample_revision) AS revision FROM sign_offs GROUP BY sample)
SELECT s.id, s.sample_id, s.donor_id, s.received_utc, s.white_cells_1e9_per_l, s.comment, s.simulated, s.revision,
  COALESCE(n.scans, 0), COALESCE(c.cells, 0), COALESCE(c.reviewed, 0), COALESCE(c.unidentified, 0),
  COALESCE(o.version, 0), COALESCE(o.revision, -1)
FROM chosen s LEFT JOIN counted c ON c.sample = s.id LEFT JOIN scanned n ON n.sample = s.id
LEFT JOIN signed o ON o.sample = s.id
ORDER BY s.received_utc DESC, s.id DESC)";

SampleState state_of(const Sample& sample, std::int64_t signed_revision) {
  if (signed_revision == sample.revision) return SampleState::kDone;
  if (sample.counts.cells == 0) return SampleState::kToAcquire;
  const bool all_seen = sample.counts.reviewed == sample.counts.cells && sample.counts.unidentified == 0;
  return all_seen ? SampleState::kToSign : SampleState::kToReview;
}

Sample read_sample(Statement& row) {
  Sample sample;
  sample.id = row.integer();
  sample.sample_id = row.text();
  sample.donor_id = row.text();
  sample.received_utc = row.text();
  sample.white_cells_1e9_per_l = row.optional_number();
  sample.comment = row.text();
  sample.simulated = row.flag();
  sample.revision = row.integer();
  sample.counts = {row.small(), row.small(), row.small(), row.small()};
  sample.signed_version = row.small();
  sample.state = state_of(sample, row.integer());
  return sample;
}

template <class... Values>
std::vector<Sample> select_samples(const Catalog& catalog, const std::string& condition, const Values&... values) {
  Statement rows =
      catalog.database().run(fmt::format(fmt::runtime(kSelectSamples), condition, kClassNotNeeded), values...);
  std::vector<Sample> samples;
  while (rows.next()) samples.push_back(read_sample(rows));
  return samples;
}

void check_total(const std::optional<double>& white_cells_1e9_per_l) {
  // Chronic leukemias reach some hundreds; a number beyond is a count in another unit.
  constexpr double kMost = 2000.0;
  if (white_cells_1e9_per_l && !(*white_cells_1e9_per_l >= 0.0 && *white_cells_1e9_per_l <= kMost))
    throw InputError(fmt::format("a total white count of {} x 10^9/L cannot be", *white_cells_1e9_per_l),
                     "Give it in 10^9 per litre (the same number as thousands per µL).");
}

// '%' and '_' as themselves.
std::string contains_pattern(const std::string& text) {
  std::string pattern = "%";
  for (const char letter : text) {
    if (letter == '%' || letter == '_' || letter == '!') pattern += '!';
    pattern += letter;
  }
  return pattern + "%";
}

nlohmann::json correction_json(const Sample& before, const SampleCorrection& correction) {
  nlohmann::json json = nlohmann::json::object();
  if (correction.donor_id) json["donor_id"] = {before.donor_id, *correction.donor_id};
  if (correction.received_utc) json["received_utc"] = {before.received_utc, *correction.received_utc};
  if (correction.comment) json["comment"] = {before.comment, *correction.comment};
  if (correction.white_cells_1e9_per_l) {
    const auto& old = before.white_cells_1e9_per_l;
    json["white_cells_1e9_per_l"] = {old ? nlohmann::json(*old) : nlohmann::json(), *correction.white_cells_1e9_per_l};
  }
  return json;
}

}  // namespace

Sample add_sample(Catalog& catalog, const NewSample& sample) {
  if (sample.sample_id.empty())
    throw InputError("the sample has no id", "Scan the tube's barcode or type the id (--sample-id).");
  check_total(sample.white_cells_1e9_per_l);
  Change change(catalog, Permission::kManageSamples);
  if (find_sample(catalog, sample.sample_id))
    throw InputError(fmt::format("there is a sample \"{}\" already", sample.sample_id),
                     "Give another id, or add the scans to that sample.");
  const std::string received = sample.received_utc.empty() ? change.time_utc() : sample.received_utc;
  change.database().run(
      "INSERT INTO samples (sample_id, donor_id, received_utc, white_cells_1e9_per_l, comment, simulated, revision) "
      "VALUES (?, ?, ?, ?, ?, ?, 0)",
      sample.sample_id, sample.donor_id, received, sample.white_cells_1e9_per_l, sample.comment, sample.simulated);
  Sample added = *find_sample(catalog, sample.sample_id);
  change.audit("add sample", fmt::format("sample {}", added.id),
               {{"sample_id", added.sample_id}, {"donor_id", added.donor_id}, {"simulated", added.simulated}});
  change.commit();
  return added;
}

std::vector<Sample> list_samples(const Catalog& catalog, const SampleFilter& filter) {
  const std::string pattern = contains_pattern(filter.text);
  std::vector<Sample> samples =
      filter.text.empty()
          ? select_samples(catalog, "1 = 1")
          : select_samples(catalog,
                           "lower(sample_id) LIKE lower(?) ESCAPE '!' OR lower(donor_id) LIKE lower(?) ESCAPE '!'",
                           pattern, pattern);
  if (filter.state) std::erase_if(samples, [&](const Sample& sample) { return sample.state != *filter.state; });
  if (filter.limit > 0 && samples.size() > static_cast<std::size_t>(filter.limit))
    samples.resize(static_cast<std::size_t>(filter.limit));
  return samples;
}

Sample get_sample(const Catalog& catalog, RecordId id) {
  auto found = select_samples(catalog, "s.id = ?", id);
  if (found.empty()) throw InputError(fmt::format("the catalog has no sample {}", id));
  return std::move(found.front());
}

std::optional<Sample> find_sample(const Catalog& catalog, const std::string& sample_id) {
  auto found = select_samples(catalog, "s.sample_id = ?", sample_id);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

Sample correct_sample(Catalog& catalog, RecordId id, std::int64_t revision, const SampleCorrection& correction) {
  check_total(correction.white_cells_1e9_per_l);
  Change change(catalog, Permission::kManageSamples);
  const Sample before = get_sample(catalog, id);
  if (before.revision != revision)
    throw ConflictError(fmt::format("sample {} has changed since you opened it", before.sample_id),
                        "Look at it again and repeat the correction.");
  const auto total = correction.white_cells_1e9_per_l ? correction.white_cells_1e9_per_l : before.white_cells_1e9_per_l;
  change.database().run(
      "UPDATE samples SET donor_id = ?, received_utc = ?, white_cells_1e9_per_l = ?, comment = ? WHERE id = ?",
      correction.donor_id.value_or(before.donor_id), correction.received_utc.value_or(before.received_utc), total,
      correction.comment.value_or(before.comment), id);
  change.touch_sample(id);
  change.audit("correct sample", fmt::format("sample {}", id), correction_json(before, correction));
  change.commit();
  return get_sample(catalog, id);
}

}  // namespace tomocyte
