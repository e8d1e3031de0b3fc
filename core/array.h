// Typed views over memory with shape and stride, and the one owning array. HDF5, LibTorch, OpenCV and VTK
// all wrap the same contiguous memory (last axis fastest), so crossing between them costs no copy.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <type_traits>
#include <utility>

namespace tomocyte {

using Index = std::ptrdiff_t;

template <std::size_t Rank>
using Shape = std::array<Index, Rank>;

template <std::size_t Rank>
[[nodiscard]] constexpr Index element_count(const Shape<Rank>& shape) {
  Index count = 1;
  for (const Index n : shape) count *= n;
  return count;
}

template <std::size_t Rank>
[[nodiscard]] constexpr Shape<Rank> contiguous_stride(const Shape<Rank>& shape) {
  Shape<Rank> stride{};
  Index step = 1;
  for (std::size_t axis = Rank; axis-- > 0;) {
    stride[axis] = step;
    step *= shape[axis];
  }
  return stride;
}

// "49 x 512 x 512", for messages.
template <std::size_t Rank>
[[nodiscard]] std::string to_string(const Shape<Rank>& shape) {
  std::string text;
  for (const Index n : shape) text += (text.empty() ? "" : " x ") + std::to_string(n);
  return text;
}

// Memory that somebody else owns. Strides are in elements. No bounds checks in operator().
template <class T, std::size_t Rank>
class View {
 public:
  View() = default;
  View(T* data, const Shape<Rank>& shape) : View(data, shape, contiguous_stride(shape)) {}
  View(T* data, const Shape<Rank>& shape, const Shape<Rank>& stride) : data_(data), shape_(shape), stride_(stride) {}
  // A view of mutable elements is also a view of const ones.
  template <class U>
  requires(std::is_same_v<const U, T> && !std::is_same_v<U, T>)
      View(const View<U, Rank>& other)  // NOLINT(google-explicit-constructor)
      : data_(other.data()), shape_(other.shape()), stride_(other.stride()) {}

  [[nodiscard]] T* data() const { return data_; }
  [[nodiscard]] const Shape<Rank>& shape() const { return shape_; }
  [[nodiscard]] Index shape(std::size_t axis) const { return shape_[axis]; }
  [[nodiscard]] const Shape<Rank>& stride() const { return stride_; }
  [[nodiscard]] Index size() const { return element_count(shape_); }
  [[nodiscard]] bool empty() const { return size() == 0; }
  [[nodiscard]] bool contiguous() const { return stride_ == contiguous_stride(shape_); }

  template <class... I>
  requires(sizeof...(I) == Rank) [[nodiscard]] T& operator()(I... index) const {
    const Shape<Rank> at{static_cast<Index>(index)...};
    Index offset = 0;
    for (std::size_t axis = 0; axis < Rank; ++axis) offset += at[axis] * stride_[axis];
    return data_[offset];
  }

  // The slice at `index` of the first axis.
  [[nodiscard]] View<T, Rank - 1> operator[](Index index) const requires(Rank > 1) {
    Shape<Rank - 1> shape{};
    Shape<Rank - 1> stride{};
    for (std::size_t axis = 1; axis < Rank; ++axis) {
      shape[axis - 1] = shape_[axis];
      stride[axis - 1] = stride_[axis];
    }
    return {data_ + index * stride_[0], shape, stride};
  }

 private:
  T* data_ = nullptr;
  Shape<Rank> shape_{};
  Shape<Rank> stride_{};
};

// Owns contiguous memory, or keeps the owner of adopted memory alive (a tensor, an image). Moves; a copy is
// asked for by name (clone).
template <class T, std::size_t Rank>
class Array {
 public:
  Array() = default;
  // Zero-initialised.
  explicit Array(const Shape<Rank>& shape) : shape_(shape) {
    auto memory = std::make_shared<T[]>(static_cast<std::size_t>(element_count(shape)));
    data_ = memory.get();
    owner_ = std::move(memory);
  }
  // `data` must be contiguous and live as long as `owner`.
  [[nodiscard]] static Array adopt(T* data, const Shape<Rank>& shape, std::shared_ptr<void> owner) {  // NOLINT: moved
    Array array;
    array.data_ = data;
    array.shape_ = shape;
    array.owner_ = std::move(owner);
    return array;
  }
  Array(Array&& other) noexcept { swap(other); }
  Array& operator=(Array&& other) noexcept {
    Array(std::move(other)).swap(*this);
    return *this;
  }
  Array(const Array&) = delete;
  Array& operator=(const Array&) = delete;
  ~Array() = default;

  [[nodiscard]] Array clone() const {
    Array copy(shape_);
    std::copy(data_, data_ + size(), copy.data_);
    return copy;
  }

  [[nodiscard]] T* data() { return data_; }
  [[nodiscard]] const T* data() const { return data_; }
  [[nodiscard]] const Shape<Rank>& shape() const { return shape_; }
  [[nodiscard]] Index shape(std::size_t axis) const { return shape_[axis]; }
  [[nodiscard]] Index size() const { return element_count(shape_); }
  [[nodiscard]] bool empty() const { return size() == 0; }
  [[nodiscard]] View<T, Rank> view() { return {data_, shape_}; }
  [[nodiscard]] View<const T, Rank> view() const { return {data_, shape_}; }
  [[nodiscard]] std::span<T> values() { return {data_, static_cast<std::size_t>(size())}; }
  [[nodiscard]] std::span<const T> values() const { return {data_, static_cast<std::size_t>(size())}; }

  template <class... I>
  requires(sizeof...(I) == Rank) [[nodiscard]] T& operator()(I... index) { return view()(index...); }
  template <class... I>
  requires(sizeof...(I) == Rank) [[nodiscard]] const T& operator()(I... index) const { return view()(index...); }
  [[nodiscard]] View<T, Rank - 1> operator[](Index index) requires(Rank > 1) { return view()[index]; }
  [[nodiscard]] View<const T, Rank - 1> operator[](Index index) const requires(Rank > 1) { return view()[index]; }

 private:
  void swap(Array& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(shape_, other.shape_);
    std::swap(owner_, other.owner_);
  }

  T* data_ = nullptr;
  Shape<Rank> shape_{};
  std::shared_ptr<void> owner_;
};

}  // namespace tomocyte
