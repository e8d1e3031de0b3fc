// Fields to tomogram on a Gaussian ball seen along straight rays: where it is, how strong it is, and what is refused.
#include <algorithm>
#include <limits>
#include <random>
#include <stop_token>

#include "core/error.h"
#include "core/compute/compute.h"
#include "reconstruction/reconstruct.h"
#include "tests/catch.h"
#include "tests/reconstruction/gaussian_ball.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

constexpr Index kPixels = 96;

ReconstructionOptions small_volume() {
  ReconstructionOptions options;
  options.voxel_size_um = 0.12;
  options.voxels_lateral = kPixels;
  options.voxels_axial = kPixels;
  return options;
}

struct Blob {
  double peak = 0.0;                  // n - n_m
  std::array<double, 3> centre_um{};  // centroid of what is above half of the peak
};

Blob blob_of(const Tomogram& tomogram) {
  const auto medium = static_cast<float>(tomogram.medium_index);
  const auto values = tomogram.ri.values();
  Blob blob;
  blob.peak = *std::max_element(values.begin(), values.end()) - medium;
  const auto& shape = tomogram.ri.shape();
  double sum = 0.0;
  for (Index z = 0; z < shape[0]; ++z)
    for (Index y = 0; y < shape[1]; ++y)
      for (Index x = 0; x < shape[2]; ++x) {
        const double n = tomogram.ri(z, y, x) - medium;
        if (n < 0.5 * blob.peak) continue;
        sum += n;
        const std::array<Index, 3> at = {z, y, x};
        for (std::size_t axis = 0; axis < 3; ++axis)
          blob.centre_um[axis] += n * static_cast<double>(at[axis] - shape[axis] / 2) * tomogram.voxel_size_um.x;
      }
  for (double& centre : blob.centre_um) centre /= sum;
  return blob;
}

double largest_difference(const Tomogram& a, const Tomogram& b) {
  REQUIRE(a.ri.shape() == b.ri.shape());
  double largest = 0.0;
  for (std::size_t i = 0; i < a.ri.values().size(); ++i)
    largest = std::max(largest, std::abs(static_cast<double>(a.ri.values()[i]) - b.ri.values()[i]));
  return largest;
}

}  // namespace

TEST_CASE("a weak ball comes out at its place with its index") {
  const GaussianBall ball{.centre_um = {0.4, -0.5, 0.6}};
  const FieldStack fields = fields_of(ball, 25, kPixels);
  for (const char* mapping : {"nearest", "linear"}) {
    ReconstructionOptions options = small_volume();
    options.voxels_axial = 256;  // fine steps of kz
    options.mapping = mapping;
    const Tomogram tomogram = reconstruct(fields, options);
    const Blob blob = blob_of(tomogram);
    CAPTURE(mapping, blob.peak, blob.centre_um[0], blob.centre_um[1], blob.centre_um[2]);
    CHECK(blob.peak ==
          Approx(ball.contrast).epsilon(0.15));  // 0.125 too low: what the missing cone keeps of a smooth ball
    for (std::size_t axis = 0; axis < 3; ++axis)
      CHECK(blob.centre_um[axis] == Approx(ball.centre_um[axis]).margin(0.06));
  }
}

TEST_CASE("odd and rectangular volumes keep the axis in voxel n/2") {
  const GaussianBall ball{.centre_um = {0.2, 0.4, -0.6}};
  for (const Index pixels : {kPixels, kPixels + 1})
    for (const auto& [lateral, axial] : {std::pair{95, 97}, std::pair{96, 80}, std::pair{121, 64}}) {
      ReconstructionOptions options = small_volume();
      options.voxels_lateral = lateral;
      options.voxels_axial = axial;
      const Tomogram tomogram = reconstruct(fields_of(ball, 17, pixels), options);
      CHECK(tomogram.ri.shape() == Shape<3>{axial, lateral, lateral});
      const Blob blob = blob_of(tomogram);
      CAPTURE(pixels, lateral, axial, blob.peak);
      for (std::size_t axis = 0; axis < 3; ++axis)
        CHECK(blob.centre_um[axis] == Approx(ball.centre_um[axis]).margin(0.08));
    }
}

