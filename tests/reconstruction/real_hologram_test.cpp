// A real off-axis hologram of a cell, against another pipeline's number.
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
