// Every way a scan file can be wrong is told with the file's and the dataset's name.
#include <hdf5.h>

#include <algorithm>
#include <limits>

#include "core/files/import.h"
#include "core/files/scan_file.h"
#include "tests/core/files_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

// A small scan, changed behind Tomocyte's back with the plain HDF5 library.
template <class Change>
std::filesystem::path changed_scan(const Folder& folder, Change&& change) {
  const auto path = folder / "scan.h5";
  write_scan(path, small_scan());
  const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
  REQUIRE(file >= 0);
  change(file);
  H5Fclose(file);
  return path;
}

template <class T>
void put(hid_t file, const char* name, hid_t type, const std::vector<hsize_t>& shape, const std::vector<T>& values) {
  H5Ldelete(file, name, H5P_DEFAULT);
  const hid_t space = H5Screate_simple(static_cast<int>(shape.size()), shape.data(), nullptr);
  const hid_t set = H5Dcreate2(file, name, type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
  REQUIRE(set >= 0);
  H5Dwrite(set, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data());
  H5Dclose(set);
  H5Sclose(space);
}

// Flips one bit in the middle of the stored (compressed) chunk number `index`.
void damage_chunk(const std::filesystem::path& path, const char* dataset, hsize_t index) {
  const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
  const hid_t set = H5Dopen2(file, dataset, H5P_DEFAULT);
  const hid_t space = H5Dget_space(set);
  hsize_t offset[3] = {};
  unsigned mask = 0;
  haddr_t address = 0;
  hsize_t size = 0;
  REQUIRE(H5Dget_chunk_info(set, space, index, offset, &mask, &address, &size) >= 0);
  H5Sclose(space);
  H5Dclose(set);
  H5Fclose(file);
  std::string bytes = bytes_of(path);
  bytes[address + size / 2] = static_cast<char>(bytes[address + size / 2] ^ 0x10);
  write_bytes(path, bytes);
}

std::string read_error(const std::filesystem::path& path) {
  const std::string error = error_of(path, [&] { (void)read_scan(path); });
  CHECK(error == error_of(path, [&] { (void)open_scan(path); }));
  return error;
}

}  // namespace

TEST_CASE("a truncated scan is refused with its path") {
  const Folder folder;
  const auto path = folder / "scan.h5";
  write_scan(path, small_scan());
  std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
  const std::string error = read_error(path);
  CHECK(contains(error, "truncated"));
  CHECK(contains(error, "copy it again"));
}

TEST_CASE("a file that is not HDF5, a missing file and a folder are refused") {
  const Folder folder;
  write_bytes(folder / "text.h5", "these are not holograms");
  CHECK(contains(read_error(folder / "text.h5"), "is not an HDF5 file"));
  CHECK(contains(read_error(folder / "none.h5"), "there is no such file"));
  std::filesystem::create_directory(folder / "scans.h5");
  CHECK(contains(read_error(folder / "scans.h5"), "is a folder"));
}

TEST_CASE("a foreign HDF5 file is refused with what it holds and what is understood") {
  const Folder folder;
  const auto path = folder / "foreign.h5";
  const hid_t file = H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
  put<double>(file, "/temperature", H5T_NATIVE_DOUBLE, {2}, {36.6, 37.0});
  H5Fclose(file);
  const std::string error = error_of(path, [&] { (void)open_scan(path); });
  CHECK(contains(error, "/temperature"));
  CHECK(contains(error, "E_total"));
  CHECK(contains(error, "qpformat"));
  CHECK(contains(error_of(path, [&] { (void)read_scan(path); }), "not a Tomocyte scan (it holds /temperature)"));
}

TEST_CASE("a newer format version is refused") {
  const Folder folder;
  const auto path = changed_scan(folder, [](hid_t file) {
    const hid_t version = H5Aopen(file, "format_version", H5P_DEFAULT);
    const int newer = 2;
    H5Awrite(version, H5T_NATIVE_INT, &newer);
    H5Aclose(version);
  });
  CHECK(contains(read_error(path), "format 2, this program reads up to 1"));
}

TEST_CASE("a missing dataset is named") {
  const Folder folder;
  auto path = changed_scan(folder, [](hid_t file) { H5Ldelete(file, "/cells/mean_ri", H5P_DEFAULT); });
  CHECK(contains(read_error(path), "lacks the dataset /cells/mean_ri"));
  path = changed_scan(folder, [](hid_t file) { H5Ldelete(file, "/fields/illumination", H5P_DEFAULT); });
  CHECK(contains(read_error(path), "lacks the dataset /fields/illumination"));
}

