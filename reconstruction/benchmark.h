// How long a reconstruction takes, against the FFTs that it cannot do without.
#pragma once

#include "core/compute_device.h"
#include "core/hologram_stack.h"
#include "core/progress.h"
#include "reconstruction/reconstruct.h"

namespace tomocyte {

struct ReconstructionBenchmark {
  double fields_s = 0.0;    // holograms -> fields, unwrapped
  double tomogram_s = 0.0;  // fields -> tomogram
  double total_s = 0.0;
  double fft_alone_s = 0.0;      // 2 real 3D FFTs per iteration, same size, same library, same threads
  double ratio = 0.0;            // total / fft_alone
  double peak_memory_mib = 0.0;  // of the whole process
};

// One warm-up FFT pair, then the reconstruction, then the FFTs alone.
[[nodiscard]] ReconstructionBenchmark benchmark_reconstruction(const HologramStack& holograms,
                                                               const ReconstructionOptions& options,
                                                               const ComputeDevice& device = {},
                                                               const Progress& progress = {});

}  // namespace tomocyte
