// Drawing without a window.
#pragma once

namespace tomocyte {

// Text needs Qt's font database, and that an application object: makes one that needs no display where there is none.
void ensureApplication();

}  // namespace tomocyte