TEST_CASE("wrong ranks, shapes and types are named") {
  const Folder folder;
  auto path = changed_scan(folder, [](hid_t file) {
    put<float>(file, "/reconstruction/tomogram", H5T_NATIVE_FLOAT, {4, 4}, std::vector<float>(16, 1.34F));
  });
  CHECK(contains(read_error(path), "/reconstruction/tomogram has 2 axes (4 x 4), expected 3"));
  path = changed_scan(folder, [](hid_t file) {
    put<std::uint16_t>(file, "/acquisition/background", H5T_NATIVE_UINT16, {3, 8, 7},
                       std::vector<std::uint16_t>(168, 1));
  });
  CHECK(contains(read_error(path), "/acquisition/background is 3 x 8 x 7, but /acquisition/holograms is 4 x 8 x 7"));
  path = changed_scan(folder, [](hid_t file) {
    put<float>(file, "/acquisition/holograms", H5T_NATIVE_FLOAT, {4, 8, 7}, std::vector<float>(224, 1.0F));
  });
  CHECK(contains(read_error(path), "/acquisition/holograms holds float32, expected uint16"));
  path = changed_scan(folder, [](hid_t file) {
    put<double>(file, "/acquisition/illumination", H5T_NATIVE_DOUBLE, {3, 2}, std::vector<double>(6, 0.5));
  });
  CHECK(contains(read_error(path), "/acquisition/illumination has 3 rows for 4 frames"));
}

TEST_CASE("a value that is not a number is refused with its dataset") {
  const Folder folder;
  const float nan = std::numeric_limits<float>::quiet_NaN();
  auto path = folder / "scan.h5";
  Scan scan = small_scan();
  scan.fields->field(2, 1, 1) = {nan, 0.0F};
  write_scan(path, scan);
  CHECK(contains(read_error(path), "/fields/field holds a value that is not a number (frame 2)"));
  scan = small_scan();
  scan.tomogram->ri(1, 1, 1) = nan;
  write_scan(path, scan);
  CHECK(contains(read_error(path), "/reconstruction/tomogram: the tomogram holds a value that is not a number"));
}

TEST_CASE("one flipped bit in a stored chunk fails its checksum, with the dataset's name") {
  const Folder folder;
  const auto path = folder / "scan.h5";
  for (const char* dataset :
       {"/acquisition/holograms", "/fields/field", "/reconstruction/tomogram", "/truth/tomogram"}) {
    write_scan(path, small_scan());
    damage_chunk(path, dataset, 1);
    const std::string error = read_error(path);
    CHECK(contains(error, std::string(dataset) + " cannot be read"));
    CHECK(contains(error, "Fletcher32 checksum"));
  }
}

TEST_CASE("a flipped bit in the provenance fails its checksum") {
  const Folder folder;
  const auto path = folder / "scan.h5";
  write_scan(path, small_scan());
  damage_chunk(path, "/provenance", 0);
  CHECK(contains(read_error(path), "/provenance cannot be read"));
}

TEST_CASE("inspecting tells which dataset is damaged and where, and that the others are intact") {
  const Folder folder;
  const auto path = folder / "scan.h5";
  write_scan(path, small_scan());
  damage_chunk(path, "/reconstruction/tomogram", 1);
  const ScanFileInfo info = inspect_scan_file(path);
  CHECK_FALSE(info.intact());
  for (const DatasetInfo& dataset : info.datasets)
    CHECK(dataset.intact == (dataset.path != "/reconstruction/tomogram"));
  const auto damaged =
      std::find_if(info.datasets.begin(), info.datasets.end(), [](const auto& dataset) { return !dataset.intact; });
  CHECK(contains(damaged->problem, "[16 to 19] of the first axis"));
}

TEST_CASE("a flipped bit anywhere in the file never gives other numbers") {
  const Folder folder;
  const auto path = folder / "scan.h5";
  const Scan original = small_scan();
  write_scan(path, original);
  const std::string whole = bytes_of(path);
  int refused = 0;
  for (std::size_t at = 0; at < whole.size(); at += 97) {
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x04);
    write_bytes(path, bytes);
    try {
      const Scan scan = read_scan(path);
      INFO("byte " << at);
      if (scan.tomogram) CHECK(scan.tomogram->voxel_size_um == original.tomogram->voxel_size_um);
      if (scan.tomogram)
        CHECK(std::equal(scan.tomogram->ri.values().begin(), scan.tomogram->ri.values().end(),
                         original.tomogram->ri.values().begin()));
      if (!scan.cells.empty()) CHECK(scan.cells == original.cells);
    } catch (const FileError&) {
      ++refused;
    }
  }
  CHECK(refused > 0);
}
