// The scan file: what goes in comes out, another reader (the raw HDF5 library) sees what docs/file-format.md says,
// and a failing write leaves the old file alone.
#include "core/files/scan_file.h"

#include <hdf5.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>

#include "tests/core/files_fixture.h"
#include "tests/small_disk.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

template <class T, std::size_t Rank>
bool same(const Array<T, Rank>& a, const Array<T, Rank>& b) {
  return a.shape() == b.shape() && std::equal(a.values().begin(), a.values().end(), b.values().begin());
}

bool same(const Tomogram& a, const Tomogram& b) {
  return same(a.ri, b.ri) && a.voxel_size_um == b.voxel_size_um && a.medium_index == b.medium_index &&
         a.wavelength_um == b.wavelength_um && a.convergence == b.convergence;
}

}  // namespace

TEST_CASE("a scan with every part is the same after writing and reading") {
  const Folder folder;
  const Scan written = small_scan();
  write_scan(folder / "scan.h5", written);
  const Scan read = read_scan(folder / "scan.h5");
  CHECK(read.sample_id == written.sample_id);
  CHECK(read.donor_id == "donor 7");
  CHECK(read.simulated);
  REQUIRE(read.holograms);
  CHECK(read.holograms->setup == written.holograms->setup);
  CHECK(same(read.holograms->holograms, written.holograms->holograms));
  CHECK(same(read.holograms->background, written.holograms->background));
  CHECK(read.holograms->illumination == written.holograms->illumination);
  CHECK(read.holograms->bit_depth == 10);
  CHECK(read.holograms->carrier == written.holograms->carrier);
  CHECK(read.holograms->background_conditions == written.holograms->background_conditions);
  REQUIRE(read.fields);
  CHECK(read.fields->setup == written.fields->setup);
  CHECK(same(read.fields->field, written.fields->field));
  CHECK(same(read.fields->phase, written.fields->phase));
  CHECK(read.fields->illumination == written.fields->illumination);
  CHECK(read.fields->focus_offset_um == 3.5);
  REQUIRE(read.fields->quality.size() == 4);
  CHECK(read.fields->quality[2].rejected);
  CHECK(read.fields->quality[2].reason == "a phase jump of 1.2 rad");
  CHECK(read.fields->quality[2].phase_jump_rad == 1.2);
  CHECK(read.fields->quality[2].contrast == 0.4);
  CHECK(read.fields->quality[2].saturated_fraction == 0.25);
  REQUIRE(read.tomogram);
  CHECK(same(*read.tomogram, *written.tomogram));
  CHECK(same(read.labels, written.labels));
  CHECK(read.cells == written.cells);
  REQUIRE(read.truth);
  CHECK(read.truth->description_json == written.truth->description_json);
  REQUIRE(read.truth->tomogram);
  CHECK(same(*read.truth->tomogram, *written.truth->tomogram));
  CHECK(read.provenance == written.provenance);
  CHECK(folder.files() == 1);
}

