#include "acquisition/white_cell.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "acquisition/cell_anatomy.h"

namespace tomocyte {
namespace {

constexpr double kProteinRii = 0.2;        // mL/g
constexpr double kIntegrationStep = 0.12;  // µm; volume to 0.3 %, then corrected by scaling
constexpr double kMembrane = 0.1;          // µm
constexpr double kVacuoleContrast = 0.2;

// What the published method finds of a cell of a donor, relative to the truth: the blurred edge lets the threshold
// enclose more and dilutes the mean. The published numbers were measured so, and the cells of donors are made to
// measure like them (docs/simulated-cells.md).
constexpr double kMeasuredVolume = 1.055;
constexpr double kMeasuredDensity = 0.915;

std::vector<Body::Ripple> ripples(Random& random, double amplitude) {
  std::vector<Body::Ripple> list;
  for (int order = 2; order <= 5; ++order)
    list.push_back({amplitude / order * uniform(random, 0.5, 1.5), direction(random) * (1.5 * order),
                    uniform(random, 0.0, 2.0 * std::numbers::pi)});
  return list;
}

int count_of(double number) { return static_cast<int>(std::lround(number)); }

// Axes of a body of unit volume-equivalent radius that is longer along its first axis.
Eigen::Vector3d elongated(double longest) { return {longest, 1.0 / std::sqrt(longest), 1.0 / std::sqrt(longest)}; }

// A matrix whose third column points along `normal`, turned about it at random.
Eigen::Matrix3d facing(const Eigen::Vector3d& normal, Random& random) {
  const Eigen::AngleAxisd turn(uniform(random, 0.0, 2.0 * std::numbers::pi), normal);
  Eigen::Matrix3d axes;
  axes.col(2) = normal;
  axes.col(0) = turn * normal.unitOrthogonal();
  axes.col(1) = normal.cross(axes.col(0));
  return axes;
}

class WhiteCell {
 public:
  WhiteCell(Phantom& cell, const CellAnatomy& anatomy, double radius_um, Random& random)
      : cell_(cell), anatomy_(anatomy), radius_(radius_um), random_(random) {}

  void add_membrane() {
    Body membrane = ellipsoid("membrane", Eigen::Vector3d::Zero(), elongated(anatomy_.elongation) * radius_,
                              rotation(random_), 1.15);
    membrane.roughness = ripples(random_, anatomy_.membrane_ripple);
    add_ruffles(membrane);
    cell_.bodies.push_back(membrane);
    cytoplasm_ = membrane;
    cytoplasm_.name = "cytoplasm";
    cytoplasm_.semi_axes -= Eigen::Vector3d::Constant(kMembrane);
    cytoplasm_.index = 1.0;
    cell_.bodies.push_back(cytoplasm_);
  }

  void add_nucleus() {
    nucleus_begin_ = cell_.bodies.size();
    open_side_ = -direction(random_);
    if (anatomy_.nucleus_lobes > 1.5)
      add_lobes();
    else
      add_round_nucleus();
    nucleus_end_ = cell_.bodies.size();
  }

  // In the cytoplasm: outside of the nucleus, inside the membrane.
  void add_granules() {
    place_in_cytoplasm("vacuole", count_of(anatomy_.vacuoles), 0.38, kVacuoleContrast, 0.0);
    place_in_cytoplasm("granule", count_of(anatomy_.granules), anatomy_.granule_radius_um, anatomy_.granule_contrast,
                       anatomy_.granule_polarity);
  }

 private:
  // Folds and knobs that stand half out of the membrane. They come before it, so that it covers their inner halves.
  void add_ruffles(const Body& membrane) {
    for (int i = 0; i < count_of(anatomy_.ruffles); ++i) {
      const Eigen::Vector3d unit = direction(random_);
      const Eigen::Vector3d at = membrane.rotation * unit.cwiseProduct(membrane.semi_axes);
      const Eigen::Vector3d size(uniform(random_, 0.9, 1.6), uniform(random_, 0.5, 0.8), uniform(random_, 0.7, 1.3));
      cell_.bodies.push_back(
          ellipsoid("ruffle", at, size * anatomy_.ruffle_radius_um, facing(at.normalized(), random_), 1.05));
    }
  }

