// The whole chain against exact Mie scattering of a sphere: radius 3.0 µm, n 1.370 in 1.337.
#include <cmath>

#include "core/files/import.h"
#include "reconstruction/accuracy.h"
#include "reconstruction/reconstruct.h"
#include "tests/shared_data.h"

using namespace tomocyte;

namespace {

void check_sphere(const SphereAccuracy& sphere) {
  CAPTURE(sphere.mean_ri_inner, sphere.mean_ri, sphere.half_contrast_volume_fl, sphere.dry_mass_ratio,
          sphere.background_sd);
  CHECK(std::abs(sphere.mean_ri_inner - 1.370) < 0.0015);
  CHECK(std::abs(sphere.mean_ri - 1.370) < 0.0025);
  CHECK(std::abs(sphere.half_contrast_volume_fl / 113.1 - 1.0) < 0.05);
  CHECK(std::abs(sphere.dry_mass_ratio - 1.0) < 0.03);
  CHECK(sphere.background_sd <= 3e-4);
}

}  // namespace

TEST_CASE("holograms of an exact sphere reconstruct to its index, volume and dry mass") {
  const auto path = shared_data("mie/mie_holograms.h5");
  if (!path) return;
  const Scan scan = open_scan(*path);
  const FieldStack fields = retrieve_fields(*scan.holograms, {});
  for (const FrameQuality& frame : fields.quality) CHECK(frame.reason.empty());
  // Phase through the centre at normal incidence: 2.3385 rad exactly (Mie).
  CHECK(fields.phase(0, fields.phase.shape(1) / 2, fields.phase.shape(2) / 2) == Approx(2.3385).margin(0.03));
  check_sphere(compare_with_sphere(reconstruct(fields, {}), 3.0, 1.370));
}

TEST_CASE("exact fields of a sphere, off focus and without pupil, reconstruct to the same numbers") {
  const auto path = shared_data("mie/mie_fields.h5");
  if (!path) return;
  const Scan scan = open_scan(*path);
  check_sphere(compare_with_sphere(reconstruct(*scan.fields, {}), 3.0, 1.370));
}

TEST_CASE("a sphere out of focus keeps its volume and dry mass, and sits where it is") {
  const auto path = shared_data("mie/mie_fields.h5");
  if (!path) return;
  const Scan scan = open_scan(*path);
  ReconstructionOptions options;
  options.refocus_um = -1.0;
  const Tomogram tomogram = reconstruct(*scan.fields, options);
  const SphereAccuracy sphere = compare_with_sphere(tomogram, 3.0, 1.370);
  CAPTURE(sphere.half_contrast_volume_fl, sphere.dry_mass_ratio);
  CHECK(std::abs(sphere.half_contrast_volume_fl / 113.1 - 1.0) < 0.05);
  CHECK(std::abs(sphere.dry_mass_ratio - 1.0) < 0.03);
  double sum = 0.0;
  double moment = 0.0;
  for (Index z = 0; z < tomogram.ri.shape(0); ++z) {
    const double n = tomogram.ri(z, 128, 128) - tomogram.medium_index;
    sum += n;
    moment += n * static_cast<double>(z - 128) * tomogram.voxel_size_um.z;
  }
  CHECK(moment / sum == Approx(1.0).margin(0.25));
}

TEST_CASE("a mirrored illumination ruins the sphere") {
  const auto path = shared_data("mie/mie_fields.h5");
  if (!path) return;
  Scan scan = open_scan(*path);
  for (WaveVector& k : scan.fields->illumination) k = {-k.x, -k.y};
  CHECK(compare_with_sphere(reconstruct(*scan.fields, {}), 3.0, 1.370).mean_ri < 1.36);
}
