// Real off-axis holograms of cells, against another pipeline's numbers.
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/files/import.h"
#include "reconstruction/preview.h"
#include "tests/shared_data.h"

using namespace tomocyte;

namespace {

double percentile(const Array<float, 2>& values, double part) {
  std::vector<float> sorted(values.values().begin(), values.values().end());
  std::sort(sorted.begin(), sorted.end());
  return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
}

// Top and bottom exchanged: the +1 order and its conjugate change sides of the spectrum, the cell stays as dense.
void turn_over(Array<std::uint16_t, 3>& frames) {
  for (Index i = 0; i < frames.shape(0); ++i)
    for (Index y = 0; y < frames.shape(1) / 2; ++y)
      for (Index x = 0; x < frames.shape(2); ++x) std::swap(frames(i, y, x), frames(i, frames.shape(1) - 1 - y, x));
}

}  // namespace

TEST_CASE("a real hologram of a cell unwraps to the phase that another pipeline found") {
  const auto path = shared_data("holograms/qpretrieve_hologram_cell.npz");
  if (!path) return;
  // The file tells no optics; these make the pupil 16 cycles per image wide. The independent pipeline found 4.63 to
  // 4.65 rad above the border for pass radii of 12 to 20 cycles.
  ImportOptions setup;
  setup.wavelength_um = 0.532;
  setup.medium_index = 1.337;
  setup.numerical_aperture = 0.415;
  setup.pixel_size_um = 0.1;
  const Scan scan = open_scan(*path, setup);
  for (const char* method : {"goldstein", "quality", "least-squares"}) {
    ReconstructionOptions options;
    options.unwrapping = method;
    const HologramPreview preview = preview_hologram(*scan.holograms, 0, options);
    CAPTURE(method);
    CHECK(percentile(preview.phase, 0.99) == Approx(4.6).margin(0.1));
  }
}

TEST_CASE("a real cell is denser than the medium, on whichever side its +1 order lies") {
  const auto path = shared_data("holograms/qpretrieve_hologram_cell.npz");
  if (!path) return;
  ImportOptions setup;
  setup.wavelength_um = 0.532;
  setup.medium_index = 1.337;
  setup.numerical_aperture = 0.415;
  setup.pixel_size_um = 0.1;
  Scan scan = open_scan(*path, setup);
  const HologramPreview upright = preview_hologram(*scan.holograms, 0);
  turn_over(scan.holograms->holograms);
  turn_over(scan.holograms->background);
  const HologramPreview turned = preview_hologram(*scan.holograms, 0);
  for (const HologramPreview* preview : {&upright, &turned}) {
    CHECK(preview->sign_assumed);
    CHECK(percentile(preview->phase, 0.99) == Approx(4.6).margin(0.1));
    CHECK(percentile(preview->phase, 0.01) > -1.0);
  }
  CHECK(upright.order.y * turned.order.y < 0.0);
}

TEST_CASE("a file whose aperture its carrier does not support says which one it does, and gives the phase with that") {
  const std::string name = GENERATE("single_hdf5_raw-oah.h5", "series_hdf5_raw-oah.h5");
  const auto path = shared_data("holograms/" + name);
  if (!path) return;
  const Scan scan = open_scan(*path);
  REQUIRE(scan.holograms->setup.numerical_aperture == 1.0);
  CHECK_THROWS_WITH(preview_hologram(*scan.holograms, 0), Catch::Contains("up to NA 0.74"));
  // The independent pipeline found 2.97 to 2.98 rad above the border for NA 0.3 to 0.74: the light fills no more.
  for (const double aperture : {0.74, 0.5, 0.3}) {
    ImportOptions setup;
    setup.numerical_aperture = aperture;
    const HologramPreview preview = preview_hologram(*open_scan(*path, setup).holograms, 0);
    CAPTURE(aperture);
    CHECK(percentile(preview.phase, 0.99) == Approx(2.975).margin(0.05));
    CHECK(percentile(preview.phase, 0.01) == Approx(-0.25).margin(0.1));
    CHECK(preview.sign_assumed);
  }
}

TEST_CASE("a hologram from a TIFF file unwraps to the phase that another pipeline found") {
  const auto path = shared_data("holograms/single_holo.tif");
  if (!path) return;
  // The independent pipeline found 4.45 to 4.46 rad above the border for pupils of 3.5 to 5.9 rad/µm at this pixel.
  ImportOptions setup;
  setup.wavelength_um = 0.633;
  setup.medium_index = 1.335;
  setup.numerical_aperture = 0.4;
  setup.pixel_size_um = 0.107;
  const HologramPreview preview = preview_hologram(*open_scan(*path, setup).holograms, 0);
  CHECK(percentile(preview.phase, 0.99) == Approx(4.455).margin(0.07));
}