TEST_CASE("refocusing moves the tomogram's centre plane, and a recorded offset is undone") {
  const GaussianBall ball{.centre_um = {0.8, 0.0, 0.0}};
  FieldStack fields = fields_of(ball, 17, kPixels);
  ReconstructionOptions options = small_volume();
  options.refocus_um = 0.8;
  CHECK(blob_of(reconstruct(fields, options)).centre_um[0] == Approx(0.0).margin(0.08));
  // The same pictures, said to be of the plane z = -0.8 µm: the ball then sits at z = 0.
  options.refocus_um = 0.0;
  fields.focus_offset_um = -0.8;
  CHECK(blob_of(reconstruct(fields, options)).centre_um[0] == Approx(0.0).margin(0.08));
}

TEST_CASE("a mirrored illumination mirrors a smooth ball along the optical axis") {
  FieldStack fields = fields_of({.centre_um = {0.8, 0.0, 0.0}}, 25, kPixels);
  CHECK(blob_of(reconstruct(fields, small_volume())).centre_um[0] > 0.5);
  for (WaveVector& k : fields.illumination) k = {-k.x, -k.y};
  CHECK(blob_of(reconstruct(fields, small_volume())).centre_um[0] < -0.5);
}

TEST_CASE("an inverted sample is refused, unless it may lie below the medium") {
  const FieldStack fields = fields_of({.contrast = -0.002}, 17, kPixels);
  ReconstructionOptions options = small_volume();
  CHECK_THROWS_WITH(reconstruct(fields, options), Catch::Contains("below the medium's refractive index"));
  options.non_negative = false;
  const Tomogram tomogram = reconstruct(fields, options);
  CHECK(tomogram.ri(kPixels / 2, kPixels / 2, kPixels / 2) < tomogram.medium_index - 0.001);
  // Nothing but noise is no inverted sample.
  FieldStack empty = fields_of({.contrast = 0.0}, 17, kPixels);
  std::mt19937 random(1);
  std::normal_distribution<float> noise(0.0F, 0.05F);
  for (float& phase : empty.phase.values()) phase = noise(random);
  CHECK_NOTHROW(reconstruct(empty, small_volume()));
}

TEST_CASE("Born and Rytov agree on a weak object") {
  const FieldStack fields = fields_of({}, 17, kPixels);
  ReconstructionOptions options = small_volume();
  const Tomogram rytov = reconstruct(fields, options);
  options.approximation = "born";
  const Tomogram born = reconstruct(fields, options);
  CHECK(largest_difference(rytov, born) < 0.06 * blob_of(rytov).peak);
  CHECK(largest_difference(rytov, born) > 0.0);
}

TEST_CASE("iterations fill the missing cone, stop when told, and none means none") {
  const FieldStack fields = fields_of({}, 17, kPixels);
  ReconstructionOptions options = small_volume();
  const Tomogram all = reconstruct(fields, options);
  REQUIRE(all.convergence.size() == 20);
  CHECK(all.convergence.back() < 0.5 * all.convergence.front());
  CHECK(*std::min_element(all.ri.values().begin(), all.ri.values().end()) >= static_cast<float>(all.medium_index));

  options.stop_below = 0.01;
  const Tomogram stopped = reconstruct(fields, options);
  CHECK(stopped.convergence.size() > 1);
  CHECK(stopped.convergence.size() < 20);
  CHECK(std::equal(stopped.convergence.begin(), stopped.convergence.end(), all.convergence.begin()));

  options = small_volume();
  options.iterations = 0;
  const Tomogram raw = reconstruct(fields, options);
  CHECK(raw.convergence.empty());
  // The missing cone shows as a weaker peak and as values below the medium.
  CHECK(blob_of(raw).peak < blob_of(all).peak);
  CHECK(*std::min_element(raw.ri.values().begin(), raw.ri.values().end()) < static_cast<float>(raw.medium_index));
}

