// Real holograms as a technician would open them: an answer, or an error that says what to do.
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/app/program.h"
#include "tests/shared_data.h"

using namespace tomocyte;
using namespace tomocyte::test;

TEST_CASE("a real .npz pair and a real TIFF are shown as what they are, with their setup unknown") {
  const Folder folder;
  for (const char* name : {"holograms/qpretrieve_hologram_cell.npz", "holograms/single_holo.tif"}) {
    const auto file = shared_data(name);
    if (!file) continue;
    CHECK(contains(run(folder, {"info", file->string()}).out, "wavelength unknown"));
    const auto json = nlohmann::json::parse(run(folder, {"info", file->string(), "--json"}).out);
    CHECK(json.at("simulated") == false);
    CHECK(json.at("holograms").at("setup").at("pixel_size_um").is_null());

    const Outcome picture = run(folder, {"render", file->string(), "--view", "hologram"});
    CHECK(picture.code == 3);
    CHECK(contains(picture.err, file->string() + ": the optical setup lacks the wavelength"));
    CHECK(contains(picture.err, "--wavelength-um, --medium-index, --numerical-aperture, --pixel-size-um"));
    CHECK(contains(picture.err, "JSON file of the same name"));

    const Outcome tomogram = run(folder, {"reconstruct", file->string()});
    CHECK(tomogram.code == 3);
    CHECK(contains(tomogram.err, file->string() + ": a tomogram needs at least 4 angles; the scan has 1"));
  }
}

TEST_CASE("a real hologram with its setup on the command line is drawn") {
  const Folder folder;
  const auto file = shared_data("holograms/qpretrieve_hologram_cell.npz");
  if (!file) return;
  const Outcome picture =
      run(folder, {"render", file->string(), "--view", "hologram", "-o", "cell.png", "--wavelength-um", "0.532",
                   "--medium-index", "1.337", "--numerical-aperture", "0.415", "--pixel-size-um", "0.1"});
  CAPTURE(picture.err);
  CHECK(picture.code == 0);
  CHECK(picture.out.find("SIMULATED") == std::string::npos);
  CHECK(bytes_of(folder / "cell.png").starts_with("\x89PNG"));
}

TEST_CASE("real qpformat holograms tell their setup, and an aperture that does not fit is told with one that does") {
  const Folder folder;
  for (const char* name : {"holograms/single_hdf5_raw-oah.h5", "holograms/series_hdf5_raw-oah.h5"}) {
    const auto file = shared_data(name);
    if (!file) continue;
    const auto json = nlohmann::json::parse(run(folder, {"info", file->string(), "--json"}).out);
    CHECK(json.at("holograms").at("setup").at("medium_index").get<double>() == Approx(1.333));
    const Outcome wide = run(folder, {"render", file->string(), "--view", "hologram"});
    CHECK(wide.code == 3);
    CHECK(contains(wide.err, "orders of the hologram overlap"));
    CHECK(contains(wide.err, "--numerical-aperture 0.74"));
    const Outcome fitting =
        run(folder, {"render", file->string(), "--view", "hologram", "--numerical-aperture", "0.74"});
    CAPTURE(fitting.err);
    CHECK(fitting.code == 0);
  }
}

TEST_CASE("the exact data sets are shown as simulated") {
  const Folder folder;
  for (const char* name : {"mie/mie_holograms.h5", "mie/mie_fields.h5"}) {
    const auto file = shared_data(name);
    if (!file) continue;
    const Outcome info = run(folder, {"info", file->string()});
    CHECK(info.code == 0);
    CHECK(contains(info.out, "SIMULATED data"));
    CHECK(contains(info.out, "wavelength 0.532 µm, medium index 1.337, NA 1.2"));
  }
}
