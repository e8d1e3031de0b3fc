#include "core/compute/torch_device.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <fmt/format.h>

#include <charconv>
#include <thread>

#include "core/error.h"
#include "core/compute/compute.h"

namespace tomocyte {
namespace {

int gpu_count() { return at::hasCUDA() ? static_cast<int>(at::detail::getCUDAHooks().getNumGPUs()) : 0; }

[[noreturn]] void refuse(const ComputeDevice& device) {
  throw DeviceError(fmt::format("compute device \"{}\" is not on this machine ({} GPU{} usable)", device.name,
                                gpu_count(), gpu_count() == 1 ? "" : "s"),
                    "Use --device auto or --device cpu; tomocyte devices lists what there is.");
}

at::Device resolve(const ComputeDevice& device) {
  if (device.name == "cpu" || (device.name == "auto" && gpu_count() == 0)) return at::kCPU;
  if (device.name == "auto" || device.name == "cuda") {
    if (gpu_count() == 0) refuse(device);
    return {at::kCUDA, 0};
  }
  int index = -1;
  if (device.name.starts_with("cuda:"))
    std::from_chars(device.name.data() + 5, device.name.data() + device.name.size(), index);
  if (index < 0 || index >= gpu_count()) refuse(device);
  return {at::kCUDA, static_cast<at::DeviceIndex>(index)};
}

// LibTorch may start with one thread on a many-core machine.
int thread_count(int threads) {
  return threads > 0 ? threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

}  // namespace

void use_threads(int threads) {
  if (at::get_num_threads() != thread_count(threads)) at::set_num_threads(thread_count(threads));
}

at::Device torch_device(const ComputeDevice& device) {
  const at::Device resolved = resolve(device);
  use_threads(device.threads);
  return resolved;
}

std::string describe(const ComputeDevice& device) {
  const at::Device resolved = resolve(device);
  if (resolved.is_cpu()) return fmt::format("CPU, {} threads", thread_count(device.threads));
  return fmt::format("GPU {}", resolved.str());
}

std::vector<std::string> available_compute_devices() {
  std::vector<std::string> names = {"cpu"};
  for (int i = 0; i < gpu_count(); ++i) names.push_back(fmt::format("cuda:{}", i));
  return names;
}

}  // namespace tomocyte
