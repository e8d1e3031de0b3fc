// The worklist: samples with their state.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/catalog/catalog.h"

namespace tomocyte {

struct NewSample {
  std::string sample_id;
  std::string donor_id;
  std::string received_utc;  // empty: now
  std::optional<double> white_cells_1e9_per_l;
  std::string comment;
  bool simulated = false;
};

struct SampleFilter {
  std::string text;  // part of the sample or donor id, upper and lower case the same
  std::optional<SampleState> state;
  int limit = 0;  // 0: all
};

// Throws InputError: an empty or taken sample id, a total that is no count. PermissionError.
Sample add_sample(Catalog& catalog, const NewSample& sample);

// Newest received first.
[[nodiscard]] std::vector<Sample> list_samples(const Catalog& catalog, const SampleFilter& filter = {});
// Throws InputError when there is none.
[[nodiscard]] Sample get_sample(const Catalog& catalog, RecordId id);
[[nodiscard]] std::optional<Sample> find_sample(const Catalog& catalog, const std::string& sample_id);

// What a person may correct; sample id and simulated mark stay.
struct SampleCorrection {
  std::optional<std::string> donor_id;
  std::optional<std::string> received_utc;
  std::optional<double> white_cells_1e9_per_l;
  std::optional<std::string> comment;
};
// `revision` is that of the sample one saw. Throws ConflictError when it has changed since; InputError,
// PermissionError.
Sample correct_sample(Catalog& catalog, RecordId id, std::int64_t revision, const SampleCorrection& correction);

}  // namespace tomocyte
