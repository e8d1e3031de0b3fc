#include "ui/thread_priority.h"

#include <sys/resource.h>

namespace tomocyte {

void giveWayToTheWindow() {
  constexpr int kNice = 5;
  setpriority(PRIO_PROCESS, 0, kNice);  // on Linux: of this thread alone
}

}  // namespace tomocyte
