#include "core/files/hdf5.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "core/error.h"

namespace tomocyte::hdf5 {
namespace {

constexpr unsigned kGzipLevel = 1;  // higher levels gain 2 % on tomograms and cost three times the time

// HDF5 prints a stack trace at every failed call; ours are turned into exceptions instead.
void silence() { H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr); }

constexpr const char* kDamagedRemedy =
    "The file is damaged or was cut off while it was copied; copy it again from its source.";

// Of a file, group or dataset to be made. Without the time when it was made, a scan that is saved twice gives the same
// bytes: the catalog knows a scan by its file's checksum.
Handle without_times(hid_t kind) {
  Handle options(H5Pcreate(kind));
  H5Pset_obj_track_times(options.get(), 0);
  return options;
}

Handle utf8_string_type(std::size_t size) {
  Handle type(H5Tcopy(H5T_C_S1));
  H5Tset_size(type.get(), size);
  H5Tset_cset(type.get(), H5T_CSET_UTF8);
  return type;
}

Handle open_attribute(hid_t file, const std::string& object, const std::string& attribute) {
  silence();
  if (H5Aexists_by_name(file, object.c_str(), attribute.c_str(), H5P_DEFAULT) <= 0) return {};
  return Handle(H5Aopen_by_name(file, object.c_str(), attribute.c_str(), H5P_DEFAULT, H5P_DEFAULT));
}

std::array<hsize_t, 2> plane_extent(const Shape<2>& shape) {
  return {static_cast<hsize_t>(shape[0]), static_cast<hsize_t>(shape[1])};
}

// The dataset's space with one plane selected.
Handle plane_of(const Handle& set, const std::vector<Index>& index, const Shape<2>& shape) {
  Handle space(H5Dget_space(set.get()));
  std::vector<hsize_t> start(index.begin(), index.end());
  std::vector<hsize_t> count(index.size(), 1);
  for (const hsize_t n : plane_extent(shape)) {
    start.push_back(0);
    count.push_back(n);
  }
  if (H5Sget_simple_extent_ndims(space.get()) != static_cast<int>(start.size()) ||
      H5Sselect_hyperslab(space.get(), H5S_SELECT_SET, start.data(), nullptr, count.data(), nullptr) < 0 ||
      H5Sselect_valid(space.get()) <= 0)
    return {};
  return space;
}

}  // namespace

bool Handle::close() {
  const hid_t id = std::exchange(id_, H5I_INVALID_HID);
  return id < 0 || H5Idec_ref(id) >= 0;
}

std::string last_error() {
  std::string message;
  H5Ewalk2(
      H5E_DEFAULT, H5E_WALK_UPWARD,
      [](unsigned n, const H5E_error2_t* error, void* out) -> herr_t {
        if (n == 0 && error->desc) *static_cast<std::string*>(out) = error->desc;
        return 0;
      },
      &message);
  // A failing write is reported with buffer addresses and offsets around the one part that helps a user.
  const std::string mark = "error message = '";
  if (const std::size_t at = message.find(mark); at != std::string::npos) {
    message.erase(0, at + mark.size());
    message.resize(std::min(message.find('\''), message.size()));
  }
  return message;
}

std::string type_name(hid_t type) {
  const std::size_t bits = 8 * H5Tget_size(type);
  switch (H5Tget_class(type)) {
    case H5T_INTEGER:
      return fmt::format("{}int{}", H5Tget_sign(type) == H5T_SGN_NONE ? "u" : "", bits);
    case H5T_FLOAT:
      return fmt::format("float{}", bits);
    case H5T_COMPOUND:
      return H5Tget_nmembers(type) == 2 && H5Tget_member_index(type, "r") == 0 && H5Tget_member_index(type, "i") == 1
                 ? fmt::format("complex{}", bits)
                 : "compound";
    case H5T_STRING:
      return "text";
    default:
      return "other";
  }
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
  if (!std::filesystem::exists(path)) throw FileError(path, "there is no such file", "Check the name and the folder.");
  if (std::filesystem::is_directory(path)) throw FileError(path, "is a folder, not a file", "Open a file inside it.");
  if (H5Fis_hdf5(path.c_str()) <= 0)
    throw FileError(path, "is not an HDF5 file", "Open a scan file, a TIFF stack or a .npz file.");
  Handle file(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT));
  if (!file.valid()) throw FileError(path, "cannot be opened: " + last_error(), kDamagedRemedy);
  return {path, std::move(file)};
}

