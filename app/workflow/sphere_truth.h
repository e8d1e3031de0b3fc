// Scans of a homogeneous sphere carry an exact answer: the tomogram is compared with it wherever it is shown.
#pragma once

#include <optional>

#include "core/scan.h"
#include "reconstruction/accuracy.h"

namespace tomocyte {

// The sphere that the scan's ground truth names (radius_um, sphere_index); empty when it is no sphere or there
// is no tomogram.
[[nodiscard]] std::optional<SphereAccuracy> compare_with_truth(const Scan& scan);

}  // namespace tomocyte
