#include "reconstruction/benchmark.h"

#include <sys/resource.h>

#include <chrono>

#include "core/compute/torch_device.h"

namespace tomocyte {
namespace {

double seconds_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double peak_memory_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

void fft_pairs(const ReconstructionOptions& options, at::Device device, int pairs) {
  const std::array<std::int64_t, 3> size = {options.voxels_axial, options.voxels_lateral, options.voxels_lateral};
  const std::array<std::int64_t, 3> axes = {0, 1, 2};
  at::Tensor volume = at::ones(size, at::TensorOptions(at::kFloat).device(device));
  at::Tensor spectrum = at::fft_rfftn(volume, at::nullopt, axes);
  at::fft_irfftn_out(volume, spectrum, size, axes);
  for (int i = 1; i < pairs; ++i) {
    at::fft_rfftn_out(spectrum, volume, at::nullopt, axes);
    at::fft_irfftn_out(volume, spectrum, size, axes);
  }
  // A GPU works behind the program's back until a value is asked for.
  static_cast<void>(volume[0][0][0].item<float>());
}

}  // namespace

ReconstructionBenchmark benchmark_reconstruction(const HologramStack& holograms, const ReconstructionOptions& options,
                                                 const ComputeDevice& device, const Progress& progress) {
  const at::Device where = torch_device(device);
  fft_pairs(options, where, 1);
  ReconstructionBenchmark result;
  FieldStack fields;
  result.fields_s = seconds_of(
      [&] { fields = retrieve_fields(holograms, options, device, progress.part(0.0, 0.2, "Retrieving fields")); });
  result.tomogram_s = seconds_of(
      [&] { static_cast<void>(reconstruct(fields, options, device, progress.part(0.2, 0.7, "Reconstructing"))); });
  result.peak_memory_mib = peak_memory_mib();
  result.total_s = result.fields_s + result.tomogram_s;
  progress.part(0.7, 1.0, "FFTs alone").report(0.0);
  result.fft_alone_s = seconds_of([&] { fft_pairs(options, where, options.iterations); });
  result.ratio = result.total_s / result.fft_alone_s;
  return result;
}

}  // namespace tomocyte
