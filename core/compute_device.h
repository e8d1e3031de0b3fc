// Where numbers are crunched: chosen once at start, passed to every stage that uses LibTorch.
#pragma once

#include <string>

namespace tomocyte {

struct ComputeDevice {
  std::string name = "auto";  // "auto" (the GPU if there is one), "cpu", "cuda:0"
  int threads = 0;            // CPU threads; 0 = all cores
};

}  // namespace tomocyte