TEST_CASE("a scan that is saved twice gives the same file, whatever the clock says") {
  const Folder folder;
  const Scan scan = small_scan();
  write_scan(folder / "a.h5", scan);
  write_scan(folder / "b.h5", scan);
  CHECK(bytes_of(folder / "a.h5") == bytes_of(folder / "b.h5"));
  const hid_t file = H5Fopen((folder / "a.h5").c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
  REQUIRE(file >= 0);
  int objects = 0;
  const auto count_timeless = [](hid_t, const char* name, const H5O_info_t* info, void* count) -> herr_t {
    INFO(name);
    CHECK(info->ctime == 0);
    ++*static_cast<int*>(count);
    return 0;
  };
  CHECK(H5Ovisit(file, H5_INDEX_NAME, H5_ITER_NATIVE, count_timeless, &objects) >= 0);
  CHECK(objects > 10);
  H5Fclose(file);
}

TEST_CASE("parts that were not asked for are not read") {
  const Folder folder;
  write_scan(folder / "scan.h5", small_scan());
  const Scan read =
      read_scan(folder / "scan.h5", {.holograms = false, .fields = false, .tomogram = true, .truth = false});
  CHECK_FALSE(read.holograms);
  CHECK_FALSE(read.fields);
  CHECK_FALSE(read.truth);
  CHECK(read.tomogram);
  CHECK(read.cells.size() == 2);
}

TEST_CASE("the plain HDF5 library finds the documented layout") {
  const Folder folder;
  Scan scan = small_scan();
  scan.holograms->bit_depth = 8;
  for (auto& count : scan.holograms->holograms.values()) count %= 256;
  for (auto& count : scan.holograms->background.values()) count %= 256;
  write_scan(folder / "scan.h5", scan);

  const hid_t file = H5Fopen((folder / "scan.h5").c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
  REQUIRE(file >= 0);
  const hid_t holograms = H5Dopen2(file, "/acquisition/holograms", H5P_DEFAULT);
  const hid_t type = H5Dget_type(holograms);
  CHECK(H5Tequal(type, H5T_STD_U8LE) > 0);
  std::vector<std::uint8_t> counts(4 * 8 * 7);
  CHECK(H5Dread(holograms, H5T_NATIVE_UINT8, H5S_ALL, H5S_ALL, H5P_DEFAULT, counts.data()) >= 0);
  CHECK(std::equal(counts.begin(), counts.end(), scan.holograms->holograms.values().begin()));
  const hid_t layout = H5Dget_create_plist(holograms);
  hsize_t chunk[3] = {};
  CHECK(H5Pget_chunk(layout, 3, chunk) == 3);
  CHECK(chunk[0] == 1);  // one frame
  CHECK(chunk[1] == 8);
  std::vector<H5Z_filter_t> filters;
  for (int i = 0; i < H5Pget_nfilters(layout); ++i) {
    unsigned flags = 0;
    std::size_t none = 0;
    filters.push_back(H5Pget_filter2(layout, static_cast<unsigned>(i), &flags, &none, nullptr, 0, nullptr, nullptr));
  }
  CHECK(filters == std::vector<H5Z_filter_t>{H5Z_FILTER_SHUFFLE, H5Z_FILTER_DEFLATE, H5Z_FILTER_FLETCHER32});

  const hid_t voxel = H5Aopen_by_name(file, "/reconstruction/tomogram", "voxel_size_um", H5P_DEFAULT, H5P_DEFAULT);
  double size[3] = {};
  CHECK(H5Aread(voxel, H5T_NATIVE_DOUBLE, size) >= 0);
  CHECK(size[0] == 0.2);
  CHECK(size[2] == 0.15);
  const hid_t volume = H5Dopen2(file, "/cells/volume_fl", H5P_DEFAULT);
  double volumes[2] = {};
  CHECK(H5Dread(volume, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, volumes) >= 0);
  CHECK(volumes[1] == 113.1);
  for (const hid_t id : {type, layout}) H5Idec_ref(id);
  for (const hid_t id : {voxel, volume, holograms, file}) H5Idec_ref(id);
}

TEST_CASE("a count above the bit depth is refused, not clipped") {
  const Folder folder;
  Scan scan = small_scan();
  scan.holograms->bit_depth = 8;
  CHECK_THROWS_AS(write_scan(folder / "scan.h5", scan), InputError);
  CHECK(folder.files() == 0);
}

TEST_CASE("a write that runs out of space keeps the old file and says how much is needed") {
  const Folder folder;
  const auto path = folder / "scan.h5";
  write_scan(path, small_scan());
  const std::string old = bytes_of(path);
  Scan large = small_scan();
  large.truth.reset();
  large.labels = {};
  large.tomogram->ri = Array<float, 3>({32, 128, 128});
  unsigned noise = 1;
  for (float& n : large.tomogram->ri.values()) {
    noise = noise * 1664525U + 1013904223U;
    n = 1.337F + 1e-12F * static_cast<float>(noise);
  }
  // The limits fall into the data, and into what is written when the file is closed.
  for (const rlim_t limit : {1000UL, 20'000UL, 500'000UL}) {
    std::string error;
    {
      const SmallDisk disk(limit);
      error = error_of(path, [&] { write_scan(path, large); });
    }
    CHECK(contains(error, "cannot be written"));
    CHECK(contains(error, "MB are needed"));
    CHECK(contains(error, "untouched"));
    CHECK(bytes_of(path) == old);
    CHECK(folder.files() == 1);
  }
  CHECK(read_scan(path).sample_id == "Probe-0042 µ");
}

TEST_CASE("a cancelled write keeps the old file") {
  const Folder folder;
  const auto path = folder / "scan.h5";
  write_scan(path, small_scan());
  const std::string old = bytes_of(path);
  std::stop_source stop;
  const Progress progress(
      [&](double fraction, const std::string&) {
        if (fraction > 0.5) stop.request_stop();
      },
      stop.get_token());
  CHECK_THROWS_AS(write_scan(path, small_scan(), progress), Cancelled);
  CHECK(bytes_of(path) == old);
  CHECK(folder.files() == 1);
}

TEST_CASE("writing into a missing folder or over a folder is refused") {
  const Folder folder;
  CHECK(contains(error_of(folder / "none/scan.h5", [&] { write_scan(folder / "none/scan.h5", small_scan()); }),
                 "folder does not exist"));
  std::filesystem::create_directory(folder / "scan.h5");
  CHECK(contains(error_of(folder / "scan.h5", [&] { write_scan(folder / "scan.h5", small_scan()); }), "is a folder"));
}

TEST_CASE("inspecting lists every dataset with its type and verifies it") {
  const Folder folder;
  write_scan(folder / "scan.h5", small_scan());
  const ScanFileInfo info = inspect_scan_file(folder / "scan.h5");
  CHECK(info.format_version == 1);
  CHECK(info.intact());
  const auto tomogram = std::find_if(info.datasets.begin(), info.datasets.end(),
                                     [](const auto& dataset) { return dataset.path == "/reconstruction/tomogram"; });
  REQUIRE(tomogram != info.datasets.end());
  CHECK(tomogram->shape == "20 x 6 x 5");
  CHECK(tomogram->type == "float32");
  CHECK(tomogram->stored_bytes > 0);
  CHECK(std::all_of(info.datasets.begin(), info.datasets.end(), [](const auto& d) { return d.checksummed; }));
}
