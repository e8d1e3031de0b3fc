// For reconstruction and networks: ComputeDevice as LibTorch's device, and arrays as tensors without copies.
#pragma once

#include <ATen/ATen.h>

#include "core/array.h"
#include "core/compute_device.h"

namespace tomocyte {

// Resolves "auto", sets the number of CPU threads. Throws DeviceError when the device is unknown or absent.
[[nodiscard]] at::Device torch_device(const ComputeDevice& device);

// A tensor over the view's memory, which must outlive it.
template <class T, std::size_t Rank>
[[nodiscard]] at::Tensor as_tensor(View<T, Rank> view) {
  const std::vector<std::int64_t> shape(view.shape().begin(), view.shape().end());
  const std::vector<std::int64_t> stride(view.stride().begin(), view.stride().end());
  using Value = std::remove_const_t<T>;
  at::ScalarType type = at::kFloat;
  if constexpr (std::is_same_v<Value, std::complex<float>>)
    type = at::kComplexFloat;
  else
    static_assert(std::is_same_v<Value, float>);
  return at::from_blob(const_cast<Value*>(view.data()), shape, stride, at::TensorOptions().dtype(type));
}

// An array that keeps the tensor's memory alive; copies only what is not contiguous on the CPU.
template <class T, std::size_t Rank>
[[nodiscard]] Array<T, Rank> as_array(const at::Tensor& tensor) {
  auto owner = std::make_shared<at::Tensor>(tensor.cpu().contiguous());
  Shape<Rank> shape{};
  std::copy(owner->sizes().begin(), owner->sizes().end(), shape.begin());
  return Array<T, Rank>::adopt(static_cast<T*>(owner->data_ptr()), shape, owner);
}

}  // namespace tomocyte
