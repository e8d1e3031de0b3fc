#include "app/workflow/simulated_cell.h"

#include <cmath>

#include "tests/catch.h"

using namespace tomocyte;

namespace {

double correlation(const Tomogram& a, const Tomogram& b) {
  const auto n = static_cast<double>(a.ri.size());
  double mean_a = 0.0;
  double mean_b = 0.0;
  for (Index i = 0; i < a.ri.size(); ++i) {
    mean_a += a.ri.data()[i] / n;
    mean_b += b.ri.data()[i] / n;
  }
  double ab = 0.0;
  double aa = 0.0;
  double bb = 0.0;
  for (Index i = 0; i < a.ri.size(); ++i) {
    const double da = a.ri.data()[i] - mean_a;
    const double db = b.ri.data()[i] - mean_b;
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return ab / std::sqrt(aa * bb);
}

double rms_difference(const Tomogram& a, const Tomogram& b) {
  double sum = 0.0;
  for (Index i = 0; i < a.ri.size(); ++i) sum += std::pow(static_cast<double>(a.ri.data()[i]) - b.ri.data()[i], 2);
  return std::sqrt(sum / static_cast<double>(a.ri.size()));
}

}  // namespace

TEST_CASE("the operator shows a cell as the simulated microscope and the reconstruction do") {
  ImagingOptions options;
  options.simulation.angles = 25;  // half the time; both ways see the same
  options.simulation.camera_pixels = 288;
  options.simulation.pixel_size_um = 0.0667;
  options.simulation.slice_um = 0.4;
  options.simulation.exposure = 0.3;
  options.reconstruction.voxel_size_um = 0.128064;  // 150 of them are the camera's 19.21 µm
  options.reconstruction.voxels_lateral = 150;
  options.reconstruction.voxels_axial = 200;
  const CellOnSlide cell = make_cell_on_slide("t-lymphocyte", make_donor(1, 1), 1.337, 5);
  const Scan optics = image_through_optics(cell, options, 2);
  const Scan fast = image_through_operator(cell, network_operator(options), options);
  const CellIndices& a = optics.cells.at(0).indices;
  const CellIndices& b = fast.cells.at(0).indices;
  CAPTURE(a.volume_fl, b.volume_fl, a.mean_ri, b.mean_ri, a.sphericity, b.sphericity);
  CHECK(correlation(*optics.tomogram, *fast.tomogram) > 0.97);
  CHECK(rms_difference(*optics.tomogram, *fast.tomogram) < 0.0025);
  CHECK(b.mean_ri == Approx(a.mean_ri).margin(0.0015));
  CHECK(b.volume_fl == Approx(a.volume_fl).epsilon(0.05));
  CHECK(b.sphericity == Approx(a.sphericity).margin(0.03));
  CHECK(optics.cells[0].annotation == "t-lymphocyte");
  CHECK(optics.fields->phase.shape() == fast.fields->phase.shape());
  CHECK(fast.fields->phase(0, 48, 48) == Approx(optics.fields->phase(0, 48, 48)).epsilon(0.05));
}

TEST_CASE("a donor's medium is not the one that the reconstruction is told") {
  Donor donor = make_donor(1, 1);
  donor.medium_offset = 0.002;
  const CellOnSlide cell = make_cell_on_slide("b-lymphocyte", donor, 1.337, 5);
  CHECK(cell.phantom.medium_index == Approx(1.339));
  ImagingOptions options;
  options.simulation.angles = 9;
  options.grid = {0.4, 32};
  options.reconstruction.iterations = 4;
  const ScanOperator scan = network_operator(options);
  const Scan shifted = image_through_operator(cell, scan, options);
  CHECK(shifted.tomogram->medium_index == 1.337);
  // Against another medium the same contrast is the same phase: the index comes out lower by the offset.
  donor.medium_offset = 0.0;
  const Scan right = image_through_operator(make_cell_on_slide("b-lymphocyte", donor, 1.337, 5), scan, options);
  CHECK(shifted.cells.at(0).indices.mean_ri == Approx(right.cells.at(0).indices.mean_ri).margin(0.0003));
}
