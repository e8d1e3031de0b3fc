// A deep copy of a scan, so that a job can change it while the views go on showing the old one.
#pragma once

#include "core/scan.h"

namespace tomocyte {

[[nodiscard]] Tomogram copyOf(const Tomogram& tomogram);
[[nodiscard]] HologramStack copyOf(const HologramStack& stack);
[[nodiscard]] FieldStack copyOf(const FieldStack& fields);
[[nodiscard]] Scan copyOf(const Scan& scan);

}  // namespace tomocyte
