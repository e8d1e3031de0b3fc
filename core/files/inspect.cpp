// Lists what an HDF5 file holds and reads all of it back, so that every checksum is tried.
#include <fmt/format.h>

#include "core/error.h"
#include "core/files/hdf5.h"
#include "core/files/scan_file.h"

namespace tomocyte {
namespace {

std::string type_name(hid_t type) {
  const std::size_t bits = 8 * H5Tget_size(type);
  switch (H5Tget_class(type)) {
    case H5T_INTEGER:
      return fmt::format("{}int{}", H5Tget_sign(type) == H5T_SGN_NONE ? "u" : "", bits);
    case H5T_FLOAT:
      return fmt::format("float{}", bits);
    case H5T_COMPOUND:
      return fmt::format("complex{}", bits);
    case H5T_STRING:
      return "text";
    default:
      return "other";
  }
}

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

DatasetInfo inspect_dataset(const hdf5::File& file, const std::string& path) {
  DatasetInfo info;
  info.path = path;
  const hdf5::Handle set(H5Dopen2(file.id(), path.c_str(), H5P_DEFAULT));
  const hdf5::Handle type(H5Dget_type(set.get()));
  std::size_t count = 1;
  for (const Index n : file.shape(path)) {
    info.shape += (info.shape.empty() ? "" : " x ") + std::to_string(n);
    count *= static_cast<std::size_t>(n);
  }
  info.type = type_name(type.get());
  info.stored_bytes = H5Dget_storage_size(set.get());
  info.checksummed = has_checksum(set.get());
  if (H5Tget_class(type.get()) == H5T_STRING || H5Tget_class(type.get()) == H5T_VLEN) return info;
  std::vector<std::byte> values(count * H5Tget_size(type.get()));
  if (!values.empty() && H5Dread(set.get(), type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) < 0) {
    info.intact = false;
    info.problem = "cannot be read back (checksum or data damaged)";
  }
  return info;
}

}  // namespace

bool ScanFileInfo::intact() const {
  for (const DatasetInfo& dataset : datasets)
    if (!dataset.intact) return false;
  return true;
}

ScanFileInfo inspect_scan_file(const std::filesystem::path& path, const Progress& progress) {
  const hdf5::File file = hdf5::File::open(path);
  ScanFileInfo info;
  info.format_version = static_cast<int>(file.number("/", "format_version").value_or(0.0));
  const std::vector<std::string> paths = file.datasets();
  for (std::size_t i = 0; i < paths.size(); ++i) {
    progress.report(static_cast<double>(i) / static_cast<double>(paths.size()));
    info.datasets.push_back(inspect_dataset(file, paths[i]));
  }
  return info;
}

}  // namespace tomocyte
