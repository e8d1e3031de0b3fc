#include "core/files/hdf5.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "core/error.h"

namespace tomocyte::hdf5 {
namespace {

constexpr unsigned kGzipLevel = 1;  // higher levels gain 2 % on tomograms and cost three times the time

// HDF5 prints a stack trace at every failed call; ours are turned into exceptions instead.
void silence() { H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr); }

// The innermost message of HDF5's error stack: "filter returned failure during read", "file is truncated".
std::string last_error() {
  std::string message;
  H5Ewalk2(
      H5E_DEFAULT, H5E_WALK_UPWARD,
      [](unsigned n, const H5E_error2_t* error, void* out) -> herr_t {
        if (n == 0 && error->desc) *static_cast<std::string*>(out) = error->desc;
        return 0;
      },
      &message);
  return message;
}

Handle utf8_string_type() {
  Handle type(H5Tcopy(H5T_C_S1));
  H5Tset_size(type.get(), H5T_VARIABLE);
  H5Tset_cset(type.get(), H5T_CSET_UTF8);
  return type;
}

Handle open_attribute(hid_t file, const std::string& object, const std::string& attribute) {
  silence();
  if (H5Aexists_by_name(file, object.c_str(), attribute.c_str(), H5P_DEFAULT) <= 0) return {};
  return Handle(H5Aopen_by_name(file, object.c_str(), attribute.c_str(), H5P_DEFAULT, H5P_DEFAULT));
}

}  // namespace

Handle::~Handle() {
  if (id_ >= 0) H5Idec_ref(id_);
}

template <>
Handle memory_type<std::uint8_t>() {
  return Handle(H5Tcopy(H5T_NATIVE_UINT8));
}
template <>
Handle memory_type<std::uint16_t>() {
  return Handle(H5Tcopy(H5T_NATIVE_UINT16));
}
template <>
Handle memory_type<float>() {
  return Handle(H5Tcopy(H5T_NATIVE_FLOAT));
}
template <>
Handle memory_type<double>() {
  return Handle(H5Tcopy(H5T_NATIVE_DOUBLE));
}
template <>
Handle memory_type<std::complex<float>>() {
  Handle type(H5Tcreate(H5T_COMPOUND, sizeof(std::complex<float>)));
  H5Tinsert(type.get(), "r", 0, H5T_NATIVE_FLOAT);
  H5Tinsert(type.get(), "i", sizeof(float), H5T_NATIVE_FLOAT);
  return type;
}

File File::open(const std::filesystem::path& path) {
  silence();
  if (!std::filesystem::exists(path)) throw FileError(path, "there is no such file");
  if (std::filesystem::is_directory(path)) throw FileError(path, "is a folder, not a file");
  if (H5Fis_hdf5(path.c_str()) <= 0)
    throw FileError(path, "is not an HDF5 file", "Open a scan file, a TIFF stack or a .npz file.");
  Handle file(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT));
  if (!file.valid())
    throw FileError(path, "cannot be opened: " + last_error(),
                    "The file is damaged or was cut off while it was copied; copy it again from its source.");
  return {path, std::move(file)};
}

