// What the journal says of a finished or discarded position, as JSON. Internal to the engine.
#pragma once

#include <optional>
#include <string>

#include "acquisition/engine.h"

namespace tomocyte {

// Of the light at the sample; absent: the light source does not tell.
[[nodiscard]] std::optional<double> power_mw(const LightSource& light);

// `conditions` null: not asked. `fault` empty: none.
[[nodiscard]] std::string position_note(const PositionReport& report, const StagePosition& place,
                                        const RecordedConditions* conditions, const std::string& fault);
// Of a background that an earlier scan recorded.
[[nodiscard]] std::string stored_background_note(const StoredBackground& background);

}  // namespace tomocyte