  void add_lobes() {
    const int lobes = count_of(anatomy_.nucleus_lobes);
    const Eigen::Vector3d side = open_side_.unitOrthogonal();
    for (int lobe = 0; lobe < lobes; ++lobe) {
      const double angle = 2.0 * std::numbers::pi * lobe / lobes + uniform(random_, -0.3, 0.3);
      const Eigen::Vector3d at = (std::cos(angle) * side + std::sin(angle) * open_side_) * (0.42 * radius_);
      cell_.bodies.push_back(ellipsoid("nucleus lobe", at,
                                       elongated(anatomy_.nucleus_aspect) * (anatomy_.nucleus_radius * radius_),
                                       rotation(random_), anatomy_.nucleus_contrast));
    }
  }

  void add_round_nucleus() {
    const double size = anatomy_.nucleus_radius * radius_;
    Body nucleus = ellipsoid("nucleus", -open_side_ * (anatomy_.nucleus_offset * radius_),
                             elongated(anatomy_.nucleus_aspect) * size, rotation(random_), anatomy_.nucleus_contrast);
    nucleus.roughness = ripples(random_, 0.03);
    cell_.bodies.push_back(nucleus);
    // Heterochromatin lies mostly under the nuclear envelope.
    for (int i = 0; i < count_of(anatomy_.clumps); ++i)
      add_inside(nucleus, "chromatin", uniform(random_, 0.55, 0.75), uniform(random_, 0.14, 0.26),
                 anatomy_.nucleus_contrast * anatomy_.clump_contrast);
    for (int i = 0; i < count_of(anatomy_.nucleoli); ++i)
      add_inside(nucleus, "nucleolus", uniform(random_, 0.1, 0.55), uniform(random_, 0.14, 0.2), 1.45);
    if (anatomy_.indentation > 0.05)
      cell_.bodies.push_back(ellipsoid("hilum", nucleus.centre + open_side_ * size,
                                       Eigen::Vector3d(0.6, 0.45, 0.7 * anatomy_.indentation) * size,
                                       facing(open_side_, random_), 1.0));
  }

  // A body in the nucleus, `depth` of the way from its centre to its surface, `size` of its radius large.
  void add_inside(const Body& nucleus, const char* name, double depth, double size, double contrast) {
    const Eigen::Vector3d at = nucleus.rotation * (direction(random_) * depth).cwiseProduct(nucleus.semi_axes);
    const Eigen::Vector3d axes(uniform(random_, 0.8, 1.25), uniform(random_, 0.8, 1.25), uniform(random_, 0.8, 1.25));
    cell_.bodies.push_back(ellipsoid(name, nucleus.centre + at, axes * (size * anatomy_.nucleus_radius * radius_),
                                     rotation(random_), contrast));
  }

  // The hilum carves the nucleus: the last nuclear body at a point says what is there.
  [[nodiscard]] bool in_nucleus(const Eigen::Vector3d& point) const {
    for (std::size_t i = nucleus_end_; i-- > nucleus_begin_;)
      if (cell_.bodies[i].contains(point)) return cell_.bodies[i].name != "hilum";
    return false;
  }

  void place_in_cytoplasm(const char* name, int number, double radius_um, double contrast, double polarity) {
    int placed = 0;
    for (int attempt = 0; attempt < 100 * number && placed < number; ++attempt) {
      const double size = radius_um * uniform(random_, 0.7, 1.3);
      const Eigen::Vector3d at = direction(random_) * (radius_ * std::cbrt(uniform(random_, 0.0, 0.85)));
      const bool on_open_side = at.dot(open_side_) > 0.15 * radius_;
      if (!on_open_side && uniform(random_, 0.0, 1.0) < polarity) continue;
      if (in_nucleus(at) || !cytoplasm_.contains(at * (1.0 + size / radius_))) continue;
      cell_.bodies.push_back(
          ellipsoid(name, at, Eigen::Vector3d::Constant(size), Eigen::Matrix3d::Identity(), contrast));
      ++placed;
    }
  }