File File::create(const AtomicFile& target) {
  const Handle access(H5Pcreate(H5P_FILE_ACCESS));
  // HDF5 1.10 crashes now and then when a disk fills up under it (a chunk is freed twice while the dataset closes), so
  // the file is built in memory and meets the disk only once, when it is closed.
  constexpr std::size_t kGrowBy = std::size_t{16} << 20;
  H5Pset_fapl_core(access.get(), kGrowBy, 1);
  return created(target, access);
}

File File::create_on_disk(const AtomicFile& target) { return created(target, Handle(H5Pcreate(H5P_FILE_ACCESS))); }

File File::created(const AtomicFile& target, const Handle& access) {
  silence();
  // Format 1.10: object headers (attributes) and chunk indices carry checksums too, not only the data.
  H5Pset_libver_bounds(access.get(), H5F_LIBVER_V110, H5F_LIBVER_V110);
  const Handle root = without_times(H5P_FILE_CREATE);
  Handle file(H5Fcreate(target.temporary().c_str(), H5F_ACC_TRUNC, root.get(), access.get()));
  if (!file.valid()) target.fail(last_error());
  return {target.path(), std::move(file), &target};
}

void File::close() {
  if (!file_.close()) target_->fail(std::strerror(errno));
}

void File::cannot_write(const std::string& object) const { target_->fail(object + ": " + last_error()); }

bool File::has(const std::string& object) const {
  silence();
  // H5Lexists wants every group on the way to exist.
  for (std::size_t at = object.find('/', 1); at != std::string::npos; at = object.find('/', at + 1))
    if (H5Lexists(id(), object.substr(0, at).c_str(), H5P_DEFAULT) <= 0) return false;
  return H5Lexists(id(), object.c_str(), H5P_DEFAULT) > 0;
}

void File::make_group(const std::string& group) const {
  if (group.empty() || has(group)) return;
  make_group(group.substr(0, group.rfind('/')));
  const Handle options = without_times(H5P_GROUP_CREATE);
  const Handle created(H5Gcreate2(id(), group.c_str(), H5P_DEFAULT, options.get(), H5P_DEFAULT));
  if (!created.valid()) cannot_write(group);
}

std::vector<std::string> File::datasets() const {
  std::vector<std::string> found;
  H5Ovisit(
      id(), H5_INDEX_NAME, H5_ITER_NATIVE,
      [](hid_t, const char* name, const H5O_info_t* info, void* out) -> herr_t {
        if (info->type == H5O_TYPE_DATASET)
          static_cast<std::vector<std::string>*>(out)->push_back("/" + std::string(name));
        return 0;
      },
      &found);
  return found;
}

std::vector<Index> File::shape(const std::string& dataset) const {
  if (!has(dataset))
    throw FileError(path_, "lacks the dataset " + dataset, "docs/file-format.md lists what a scan file must hold.");
  const Handle set(H5Dopen2(id(), dataset.c_str(), H5P_DEFAULT));
  if (!set.valid()) throw FileError(path_, dataset + " cannot be opened: " + last_error(), kDamagedRemedy);
  const Handle space(H5Dget_space(set.get()));
  std::vector<hsize_t> extent(static_cast<std::size_t>(std::max(0, H5Sget_simple_extent_ndims(space.get()))));
  H5Sget_simple_extent_dims(space.get(), extent.data(), nullptr);
  return {extent.begin(), extent.end()};
}

void File::wrong_rank(const std::string& dataset, const std::vector<Index>& found, std::size_t wanted) const {
  std::string extent;
  for (const Index n : found) extent += (extent.empty() ? "" : " x ") + std::to_string(n);
  throw FileError(path_, fmt::format("{} has {} axes ({}), expected {}", dataset, found.size(), extent, wanted),
                  "docs/file-format.md gives the shape of every dataset.");
}

void File::check_type(const std::string& dataset, const Handle& type) const {
  const Handle set(H5Dopen2(id(), dataset.c_str(), H5P_DEFAULT));
  const Handle stored(H5Dget_type(set.get()));
  const H5T_class_t found = H5Tget_class(stored.get());
  bool fits = false;
  switch (H5Tget_class(type.get())) {
    case H5T_INTEGER:  // HDF5 would silently clip what does not fit
      fits = found == H5T_INTEGER && H5Tget_sign(stored.get()) == H5T_SGN_NONE &&
             H5Tget_size(stored.get()) <= H5Tget_size(type.get());
      break;
    case H5T_FLOAT:
      fits = found == H5T_FLOAT || found == H5T_INTEGER;
      break;
    default:
      fits = type_name(stored.get()).starts_with("complex");
  }
  if (!fits)
    throw FileError(path_,
                    fmt::format("{} holds {}, expected {}", dataset, type_name(stored.get()), type_name(type.get())),
                    "docs/file-format.md gives the type of every dataset.");
  check_size(dataset);
}

