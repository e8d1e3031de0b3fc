// How far a second reader, who was blind to the review, agrees with it.
#pragma once

#include <optional>

#include "core/catalog/catalog.h"
#include "inference/agreement.h"

namespace tomocyte {

struct ReadingAgreement {
  int cells = 0;               // called by both
  int same = 0;                // of these
  std::optional<Kappa> kappa;  // absent: both used one class only, or no cell was called by both
};

// Of a reading with the review of its sample: classes, with a flag that takes a cell out of its class (artefact, dead,
// doublet) as a class of its own. Throws like compare_with_review().
[[nodiscard]] ReadingAgreement reading_agreement(const Catalog& catalog, RecordId reading);

}  // namespace tomocyte