  Phantom& cell_;
  const CellAnatomy& anatomy_;
  double radius_;
  Random& random_;
  Body cytoplasm_;
  Eigen::Vector3d open_side_ = Eigen::Vector3d::UnitZ();  // where the nucleus leaves the most cytoplasm
  std::size_t nucleus_begin_ = 0;
  std::size_t nucleus_end_ = 0;
};

double less(double sd, double between) { return std::sqrt(std::max(0.0, sd * sd - between * between)); }

}  // namespace

const std::vector<CellPopulation>& white_cell_populations() {
  static const std::vector<CellPopulation> table = {
      {"b-lymphocyte", 185.05, 34.86, 15.58, 1.05},
      {"monocyte", 422.79, 61.31, 15.15, 1.55},
      {"myelocyte", 404.19, 53.10, 17.09, 1.26},
      {"t-lymphocyte", 232.31, 30.35, 15.67, 0.83},
  };
  return table;
}

CellPopulation population_of(const std::string& type, const Donor& donor) {
  CellPopulation population = {type, 330.0, 40.0, 16.5, 1.2};  // neutrophil
  for (const CellPopulation& published : white_cell_populations())
    if (published.type == type) population = published;
  if (donor.id.empty()) return population;
  population.volume_sd = less(population.volume_sd, kDonorSpread.volume * population.volume_fl);
  population.density_sd = less(population.density_sd, kDonorSpread.density_g_dl);
  population.volume_fl = population.volume_fl * donor.volume / kMeasuredVolume;
  population.volume_sd /= kMeasuredVolume;
  population.density_g_dl = (population.density_g_dl + donor.density_g_dl) / kMeasuredDensity;
  population.density_sd /= kMeasuredDensity;
  return population;
}

Phantom make_white_cell(const std::string& type, const Donor& donor, double medium_index, Random& random) {
  const CellAnatomy anatomy = draw_anatomy(type, donor, random);
  const CellPopulation population = population_of(type, donor);
  const double volume = normal(random, population.volume_fl, population.volume_sd);
  const double density = normal(random, population.density_g_dl, population.density_sd);
  Phantom cell;
  cell.type = type;
  cell.medium_index = medium_index;
  for (const AnatomyTrait& trait : anatomy_traits()) cell.traits[trait.name] = anatomy.*trait.value;
  cell.traits["volume_fl"] = volume;
  cell.traits["density_g_dl"] = density;
  WhiteCell parts(cell, anatomy, std::cbrt(3.0 * volume / (4.0 * std::numbers::pi)), random);
  parts.add_membrane();
  parts.add_nucleus();
  parts.add_granules();
  scale_to(cell, volume, density);
  return cell;
}

Body ellipsoid(std::string name, const Eigen::Vector3d& centre, const Eigen::Vector3d& semi_axes,
               const Eigen::Matrix3d& turn, double contrast) {
  Body body;
  body.name = std::move(name);
  body.centre = centre;
  body.semi_axes = semi_axes;
  body.rotation = turn;
  body.index = contrast;
  return body;
}

void scale_to(Phantom& cell, double volume_fl, double density_g_dl) {
  const double step = std::min(kIntegrationStep, cell.box().sizes().minCoeff() / 20.0);
  cell.scale(std::cbrt(volume_fl / integrate(cell, step).volume_fl));
  const double mean_contrast = integrate(cell, step).mean_ri;
  const double wanted = kProteinRii * density_g_dl / 100.0;
  for (Body& body : cell.bodies) body.index = cell.medium_index + body.index * wanted / mean_contrast;
}

}  // namespace tomocyte
