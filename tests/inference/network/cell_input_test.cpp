#include "inference/network/cell_input.h"

#include "core/error.h"
#include "inference/measure.h"
#include "tests/catch.h"
#include "tests/inference/analytic_bodies.h"

using namespace tomocyte;

namespace {

// Two balls of 2 µm radius, 5 µm apart, measured.
struct Measured {
  Tomogram tomogram;
  Measurement measurement;
  explicit Measured(double voxel_um) {
    const auto n = static_cast<Index>(std::lround(12.8 / voxel_um));
    tomogram = empty_volume({n, n, n}, {voxel_um, voxel_um, voxel_um});
    add_ellipsoid(tomogram, {2.0, 2.0, 2.0}, {0.0, 0.0, -2.5}, 1.367);
    add_ellipsoid(tomogram, {1.8, 1.8, 1.8}, {0.0, 0.0, 2.5}, 1.367);
    measurement = measure_cells(tomogram);
    REQUIRE(measurement.cells.size() == 2);
  }
  [[nodiscard]] CellImages images() const { return {&tomogram, measurement.labels.view(), nullptr}; }
};

double mass(const Array<float, 3>& input) {
  double sum = 0.0;
  for (const float v : input.values()) sum += v;
  return sum;
}

FieldStack fields_with_phase() {
  FieldStack fields;
  fields.setup = {0.532, kMedium, 1.2, 0.1};
  fields.illumination = {{5.0, 0.0}, {0.0, 0.0}};
  fields.field = Array<std::complex<float>, 3>({2, 128, 128});
  fields.phase = Array<float, 3>({2, 128, 128});
  for (Index y = 0; y < 128; ++y)
    for (Index x = 0; x < 128; ++x) {
      fields.field(1, y, x) = 1.1F;
      fields.phase(1, y, x) = static_cast<float>(x);
    }
  return fields;
}

}  // namespace

TEST_CASE("the crop is centred on its cell, its contrast normalised, its neighbour masked out") {
  const double voxel = GENERATE(0.1, 0.2);
  const Measured scan(voxel);
  // Wide enough to reach the neighbour.
  const InputOptions options{"tomogram", 40, 0.25};
  const Array<float, 3> input = cell_input(scan.images(), scan.measurement.cells[0], options);
  REQUIRE(input.shape() == Shape<3>{40, 40, 40});
  CHECK(input(20, 20, 20) == Approx(1.0).margin(0.02));  // (1.367 - 1.337) / 0.03
  // The neighbour, 5 µm away, is gone; what is below the threshold of its edge may stay.
  CHECK(std::abs(input(20, 20, 39)) < 0.05);
  CHECK(std::abs(input(20, 20, 1)) < 0.05);
  const double volume = mass(input) * std::pow(0.25, 3);
  CHECK(volume == Approx(4.0 / 3.0 * 3.14159265 * 8.0).epsilon(0.06));
}

TEST_CASE("a maximum projection is the largest value along z") {
  const Measured scan(0.2);
  const Array<float, 3> input = cell_input(scan.images(), scan.measurement.cells[0], {"mip", 24, 0.25});
  REQUIRE(input.shape() == Shape<3>{1, 24, 24});
  const double area = 0.0625 * static_cast<double>(std::count_if(input.values().begin(), input.values().end(),
                                                                 [](float v) { return v > 0.5F; }));
  CHECK(area == Approx(3.14159265 * 4.0).epsilon(0.08));
}

TEST_CASE("phase and amplitude come from the frame at normal incidence, without the neighbour") {
  const Measured scan(0.1);
  CellImages images = scan.images();
  CHECK_THROWS_WITH(cell_input(images, scan.measurement.cells[0], {"phase", 24, 0.25}), Catch::Contains("no fields"));
  FieldStack fields = fields_with_phase();
  images.fields = &fields;
  const Cell& cell = scan.measurement.cells[0];
  const Array<float, 3> phase = cell_input(images, cell, {"phase", 24, 0.25});
  // The ramp's value at the cell's centre (x = -2.5 µm of 0.1 µm pixels from pixel 64), over 2 rad.
  CHECK(phase(0, 12, 12) == Approx((64.0 - 25.0) / 2.0).epsilon(0.01));
  const Array<float, 3> amplitude = cell_input(images, cell, {"amplitude", 48, 0.25});
  CHECK(amplitude(0, 24, 24) == Approx(0.5).epsilon(1e-3));
  CHECK(amplitude(0, 24, 44) == Approx(0.0).margin(1e-5));  // 5 µm to the right
  fields.phase = {};
  CHECK_THROWS_WITH(cell_input(images, cell, {"phase", 24, 0.25}), Catch::Contains("not unwrapped"));
  fields.illumination[1] = {6.0, 6.0};
  CHECK_THROWS_WITH(cell_input(images, cell, {"amplitude", 24, 0.25}), Catch::Contains("normal incidence"));
}

TEST_CASE("voxels too coarse for the model are refused with both sizes") {
  const Measured scan(0.2);
  CHECK_THROWS_WITH(cell_input(scan.images(), scan.measurement.cells[0], {"tomogram", 24, 0.1}),
                    Catch::Contains("0.200") && Catch::Contains("0.100"));
}
