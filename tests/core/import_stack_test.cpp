// TIFF stacks, the JSON beside them and the options on the command line; .npz archives that are not what they should
// be.
#include <tiffio.h>

#include "core/files/import.h"
#include "tests/core/files_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

constexpr Index kPages = 3;
constexpr Index kHeight = 5;
constexpr Index kWidth = 4;

int count_at(Index page, Index y, Index x) { return static_cast<int>(100 * page + 10 * y + x); }

void write_tiff(const std::filesystem::path& path, int bits, Index pages = kPages, Index width = kWidth) {
  TIFF* file = TIFFOpen(path.c_str(), "w");
  REQUIRE(file);
  for (Index page = 0; page < pages; ++page) {
    TIFFSetField(file, TIFFTAG_IMAGEWIDTH, static_cast<std::uint32_t>(width));
    TIFFSetField(file, TIFFTAG_IMAGELENGTH, static_cast<std::uint32_t>(kHeight));
    TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, bits);
    TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, 1);
    TIFFSetField(file, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK);
    for (Index y = 0; y < kHeight; ++y) {
      std::vector<std::uint8_t> narrow;
      std::vector<std::uint16_t> wide;
      for (Index x = 0; x < width; ++x) {
        narrow.push_back(static_cast<std::uint8_t>(count_at(page, y, x)));
        wide.push_back(static_cast<std::uint16_t>(count_at(page, y, x) + 1000));
      }
      void* line = bits == 8 ? static_cast<void*>(narrow.data()) : static_cast<void*>(wide.data());
      REQUIRE(TIFFWriteScanline(file, line, static_cast<std::uint32_t>(y)) == 1);
    }
    TIFFWriteDirectory(file);
  }
  TIFFClose(file);
}

constexpr const char* kSetupJson = R"({"wavelength_um": 0.633, "medium_index": 1.34, "numerical_aperture": 0.9,
  "pixel_size_um": 0.07, "bit_depth": 12, "illumination": [[0, 0], [1.5, 0], [0, -1.5]],
  "carrier_rad_per_um": [20, -21], "background": "empty.tif"})";

}  // namespace

TEST_CASE("a TIFF stack takes its setup, its illumination and its background from the JSON beside it") {
  const Folder folder;
  write_tiff(folder / "cell.tif", 16);
  write_tiff(folder / "empty.tif", 16);
  write_bytes(folder / "cell.json", kSetupJson);
  const Scan scan = open_scan(folder / "cell.tif");
  REQUIRE(scan.holograms);
  const HologramStack& stack = *scan.holograms;
  CHECK(stack.holograms.shape() == Shape<3>{kPages, kHeight, kWidth});
  CHECK(stack.holograms(2, 4, 3) == count_at(2, 4, 3) + 1000);
  CHECK(stack.background(1, 2, 3) == count_at(1, 2, 3) + 1000);
  CHECK(stack.setup == OpticalSetup{0.633, 1.34, 0.9, 0.07});
  CHECK(stack.bit_depth == 12);
  CHECK(stack.illumination == std::vector<WaveVector>{{0, 0}, {1.5, 0}, {0, -1.5}});
  CHECK(stack.carrier == WaveVector{20, -21});
  CHECK_FALSE(scan.simulated);
  CHECK(scan.sample_id == "cell");
}

TEST_CASE("options win over the JSON, and do without it") {
  const Folder folder;
  write_tiff(folder / "cell.tif", 8);
  write_tiff(folder / "empty.tif", 8);
  ImportOptions options{0.532, 1.337, 0.8, 0.05, folder / "empty.tif"};
  CHECK(open_scan(folder / "cell.tif", options).holograms->setup == OpticalSetup{0.532, 1.337, 0.8, 0.05});
  CHECK(open_scan(folder / "cell.tif", options).holograms->bit_depth == 8);
  CHECK_FALSE(open_scan(folder / "cell.tif", options).holograms->background.empty());
  write_bytes(folder / "cell.json", kSetupJson);
  options.wavelength_um.reset();
  CHECK(open_scan(folder / "cell.tif", options).holograms->setup == OpticalSetup{0.633, 1.337, 0.8, 0.05});
}

TEST_CASE("a JSON that does not fit the stack is refused by name") {
  const Folder folder;
  write_tiff(folder / "cell.tif", 8);
  const auto refusal = [&](const std::string& json) {
    write_bytes(folder / "cell.json", json);
    return error_of(folder / "cell", [&] { (void)open_scan(folder / "cell.tif"); });
  };
  CHECK(contains(refusal(R"({"wavelenght_um": 0.5})"), "unknown name \"wavelenght_um\""));
  CHECK(contains(refusal(R"({"wavelength_um": )"), "cannot be understood"));
  CHECK(contains(refusal(R"({"wavelength_um": "green"})"), "cannot be understood"));
  CHECK(contains(refusal(R"([0.5])"), "is not a JSON object"));
  CHECK(contains(refusal(R"({"illumination": [[0, 0]]})"), "1 illumination vectors for 3 holograms"));
  CHECK(contains(refusal(R"({"background": "cell-empty.tif"})"), "there is no such file"));
  write_tiff(folder / "cell-empty.tif", 8, 2);
  CHECK(contains(refusal(R"({"background": "cell-empty.tif"})"), "is 2 x 5 x 4, but the holograms are 3 x 5 x 4"));
}

TEST_CASE("a TIFF that is cut off, and a file of another kind, are refused") {
  const Folder folder;
  const auto path = folder / "cell.tif";
  write_tiff(path, 16);
  std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
  CHECK(contains(error_of(path, [&] { (void)open_scan(path); }), "opy it again"));
  write_bytes(folder / "cell.jpg", "\xff\xd8\xff\xe0 a photograph");
  CHECK(contains(error_of(folder / "cell.jpg", [&] { (void)open_scan(folder / "cell.jpg"); }), "TIFF stacks and .npz"));
}

TEST_CASE("a .npz that is cut off or empty is refused") {
  const Folder folder;
  const auto path = folder / "cell.npz";
  write_bytes(path, std::string("PK\3\4", 4) + std::string(60, '\0'));
  CHECK(contains(error_of(path, [&] { (void)open_scan(path); }), "not a complete .npz"));
  write_bytes(path, std::string("PK\5\6", 4) + std::string(18, '\0'));
  CHECK_FALSE(error_of(path, [&] { (void)open_scan(path); }).empty());
}
