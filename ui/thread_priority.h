// Threads that work beside the window.
#pragma once

namespace tomocyte {

// The calling thread, and the threads that it begins, give way to the window: on few cores it answers first.
void giveWayToTheWindow();

}  // namespace tomocyte
