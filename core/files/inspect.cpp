// Lists what an HDF5 file holds and reads all of it back, so that every checksum is tried.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>

#include "core/error.h"
#include "core/files/hdf5.h"
#include "core/files/scan_file.h"

namespace tomocyte {
namespace {

bool has_checksum(hid_t dataset) {
  const hdf5::Handle layout(H5Dget_create_plist(dataset));
  for (int i = 0; i < H5Pget_nfilters(layout.get()); ++i) {
    unsigned flags = 0;
    std::size_t values = 0;
    if (H5Pget_filter2(layout.get(), static_cast<unsigned>(i), &flags, &values, nullptr, 0, nullptr, nullptr) ==
        H5Z_FILTER_FLETCHER32)
      return true;
  }
  return false;
}

// Its chunk along every axis: the memory that verifying needs, and how precisely damage is located.
std::vector<hsize_t> chunk_of(hid_t dataset, const std::vector<Index>& shape) {
  const hdf5::Handle layout(H5Dget_create_plist(dataset));
  std::vector<hsize_t> chunk(shape.size());
  if (H5Pget_layout(layout.get()) != H5D_CHUNKED ||
      H5Pget_chunk(layout.get(), static_cast<int>(chunk.size()), chunk.data()) < 0)
    return {shape.begin(), shape.end()};
  return chunk;
}

// Moves `start` to the next block of the first `axes` axes, the last of them fastest; false behind the last block.
bool next_block(std::vector<hsize_t>& start, const std::vector<hsize_t>& chunk, const std::vector<Index>& shape,
                std::size_t axes) {
  for (std::size_t axis = axes; axis-- > 0;) {
    start[axis] += chunk[axis];
    if (start[axis] < static_cast<hsize_t>(shape[axis])) return true;
    start[axis] = 0;
  }
  return false;
}

// Empty when every chunk reads back.
std::string verify(hid_t dataset, const std::vector<Index>& shape, const Progress& progress) {
  const hdf5::Handle type(H5Dget_type(dataset));
  if (shape.empty() || std::find(shape.begin(), shape.end(), 0) != shape.end()) return {};
  const hdf5::Handle space(H5Dget_space(dataset));
  const std::vector<hsize_t> chunk = chunk_of(dataset, shape);
  // Pictures are read whole, stacks of stacks of them picture by picture.
  const std::size_t axes = shape.size() > 3 ? shape.size() - 2 : 1;
  std::vector<hsize_t> start(shape.size());
  std::vector<hsize_t> count(shape.begin(), shape.end());
  std::vector<std::byte> values;
  do {
    progress.report(static_cast<double>(start[0]) / static_cast<double>(shape[0]));
    for (std::size_t axis = 0; axis < axes; ++axis)
      count[axis] = std::min(chunk[axis], static_cast<hsize_t>(shape[axis]) - start[axis]);
    H5Sselect_hyperslab(space.get(), H5S_SELECT_SET, start.data(), nullptr, count.data(), nullptr);
    const hdf5::Handle memory(H5Screate_simple(static_cast<int>(count.size()), count.data(), nullptr));
    values.resize(static_cast<std::size_t>(H5Sget_select_npoints(space.get())) * H5Tget_size(type.get()));
    if (H5Dread(dataset, type.get(), memory.get(), space.get(), H5P_DEFAULT, values.data()) < 0)
      return fmt::format("[{} to {}] of the first axis: {}", start[0], start[0] + count[0] - 1, hdf5::last_error());
  } while (next_block(start, chunk, shape, axes));
  return {};
}

// Numbers, texts of fixed length and complex numbers. What has a variable length lies outside the dataset, in a heap
// without a checksum that is not read (hdf5.h).
bool can_be_verified(hid_t type) {
  const H5T_class_t kind = H5Tget_class(type);
  if (kind == H5T_STRING) return H5Tis_variable_str(type) == 0;
  return kind == H5T_INTEGER || kind == H5T_FLOAT || kind == H5T_ENUM || hdf5::type_name(type).starts_with("complex");
}

DatasetInfo inspect_dataset(const hdf5::File& file, const std::string& path, const Progress& progress) {
  DatasetInfo info;
  info.path = path;
  const hdf5::Handle set(H5Dopen2(file.id(), path.c_str(), H5P_DEFAULT));
  if (!set.valid()) {
    info.intact = false;
    info.problem = hdf5::last_error();
    return info;
  }
  const std::vector<Index> shape = file.shape(path);
  for (const Index n : shape) info.shape += (info.shape.empty() ? "" : " x ") + std::to_string(n);
  const hdf5::Handle type(H5Dget_type(set.get()));
  info.type = hdf5::type_name(type.get());
  info.stored_bytes = H5Dget_storage_size(set.get());
  info.checksummed = has_checksum(set.get());
  info.verified = can_be_verified(type.get());
  if (!info.verified) return info;
  try {
    file.check_size(path);
    info.problem = verify(set.get(), shape, progress);
  } catch (const FileError& error) {
    info.problem = error.what();
  }
  info.intact = info.problem.empty();
  return info;
}

}  // namespace

bool ScanFileInfo::intact() const {
  for (const DatasetInfo& dataset : datasets)
    if (!dataset.intact) return false;
  return true;
}

bool is_hdf5_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::array<char, 8> head{};
  stream.read(head.data(), head.size());
  return stream && std::string_view(head.data(), head.size()) == "\x89HDF\r\n\x1a\n";
}

ScanFileInfo inspect_scan_file(const std::filesystem::path& path, const Progress& progress) {
  const hdf5::File file = hdf5::File::open(path);
  ScanFileInfo info;
  info.format_version = static_cast<int>(file.number("/", "format_version").value_or(0.0));
  const std::vector<std::string> paths = file.datasets();
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const auto n = static_cast<double>(paths.size());
    const auto done = static_cast<double>(i);
    info.datasets.push_back(
        inspect_dataset(file, paths[i], progress.part(done / n, (done + 1.0) / n, "Verifying " + paths[i])));
  }
  return info;
}

}  // namespace tomocyte
