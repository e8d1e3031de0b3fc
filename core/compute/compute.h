// What compute devices this machine has, in words. Keeps LibTorch out of the headers that others include.
#pragma once

#include <string>
#include <vector>

#include "core/compute_device.h"

namespace tomocyte {

// "CPU, 2 threads" or "cuda:0 (NVIDIA …)", resolved as a computation on `device` would. Throws DeviceError.
[[nodiscard]] std::string describe(const ComputeDevice& device);

// "cpu", and "cuda:N" for every usable GPU.
[[nodiscard]] std::vector<std::string> available_compute_devices();

// CPU threads that computations of this thread use from now on, unless they are told; 0 = all cores.
void use_threads(int threads);

}  // namespace tomocyte
