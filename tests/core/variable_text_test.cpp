// Texts of variable length, as h5py writes them: HDF5 keeps them in a heap without a checksum, and version 1.10 loops
// for ever or crashes when that heap is damaged. So they must never be read.
#include <hdf5.h>

#include "core/files/import.h"
#include "core/files/scan_file.h"
#include "tests/core/files_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

hid_t variable_text() {
  const hid_t type = H5Tcopy(H5T_C_S1);
  H5Tset_size(type, H5T_VARIABLE);
  return type;
}

void put_text(hid_t file, const char* name, const char* text) {
  if (H5Aexists(file, name) > 0) H5Adelete(file, name);
  const hid_t type = variable_text();
  const hid_t space = H5Screate(H5S_SCALAR);
  const hid_t attribute = H5Acreate2(file, name, type, space, H5P_DEFAULT, H5P_DEFAULT);
  REQUIRE(H5Awrite(attribute, type, static_cast<const void*>(&text)) >= 0);
  for (const hid_t id : {attribute, space, type}) H5Idec_ref(id);
}

// A foreign file: one text attribute, and one dataset of records with a text in them.
std::filesystem::path foreign_file(const Folder& folder) {
  struct Record {
    double value;
    const char* note;
  };
  const auto path = folder / "foreign.h5";
  const hid_t file = H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
  put_text(file, "format", "tomocyte scan");
  const hid_t text = variable_text();
  const hid_t type = H5Tcreate(H5T_COMPOUND, sizeof(Record));
  H5Tinsert(type, "value", HOFFSET(Record, value), H5T_NATIVE_DOUBLE);
  H5Tinsert(type, "note", HOFFSET(Record, note), text);
  const hsize_t count = 2;
  const hid_t space = H5Screate_simple(1, &count, nullptr);
  const hid_t set = H5Dcreate2(file, "/records", type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
  const Record records[] = {{1.0, "first"}, {2.0, "second"}};
  REQUIRE(H5Dwrite(set, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, records) >= 0);
  for (const hid_t id : {set, space, type, text, file}) H5Idec_ref(id);
  return path;
}

// Overwrites the sizes in the heap, which sends HDF5's reader in circles.
void damage_heap(const std::filesystem::path& path) {
  std::string bytes = bytes_of(path);
  const std::size_t heap = bytes.find("GCOL");
  REQUIRE(heap != std::string::npos);
  for (std::size_t at = heap + 16; at < heap + 64; ++at) bytes[at] = static_cast<char>(at % 3 == 0 ? 0xff : 0);
  write_bytes(path, bytes);
}

}  // namespace

TEST_CASE("a foreign file with texts of variable length is refused, and listed as not verified, even when damaged") {
  const Folder folder;
  const auto path = foreign_file(folder);
  for (const bool damaged : {false, true}) {
    if (damaged) damage_heap(path);
    CHECK(contains(error_of(path, [&] { (void)open_scan(path); }), "it holds /records"));
    CHECK_THROWS_AS(read_scan(path), FileError);
    const ScanFileInfo info = inspect_scan_file(path);
    REQUIRE(info.datasets.size() == 1);
    CHECK_FALSE(info.datasets[0].verified);
  }
}

TEST_CASE("a sample name of variable length is refused with what to do, not lost") {
  const Folder folder;
  const auto path = folder / "scan.h5";
  write_scan(path, small_scan());
  const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
  put_text(file, "sample_id", "renamed with h5py");
  H5Fclose(file);
  CHECK(contains(error_of(path, [&] { (void)read_scan(path); }), "sample_id is text of variable length"));
}

TEST_CASE("an attribute of several texts where one belongs is no text") {
  const Folder folder;
  const auto path = folder / "foreign.h5";
  const hid_t file = H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
  const hid_t type = H5Tcopy(H5T_C_S1);
  H5Tset_size(type, 13);
  const hsize_t count = 1000;
  const hid_t space = H5Screate_simple(1, &count, nullptr);
  const hid_t attribute = H5Acreate2(file, "format", type, space, H5P_DEFAULT, H5P_DEFAULT);
  std::string texts;
  for (hsize_t i = 0; i < count; ++i) texts += "tomocyte scan";
  REQUIRE(H5Awrite(attribute, type, texts.data()) >= 0);
  for (const hid_t id : {attribute, space, type, file}) H5Idec_ref(id);
  CHECK(contains(error_of(path, [&] { (void)read_scan(path); }), "not a Tomocyte scan"));
}
