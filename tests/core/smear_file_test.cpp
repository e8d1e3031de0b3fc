#include "core/files/smear_file.h"

#include <sys/stat.h>

#include <filesystem>
#include <optional>

#include "core/error.h"
#include "tests/catch.h"
#include "tests/core/files_fixture.h"
#include "tests/small_disk.h"

using namespace tomocyte;

namespace {

constexpr Shape<2> kTile = {256, 512};
constexpr std::uintmax_t kTileBytes = 2 * 256 * 512;

SmearScan smear_of(std::size_t tiles) {
  SmearScan scan;
  scan.sample_id = "S-1";
  scan.pixel_size_um = 0.116;
  scan.numerical_aperture = 0.5;
  scan.bit_depth = 12;
  scan.tile_shape = kTile;
  scan.region = {0.0, 0.0, 100.0, 50.0};
  scan.wavelengths = {{260.0, 1, 100.0}, {280.0, 2, 3.0}};
  for (std::size_t i = 0; i < tiles; ++i)
    scan.tiles.push_back({0, static_cast<Index>(i), 50.0 * static_cast<double>(i), 25.0, 1.5});
  scan.background = {900.0, 0.0, 1.0, "2026-11-21T12:00:00Z"};
  return scan;
}

// What gzip cannot make smaller than it is: the low bits of a linear congruential generator.
void fill(View<std::uint16_t, 2> counts, std::uint32_t seed) {
  std::uint32_t state = seed * 2654435761U + 1;
  for (Index y = 0; y < counts.shape(0); ++y)
    for (Index x = 0; x < counts.shape(1); ++x)
      counts(y, x) = static_cast<std::uint16_t>((state = state * 1664525U + 1013904223U) >> 16);
}

// Bytes that this process holds in files without a name whose old one ends in ".reserved".
std::optional<std::uintmax_t> reserved_bytes() {
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
    std::error_code gone;
    if (std::filesystem::read_symlink(entry, gone).string().find(".reserved (deleted)") == std::string::npos) continue;
    struct stat status {};
    if (::stat(entry.path().c_str(), &status) == 0) return 512 * static_cast<std::uintmax_t>(status.st_blocks);
  }
  return std::nullopt;
}

}  // namespace

TEST_CASE("a smear comes back from its file") {
  const test::Folder folder;
  const SmearScan scan = smear_of(3);
  write_smear(folder / "smear.h5", scan,
              {[](Index wavelength, Index tile, View<std::uint16_t, 2> counts) {
                 fill(counts, static_cast<std::uint32_t>(10 * wavelength + tile));
               },
               [](Index wavelength, View<std::uint16_t, 2> counts) {
                 fill(counts, static_cast<std::uint32_t>(100 + wavelength));
               }});
  const SmearFile file(folder / "smear.h5");
  CHECK(file.scan().tiles == scan.tiles);
  CHECK(file.scan().wavelengths == scan.wavelengths);
  Array<std::uint16_t, 2> expected(kTile);
  fill(expected.view(), 12);
  CHECK(std::ranges::equal(file.tile(1, 2).values(), expected.values()));
  fill(expected.view(), 100);
  CHECK(std::ranges::equal(file.background(0).values(), expected.values()));
  CHECK_THROWS_AS(file.tile(0, 3), FileError);
}

TEST_CASE("the space of the tiles that are still to come is held while a smear is written") {
  const test::Folder folder;
  constexpr Index kTiles = 4;
  const auto still_held = [](Index planes) {
    if (const auto held = reserved_bytes()) CHECK(*held >= static_cast<std::uintmax_t>(planes) * kTileBytes);
  };
  write_smear(folder / "smear.h5", smear_of(kTiles),
              {[&](Index wavelength, Index tile, View<std::uint16_t, 2> counts) {
                 still_held((1 - wavelength) * (kTiles + 1) + kTiles - tile);
                 fill(counts, static_cast<std::uint32_t>(tile));
               },
               [&](Index wavelength, View<std::uint16_t, 2> counts) {
                 still_held((2 - wavelength) * (kTiles + 1));
                 fill(counts, 7);
               }});
  CHECK_FALSE(reserved_bytes());
  CHECK(std::filesystem::file_size(folder / "smear.h5") > 8 * kTileBytes);
}

TEST_CASE("a smear that the disk cannot hold is refused before its first tile") {
  const test::Folder folder;
  const SmallDisk disk(3 * kTileBytes);
  bool asked = false;
  CHECK_THROWS_WITH(write_smear(folder / "smear.h5", smear_of(4),
                                {[&](Index, Index, View<std::uint16_t, 2>) { asked = true; },
                                 [&](Index, View<std::uint16_t, 2>) { asked = true; }}),
                    Catch::Contains("cannot be written"));
  CHECK_FALSE(asked);
  CHECK(folder.files() == 0);
}