File File::create(const std::filesystem::path& path) {
  silence();
  Handle file(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
  if (!file.valid())
    throw FileError(path, std::string("cannot be written: ") + std::strerror(errno),
                    "Check that the folder exists, is writable and has space.");
  return {path, std::move(file)};
}

bool File::has(const std::string& object) const {
  silence();
  // H5Lexists wants every group on the way to exist.
  for (std::size_t at = object.find('/', 1); at != std::string::npos; at = object.find('/', at + 1))
    if (H5Lexists(id(), object.substr(0, at).c_str(), H5P_DEFAULT) <= 0) return false;
  return H5Lexists(id(), object.c_str(), H5P_DEFAULT) > 0;
}

void File::make_group(const std::string& group) const {
  if (has(group)) return;
  const Handle parents(H5Pcreate(H5P_LINK_CREATE));
  H5Pset_create_intermediate_group(parents.get(), 1);
  const Handle created(H5Gcreate2(id(), group.c_str(), parents.get(), H5P_DEFAULT, H5P_DEFAULT));
  if (!created.valid()) throw FileError(path_, "cannot write the group " + group + ": " + last_error());
}

std::vector<std::string> File::datasets() const {
  std::vector<std::string> found;
  H5Ovisit(
      id(), H5_INDEX_NAME, H5_ITER_NATIVE,
      [](hid_t, const char* name, const H5O_info_t* info, void* out) -> herr_t {
        if (info->type == H5O_TYPE_DATASET) static_cast<std::vector<std::string>*>(out)->push_back("/" + std::string(name));
        return 0;
      },
      &found);
  return found;
}

std::vector<Index> File::shape(const std::string& dataset) const {
  if (!has(dataset)) throw FileError(path_, "lacks the dataset " + dataset);
  const Handle set(H5Dopen2(id(), dataset.c_str(), H5P_DEFAULT));
  if (!set.valid()) throw FileError(path_, dataset + " is not a dataset or is damaged: " + last_error());
  const Handle space(H5Dget_space(set.get()));
  std::vector<hsize_t> extent(static_cast<std::size_t>(std::max(0, H5Sget_simple_extent_ndims(space.get()))));
  H5Sget_simple_extent_dims(space.get(), extent.data(), nullptr);
  return {extent.begin(), extent.end()};
}

void File::wrong_rank(const std::string& dataset, std::size_t found, std::size_t wanted) const {
  throw FileError(path_, fmt::format("{} has {} axes, expected {}", dataset, found, wanted));
}

void File::read_into(const std::string& dataset, const Handle& type, void* memory) const {
  silence();
  const Handle set(H5Dopen2(id(), dataset.c_str(), H5P_DEFAULT));
  if (H5Dread(set.get(), type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, memory) < 0)
    throw FileError(path_, dataset + " cannot be read: " + last_error(),
                    "A part of the file is damaged (its checksum fails or its type does not fit); copy it again from "
                    "its source.");
}

void File::write_from(const std::string& dataset, const Handle& memory, hid_t stored, const void* data,
                      const std::vector<hsize_t>& shape, const std::vector<hsize_t>& chunk) const {
  silence();
  const Handle space(H5Screate_simple(static_cast<int>(shape.size()), shape.data(), nullptr));
  const Handle layout(H5Pcreate(H5P_DATASET_CREATE));
  H5Pset_chunk(layout.get(), static_cast<int>(chunk.size()), chunk.data());
  H5Pset_shuffle(layout.get());
  H5Pset_deflate(layout.get(), kGzipLevel);
  H5Pset_fletcher32(layout.get());
  const Handle parents(H5Pcreate(H5P_LINK_CREATE));
  H5Pset_create_intermediate_group(parents.get(), 1);
  const Handle set(
      H5Dcreate2(id(), dataset.c_str(), stored, space.get(), parents.get(), layout.get(), H5P_DEFAULT));
  if (!set.valid() || H5Dwrite(set.get(), memory.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, data) < 0)
    throw FileError(path_, dataset + " cannot be written: " + last_error(), "Free disk space or choose another disk.");
}

std::optional<double> File::number(const std::string& object, const std::string& attribute) const {
  const std::vector<double> values = numbers(object, attribute);
  if (values.size() != 1) return std::nullopt;
  return values.front();
}

std::vector<double> File::numbers(const std::string& object, const std::string& attribute) const {
  const Handle handle = open_attribute(id(), object, attribute);
  if (!handle.valid()) return {};
  const Handle space(H5Aget_space(handle.get()));
  std::vector<double> values(static_cast<std::size_t>(std::max<hssize_t>(0, H5Sget_simple_extent_npoints(space.get()))));
  if (H5Aread(handle.get(), H5T_NATIVE_DOUBLE, values.data()) < 0) return {};
  return values;
}

std::string File::text(const std::string& object, const std::string& attribute) const {
  const Handle handle = open_attribute(id(), object, attribute);
  if (!handle.valid()) return {};
  const Handle type(H5Aget_type(handle.get()));
  if (H5Tget_class(type.get()) != H5T_STRING) return {};
  if (H5Tis_variable_str(type.get()) > 0) {
    char* value = nullptr;
    if (H5Aread(handle.get(), type.get(), &value) < 0 || !value) return {};
    const std::string copy(value);
    H5free_memory(value);
    return copy;
  }
  std::string value(H5Tget_size(type.get()), '\0');
  if (H5Aread(handle.get(), type.get(), value.data()) < 0) return {};
  return value.c_str();
}

void File::write_attribute(const std::string& object, const std::string& attribute, const Handle& space, hid_t stored,
                           hid_t memory, const void* data) const {
  const Handle created(H5Acreate_by_name(id(), object.c_str(), attribute.c_str(), stored, space.get(), H5P_DEFAULT,
                                         H5P_DEFAULT, H5P_DEFAULT));
  if (!created.valid() || H5Awrite(created.get(), memory, data) < 0)
    throw FileError(path_, "cannot write the attribute " + attribute + " of " + object + ": " + last_error());
}

void File::set_number(const std::string& object, const std::string& attribute, double value) const {
  write_attribute(object, attribute, Handle(H5Screate(H5S_SCALAR)), H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, &value);
}

void File::set_integer(const std::string& object, const std::string& attribute, std::int64_t value) const {
  write_attribute(object, attribute, Handle(H5Screate(H5S_SCALAR)), H5T_STD_I64LE, H5T_NATIVE_INT64, &value);
}

void File::set_numbers(const std::string& object, const std::string& attribute, const std::vector<double>& values) const {
  const hsize_t count = values.size();
  write_attribute(object, attribute, Handle(H5Screate_simple(1, &count, nullptr)), H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE,
                  values.data());
}

void File::set_text(const std::string& object, const std::string& attribute, const std::string& value) const {
  const Handle type = utf8_string_type();
  const char* data = value.c_str();
  write_attribute(object, attribute, Handle(H5Screate(H5S_SCALAR)), type.get(), type.get(), static_cast<const void*>(&data));
}

void File::flush() const {
  void* descriptor = nullptr;
  if (H5Fflush(id(), H5F_SCOPE_GLOBAL) < 0 || H5Fget_vfd_handle(id(), H5P_DEFAULT, &descriptor) < 0 ||
      fsync(*static_cast<int*>(descriptor)) != 0)
    throw FileError(path_, "cannot be written to disk: " + last_error(), "Free disk space or choose another disk.");
}

}  // namespace tomocyte::hdf5
