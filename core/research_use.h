// The sentence that stands on every page, picture and export; never translated or switched off.
#pragma once

namespace tomocyte {

inline constexpr const char* kResearchUseOnly = "For Research Use Only. Not for use in diagnostic procedures.";

}  // namespace tomocyte