TEST_CASE("rejected frames are left out unless they are kept on purpose") {
  FieldStack damaged = fields_of({}, 13, kPixels);
  damaged.quality.resize(13);
  for (const std::size_t frame : {std::size_t{3}, std::size_t{7}}) {
    damaged.quality[frame].rejected = true;
    for (Index y = 0; y < kPixels; ++y)
      for (Index x = 0; x < kPixels; ++x)
        damaged.phase(static_cast<Index>(frame), y, x) = static_cast<float>((x * 7 + y * 13) % 11) * 0.1F;
  }
  FieldStack good = fields_of({}, 11, kPixels);
  for (std::size_t from = 0, to = 0; from < 13; ++from) {
    if (damaged.quality[from].rejected) continue;
    good.illumination[to] = damaged.illumination[from];
    const auto frame = static_cast<Index>(from);
    std::copy_n(&damaged.field(frame, 0, 0), kPixels * kPixels, &good.field(static_cast<Index>(to), 0, 0));
    std::copy_n(&damaged.phase(frame, 0, 0), kPixels * kPixels, &good.phase(static_cast<Index>(to), 0, 0));
    ++to;
  }
  ReconstructionOptions options = small_volume();
  options.iterations = 3;
  const Tomogram expected = reconstruct(good, options);
  CHECK(largest_difference(reconstruct(damaged, options), expected) == 0.0);
  options.keep_corrupted_frames = true;
  CHECK(largest_difference(reconstruct(damaged, options), expected) > 1e-4);
}

TEST_CASE("input that gives no tomogram is refused in words") {
  const ReconstructionOptions options = small_volume();
  CHECK_THROWS_AS(reconstruct(fields_of({}, 3, kPixels), options), InputError);

  FieldStack rejected = fields_of({}, 5, kPixels);
  rejected.quality.resize(5);
  rejected.quality[1].rejected = rejected.quality[2].rejected = true;
  CHECK_THROWS_WITH(reconstruct(rejected, options), Catch::Contains("3 of 5 frames"));

  FieldStack nan = fields_of({}, 5, kPixels);
  nan.field(4, 10, 10) = std::numeric_limits<float>::quiet_NaN();
  CHECK_THROWS_WITH(reconstruct(nan, options), Catch::Contains("frame 4"));

  FieldStack nan_phase = fields_of({}, 5, kPixels);
  nan_phase.phase(2, 10, 10) = std::numeric_limits<float>::infinity();
  CHECK_THROWS_WITH(reconstruct(nan_phase, options), Catch::Contains("frame 2"));

  FieldStack other_shape = fields_of({}, 5, kPixels);
  other_shape.phase = Array<float, 3>({5, kPixels, kPixels - 1});
  CHECK_THROWS_AS(reconstruct(other_shape, options), InputError);

  FieldStack no_medium = fields_of({}, 5, kPixels);
  no_medium.setup.medium_index = 0.0;
  CHECK_THROWS_WITH(reconstruct(no_medium, options), Catch::Contains("medium index"));

  ReconstructionOptions unknown = options;
  unknown.mapping = "cubic";
  CHECK_THROWS_AS(reconstruct(fields_of({}, 5, kPixels), unknown), InputError);
}

TEST_CASE("a reconstruction that is cancelled stops at the next iteration") {
  const FieldStack fields = fields_of({}, 5, kPixels);
  std::stop_source stop;
  int reports_after = 0;
  const Progress progress(
      [&](double fraction, const std::string&) {
        if (stop.stop_requested()) ++reports_after;
        if (fraction > 0.3) stop.request_stop();
      },
      stop.get_token());
  CHECK_THROWS_AS(reconstruct(fields, small_volume(), {}, progress), Cancelled);
  CHECK(stop.stop_requested());
  CHECK(reports_after == 0);
}

TEST_CASE("a compute device that is not here is refused with a remedy") {
  const FieldStack fields = fields_of({}, 5, kPixels);
  for (const char* name : {"cuda:99", "cuda:", "cuda:-1", "tpu", ""}) {
    CAPTURE(name);
    try {
      static_cast<void>(reconstruct(fields, small_volume(), {.name = name}));
      FAIL("not refused");
    } catch (const DeviceError& error) {
      CHECK_FALSE(error.remedy().empty());
    }
  }
  CHECK(describe({.name = "cpu", .threads = 1}).starts_with("CPU, 1 thread"));
  CHECK(available_compute_devices().front() == "cpu");
}
