// The exact and the real data sets, when they are there, against the values that their own attributes state.
#include "core/files/import.h"
#include "tests/core/files_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {
std::optional<Scan> shared(const std::string& name) {
  const auto path = std::filesystem::path(TOMOCYTE_SHARED_DATA) / name;
  if (std::filesystem::exists(path)) return open_scan(path);
  WARN("skipped: there is no " << path);
  return std::nullopt;
}
}  // namespace

TEST_CASE("the exact holograms open with their setup, carrier and truth") {
  const auto scan = shared("mie/mie_holograms.h5");
  if (!scan) return;
  REQUIRE(scan->holograms);
  CHECK(scan->simulated);
  CHECK(scan->holograms->setup == OpticalSetup{0.532, 1.337, 1.2, 0.05});
  CHECK(scan->holograms->holograms.shape() == Shape<3>{49, 512, 512});
  CHECK(scan->holograms->background.shape() == Shape<3>{49, 512, 512});
  CHECK(scan->holograms->bit_depth == 8);
  CHECK(scan->holograms->carrier->x == Approx(30.06462139));
  CHECK_NOTHROW(validate(*scan->holograms));
  CHECK(contains(scan->truth->description_json, "\"radius_um\":3.0"));
  REQUIRE(scan->provenance.size() == 1);
  CHECK(scan->provenance[0].step == "import");
  CHECK(scan->provenance[0].input_checksum.size() == 7 + 64);
}

TEST_CASE("the exact fields open relative to the incident wave, with the assumed aperture recorded") {
  const auto scan = shared("mie/mie_fields.h5");
  if (!scan) return;
  REQUIRE(scan->fields);
  CHECK(scan->fields->setup == OpticalSetup{0.532, 1.337, 1.2, 0.1});
  CHECK(scan->fields->focus_offset_um == 3.5);
  CHECK(std::abs(scan->fields->field(0, 0, 0)) == Approx(1.0).margin(0.05));
  CHECK_NOTHROW(validate(*scan->fields));
  CHECK(contains(scan->provenance[0].options_json, "\"assumed\":[\"numerical_aperture\"]"));
}

TEST_CASE("a qpformat series opens in micrometres") {
  const auto scan = shared("holograms/series_hdf5_raw-oah.h5");
  if (!scan) return;
  CHECK(scan->holograms->holograms.shape() == Shape<3>{2, 294, 280});
  CHECK(scan->holograms->setup.pixel_size_um == Approx(0.08474994));
  CHECK(scan->holograms->setup.wavelength_um == Approx(0.532));
  CHECK(scan->holograms->bit_depth == 8);
  CHECK_FALSE(scan->simulated);
}

TEST_CASE("the real .npz pair and the real TIFF open without a setup, which is refused later by name") {
  const auto pair = shared("holograms/qpretrieve_hologram_cell.npz");
  const auto tiff = shared("holograms/single_holo.tif");
  if (!pair || !tiff) return;
  CHECK(pair->holograms->holograms.shape() == Shape<3>{1, 200, 210});
  CHECK(pair->holograms->background.shape() == Shape<3>{1, 200, 210});
  CHECK(tiff->holograms->holograms.shape() == Shape<3>{1, 238, 267});
  CHECK_THROWS_WITH(validate(*pair->holograms), Catch::Contains("wavelength") && Catch::Contains("pixel size"));
}
