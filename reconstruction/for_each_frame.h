// The frames of a scan, or the cells of a set, shared out among the CPU's threads.
#pragma once

#include <functional>

#include "core/array.h"
#include "core/progress.h"

namespace tomocyte {

// Calls work(i) once for every i below `frames`, on as many threads as LibTorch has, each frame on one. The first
// exception stops the others and is thrown here. Progress is reported on the calling thread.
void for_each_frame(Index frames, const Progress& progress, const std::function<void(Index)>& work);

}  // namespace tomocyte
