// The little of HDF5 that the scan file needs: handles that close themselves, typed datasets and attributes,
// and errors that name the file and the dataset. Internal to core/files.
#pragma once

#include <hdf5.h>

#include <complex>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/array.h"
#include "core/files/atomic_file.h"

namespace tomocyte::hdf5 {

// Owns one HDF5 identifier of any kind.
class Handle {
 public:
  Handle() = default;
  explicit Handle(hid_t id) : id_(id) {}
  Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, H5I_INVALID_HID)) {}
  Handle& operator=(Handle&& other) noexcept {
    std::swap(id_, other.id_);
    return *this;
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() { close(); }
  [[nodiscard]] hid_t get() const { return id_; }
  [[nodiscard]] bool valid() const { return id_ >= 0; }
  // False when closing failed, which for a dataset or file means that data did not reach the disk.
  bool close();

 private:
  hid_t id_ = H5I_INVALID_HID;
};

// The type in memory of T: uint8, uint16, float, double, std::complex<float> ({r, i} as h5py writes it).
template <class T>
[[nodiscard]] Handle memory_type();

// "uint8", "float32", "complex64", "text", for messages.
[[nodiscard]] std::string type_name(hid_t type);

// Why the last HDF5 call failed, in its own words: "data error detected by Fletcher32 checksum".
[[nodiscard]] std::string last_error();

class File {
 public:
  // Throws FileError: no such file, a folder, not HDF5, truncated.
  [[nodiscard]] static File open(const std::filesystem::path& path);
  // A new file in memory, which close() writes; `target` must outlive it. Throws FileError naming target.path().
  [[nodiscard]] static File create(const AtomicFile& target);
  // A new file on the disk, for data that the memory cannot hold. The caller has reserved its space (ReservedSpace):
  // HDF5 1.10 crashes now and then when a disk fills up under it.
  [[nodiscard]] static File create_on_disk(const AtomicFile& target);

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] hid_t id() const { return file_.get(); }
  [[nodiscard]] bool has(const std::string& object) const;
  void make_group(const std::string& group) const;
  // Every dataset below the root, by path.
  [[nodiscard]] std::vector<std::string> datasets() const;
  [[nodiscard]] std::vector<Index> shape(const std::string& dataset) const;

  // Throws FileError when the dataset is missing, has another rank or a type that does not fit T (a float where
  // camera counts belong), or when a chunk's checksum fails.
  template <class T, std::size_t Rank>
  [[nodiscard]] Array<T, Rank> read(const std::string& dataset) const {
    const std::vector<Index> found = shape(dataset);
    if (found.size() != Rank) wrong_rank(dataset, found, Rank);
    Shape<Rank> wanted{};
    std::copy(found.begin(), found.end(), wanted.begin());
    const Handle type = memory_type<T>();
    check_type(dataset, type);
    Array<T, Rank> array(wanted);
    if (!array.empty()) read_into(dataset, type, array.data());
    return array;
  }
  // Throws FileError when the dataset claims more data than its stored bytes can hold.
  void check_size(const std::string& dataset) const;
  // A one-dimensional dataset of texts.
  [[nodiscard]] std::vector<std::string> read_texts(const std::string& dataset) const;

  // Chunked by `chunk` (axis order of the shape), gzip + shuffle + fletcher32. `stored` is the type on disk.
  template <class T, std::size_t Rank>
  void write(const std::string& dataset, View<const T, Rank> values, const Shape<Rank>& chunk,
             hid_t stored = H5I_INVALID_HID) const {
    const Handle memory = memory_type<T>();
    write_from(dataset, memory, stored == H5I_INVALID_HID ? memory.get() : stored, values.data(),
               {values.shape().begin(), values.shape().end()}, {chunk.begin(), chunk.end()});
  }
  // The same without values yet, which come block by block: a dataset that is too large to be held.
  void make_dataset(const std::string& dataset, const std::vector<Index>& shape, const std::vector<Index>& chunk,
                    hid_t stored) const;
  // One [y, x] plane of a dataset of higher rank, at `index` of the axes before. Each throws FileError.
  void write_plane(const std::string& dataset, const std::vector<Index>& index,
                   View<const std::uint16_t, 2> values) const;
  void read_plane(const std::string& dataset, const std::vector<Index>& index, View<std::uint16_t, 2> values) const;
  // UTF-8 padded to the longest, so that the checksum covers the text itself.
  void write_texts(const std::string& dataset, const std::vector<std::string>& texts) const;

  // Attributes. Absent, or of a type that does not fit: no value.
  [[nodiscard]] std::optional<double> number(const std::string& object, const std::string& attribute) const;
  [[nodiscard]] std::vector<double> numbers(const std::string& object, const std::string& attribute) const;
  // Texts of variable length are never read: they lie in a heap without a checksum, and HDF5 1.10 loops for ever or
  // crashes in a damaged one.
  [[nodiscard]] std::string text(const std::string& object, const std::string& attribute) const;
  [[nodiscard]] bool is_variable_text(const std::string& object, const std::string& attribute) const;
  void set_number(const std::string& object, const std::string& attribute, double value) const;
  void set_integer(const std::string& object, const std::string& attribute, std::int64_t value) const;
  void set_numbers(const std::string& object, const std::string& attribute, const std::vector<double>& values) const;
  void set_text(const std::string& object, const std::string& attribute, const std::string& value) const;

  // Writes a new file to target.temporary() and closes it. Throws FileError when the disk is full.
  void close();

 private:
  File(std::filesystem::path path, Handle file, const AtomicFile* target = nullptr)
      : path_(std::move(path)), file_(std::move(file)), target_(target) {}
  [[nodiscard]] static File created(const AtomicFile& target, const Handle& access);
  [[noreturn]] void wrong_rank(const std::string& dataset, const std::vector<Index>& found, std::size_t wanted) const;
  [[noreturn]] void cannot_write(const std::string& object) const;
  void check_type(const std::string& dataset, const Handle& type) const;
  void read_into(const std::string& dataset, const Handle& type, void* memory) const;
  [[nodiscard]] Handle created_dataset(const std::string& dataset, hid_t stored, const std::vector<hsize_t>& shape,
                                       const std::vector<hsize_t>& chunk) const;
  void write_from(const std::string& dataset, const Handle& memory, hid_t stored, const void* data,
                  const std::vector<hsize_t>& shape, const std::vector<hsize_t>& chunk) const;
  void write_attribute(const std::string& object, const std::string& attribute, const Handle& space, hid_t stored,
                       hid_t memory, const void* data) const;

  std::filesystem::path path_;
  Handle file_;
  const AtomicFile* target_ = nullptr;
};

}  // namespace tomocyte::hdf5