// A damaged header may claim any shape; believing it would exhaust the memory.
void File::check_size(const std::string& dataset) const {
  constexpr double kBestCompression = 1100.0;  // deflate cannot do better than 1032 : 1
  double bytes = 1.0;
  for (const Index n : shape(dataset)) bytes *= static_cast<double>(n);
  const Handle set(H5Dopen2(id(), dataset.c_str(), H5P_DEFAULT));
  const Handle type(H5Dget_type(set.get()));
  bytes *= static_cast<double>(H5Tget_size(type.get()));
  const auto stored = static_cast<double>(H5Dget_storage_size(set.get()));
  if (bytes > kBestCompression * (stored + 4096.0))
    throw FileError(path_, fmt::format("{} claims {:.3g} bytes but stores only {:.3g}", dataset, bytes, stored),
                    kDamagedRemedy);
}

void File::read_into(const std::string& dataset, const Handle& type, void* memory) const {
  silence();
  const Handle set(H5Dopen2(id(), dataset.c_str(), H5P_DEFAULT));
  if (H5Dread(set.get(), type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, memory) < 0)
    throw FileError(path_, dataset + " cannot be read: " + last_error(), kDamagedRemedy);
}

std::vector<std::string> File::read_texts(const std::string& dataset) const {
  const std::vector<Index> extent = shape(dataset);
  if (extent.size() != 1) wrong_rank(dataset, extent, 1);
  const Handle set(H5Dopen2(id(), dataset.c_str(), H5P_DEFAULT));
  const Handle stored(H5Dget_type(set.get()));
  if (H5Tget_class(stored.get()) != H5T_STRING || H5Tis_variable_str(stored.get()) > 0)
    throw FileError(path_, dataset + " does not hold texts of fixed length", kDamagedRemedy);
  check_size(dataset);
  const std::size_t size = H5Tget_size(stored.get());
  std::string all(size * static_cast<std::size_t>(extent[0]), '\0');
  if (!all.empty()) read_into(dataset, stored, all.data());
  std::vector<std::string> texts;
  for (std::size_t at = 0; at < all.size(); at += size) {
    const std::string padded = all.substr(at, size);
    texts.push_back(padded.substr(0, padded.find('\0')));
  }
  return texts;
}

void File::write_texts(const std::string& dataset, const std::vector<std::string>& texts) const {
  std::size_t size = 1;
  for (const std::string& text : texts) size = std::max(size, text.size());
  std::string all;
  for (const std::string& text : texts) all += text + std::string(size - text.size(), '\0');
  Handle type = utf8_string_type(size);
  H5Tset_strpad(type.get(), H5T_STR_NULLPAD);
  const hsize_t count = texts.size();
  write_from(dataset, type, type.get(), all.data(), {count}, {std::max<hsize_t>(count, 1)});
}

Handle File::created_dataset(const std::string& dataset, hid_t stored, const std::vector<hsize_t>& shape,
                             const std::vector<hsize_t>& chunk) const {
  silence();
  const Handle space(H5Screate_simple(static_cast<int>(shape.size()), shape.data(), nullptr));
  const Handle layout = without_times(H5P_DATASET_CREATE);
  H5Pset_chunk(layout.get(), static_cast<int>(chunk.size()), chunk.data());
  H5Pset_shuffle(layout.get());
  H5Pset_deflate(layout.get(), kGzipLevel);
  H5Pset_fletcher32(layout.get());
  make_group(dataset.substr(0, dataset.rfind('/')));
  return Handle(H5Dcreate2(id(), dataset.c_str(), stored, space.get(), H5P_DEFAULT, layout.get(), H5P_DEFAULT));
}

void File::write_from(const std::string& dataset, const Handle& memory, hid_t stored, const void* data,
                      const std::vector<hsize_t>& shape, const std::vector<hsize_t>& chunk) const {
  Handle set = created_dataset(dataset, stored, shape, chunk);
  // Small chunks wait in a cache until the dataset is closed: closing can fail like writing.
  if (!set.valid() || H5Dwrite(set.get(), memory.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, data) < 0 || !set.close())
    cannot_write(dataset);
}

