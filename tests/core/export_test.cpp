// Exports are read back with a parser of the test's own, from the formats' specifications.
#include "core/files/export.h"

#include <tiffio.h>

#include <locale>

#include "tests/core/files_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

TEST_CASE("an OME-TIFF has every plane, its voxel size and the word SIMULATED") {
  const Folder folder;
  const Tomogram tomogram = small_tomogram();
  export_ome_tiff(folder / "a.ome.tif", tomogram, true);
  TIFF* file = TIFFOpen((folder / "a.ome.tif").c_str(), "r");
  REQUIRE(file);
  CHECK(TIFFNumberOfDirectories(file) == 20);
  char* description = nullptr;
  TIFFGetField(file, TIFFTAG_IMAGEDESCRIPTION, &description);
  CHECK(contains(description, "PhysicalSizeX=\"0.15\""));
  CHECK(contains(description, "PhysicalSizeZ=\"0.2\""));
  CHECK(contains(description, "SIMULATED"));
  TIFFSetDirectory(file, 7);
  std::vector<float> plane(30);
  CHECK(TIFFReadEncodedStrip(file, 0, plane.data(), 120) == 120);
  CHECK(std::equal(plane.begin(), plane.end(), tomogram.ri[7].data()));
  TIFFClose(file);
  CHECK(folder.files() == 1);
}

TEST_CASE("a NIfTI file has the documented header and the voxels, x fastest") {
  const Folder folder;
  const Tomogram tomogram = small_tomogram();
  export_nifti(folder / "a.nii", tomogram, true);
  const std::string bytes = bytes_of(folder / "a.nii");
  CHECK(bytes.size() == 352 + 600 * 4);
  CHECK(number_in<std::int32_t>(bytes, 0) == 348);
  CHECK(number_in<std::int16_t>(bytes, 42) == 5);
  CHECK(number_in<std::int16_t>(bytes, 46) == 20);
  CHECK(number_in<float>(bytes, 80) == 0.15F);
  CHECK(number_in<float>(bytes, 88) == 0.2F);
  CHECK(bytes.substr(344, 3) == "n+1");
  CHECK(contains(bytes.substr(148, 80), "SIMULATED"));
  CHECK(number_in<float>(bytes, 352 + 4 * (3 * 30 + 2 * 5 + 1)) == tomogram.ri(3, 2, 1));
}

TEST_CASE("a VTI file appends the voxels after their byte count") {
  const Folder folder;
  const Tomogram tomogram = small_tomogram();
  export_vti(folder / "a.vti", tomogram, false);
  const std::string bytes = bytes_of(folder / "a.vti");
  CHECK(contains(bytes, "Spacing=\"0.15 0.1 0.2\""));
  CHECK(bytes.find("SIMULATED") == std::string::npos);
  const std::size_t data = bytes.find("\"raw\">_") + 7;
  CHECK(number_in<std::uint64_t>(bytes, data) == 2400);
  CHECK(number_in<float>(bytes, data + 8 + 4 * (3 * 30 + 2 * 5 + 1)) == tomogram.ri(3, 2, 1));
}

TEST_CASE("a locale with a decimal comma does not change the cell table") {
  struct Comma : std::numpunct<char> {
    [[nodiscard]] char do_decimal_point() const override { return ','; }
    [[nodiscard]] char do_thousands_sep() const override { return '.'; }
    [[nodiscard]] std::string do_grouping() const override { return "\3"; }
  };
  const Folder folder;
  export_cells_csv(folder / "plain.csv", small_scan());
  const std::locale old = std::locale::global(std::locale(std::locale::classic(), new Comma));
  export_cells_csv(folder / "comma.csv", small_scan());
  std::locale::global(old);
  CHECK(bytes_of(folder / "comma.csv") == bytes_of(folder / "plain.csv"));
}

TEST_CASE("the cell table has names, units, point decimals and says SIMULATED") {
  const Folder folder;
  export_cells_csv(folder / "a.csv", small_scan());
  const std::string text = bytes_of(folder / "a.csv");
  CHECK(text.starts_with("sample_id,simulated,label,"));
  CHECK(contains(text, ",fL,µm²,"));
  CHECK(contains(text, "\"Probe-0042 µ\",SIMULATED,1,-0.25,0.5,0.125,113.1,112.5,0.333333,"));
  CHECK(contains(text, ",5,,,,\"monocyte\"\n"));
  CHECK(contains(text, ",\"B \"\"naive\"\"\",0.7500,\"below 0.8\",\n"));
  CHECK(std::count(text.begin(), text.end(), '\n') == 4);
}