void File::make_dataset(const std::string& dataset, const std::vector<Index>& shape, const std::vector<Index>& chunk,
                        hid_t stored) const {
  if (!created_dataset(dataset, stored, {shape.begin(), shape.end()}, {chunk.begin(), chunk.end()}).close())
    cannot_write(dataset);
}

void File::write_plane(const std::string& dataset, const std::vector<Index>& index,
                       View<const std::uint16_t, 2> values) const {
  silence();
  Handle set(H5Dopen2(id(), dataset.c_str(), H5P_DEFAULT));
  const Handle space = plane_of(set, index, values.shape());
  const Handle memory(H5Screate_simple(2, plane_extent(values.shape()).data(), nullptr));
  if (!space.valid() ||
      H5Dwrite(set.get(), H5T_NATIVE_UINT16, memory.get(), space.get(), H5P_DEFAULT, values.data()) < 0 || !set.close())
    cannot_write(dataset);
}

void File::read_plane(const std::string& dataset, const std::vector<Index>& index,
                      View<std::uint16_t, 2> values) const {
  silence();
  const Handle set(H5Dopen2(id(), dataset.c_str(), H5P_DEFAULT));
  const Handle space = plane_of(set, index, values.shape());
  const Handle memory(H5Screate_simple(2, plane_extent(values.shape()).data(), nullptr));
  if (!space.valid() ||
      H5Dread(set.get(), H5T_NATIVE_UINT16, memory.get(), space.get(), H5P_DEFAULT, values.data()) < 0)
    throw FileError(path_, dataset + " cannot be read: " + last_error(), kDamagedRemedy);
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
  std::vector<double> values(
      static_cast<std::size_t>(std::max<hssize_t>(0, H5Sget_simple_extent_npoints(space.get()))));
  if (H5Aread(handle.get(), H5T_NATIVE_DOUBLE, values.data()) < 0) return {};
  return values;
}

std::string File::text(const std::string& object, const std::string& attribute) const {
  const Handle handle = open_attribute(id(), object, attribute);
  if (!handle.valid()) return {};
  const Handle type(H5Aget_type(handle.get()));
  const Handle space(H5Aget_space(handle.get()));
  if (H5Tget_class(type.get()) != H5T_STRING || H5Tis_variable_str(type.get()) > 0) return {};
  if (H5Sget_simple_extent_npoints(space.get()) != 1) return {};
  std::string value(H5Tget_size(type.get()), '\0');
  if (H5Aread(handle.get(), type.get(), value.data()) < 0) return {};
  return value.c_str();
}

bool File::is_variable_text(const std::string& object, const std::string& attribute) const {
  const Handle handle = open_attribute(id(), object, attribute);
  return handle.valid() && H5Tis_variable_str(Handle(H5Aget_type(handle.get())).get()) > 0;
}

void File::write_attribute(const std::string& object, const std::string& attribute, const Handle& space, hid_t stored,
                           hid_t memory, const void* data) const {
  const Handle created(H5Acreate_by_name(id(), object.c_str(), attribute.c_str(), stored, space.get(), H5P_DEFAULT,
                                         H5P_DEFAULT, H5P_DEFAULT));
  if (!created.valid() || H5Awrite(created.get(), memory, data) < 0) cannot_write(object + "/" + attribute);
}

void File::set_number(const std::string& object, const std::string& attribute, double value) const {
  write_attribute(object, attribute, Handle(H5Screate(H5S_SCALAR)), H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, &value);
}

void File::set_integer(const std::string& object, const std::string& attribute, std::int64_t value) const {
  write_attribute(object, attribute, Handle(H5Screate(H5S_SCALAR)), H5T_STD_I64LE, H5T_NATIVE_INT64, &value);
}

void File::set_numbers(const std::string& object, const std::string& attribute,
                       const std::vector<double>& values) const {
  const hsize_t count = values.size();
  write_attribute(object, attribute, Handle(H5Screate_simple(1, &count, nullptr)), H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE,
                  values.data());
}

// Of fixed length: text of variable length lives in a heap without a checksum, and HDF5 1.10 can loop forever in a
// damaged one.
void File::set_text(const std::string& object, const std::string& attribute, const std::string& value) const {
  const Handle type = utf8_string_type(std::max<std::size_t>(value.size(), 1));
  H5Tset_strpad(type.get(), H5T_STR_NULLPAD);
  write_attribute(object, attribute, Handle(H5Screate(H5S_SCALAR)), type.get(), type.get(),
                  value.empty() ? "" : value.data());
}

}  // namespace tomocyte::hdf5
