#include "acquisition/phantom_cells.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/error.h"

namespace tomocyte {
namespace {

constexpr double kProteinRii = 0.2;        // mL/g
constexpr double kIntegrationStep = 0.12;  // µm; volume to 0.3 %, then corrected by scaling

double uniform(Random& random, double low, double high) { return std::uniform_real_distribution(low, high)(random); }

// Normal, cut at 2.5 SD so that no cell is absurd.
double normal(Random& random, double mean, double sd) {
  std::normal_distribution<double> draw(0.0, 1.0);
  double z = draw(random);
  while (std::abs(z) > 2.5) z = draw(random);
  return mean + sd * z;
}

Eigen::Vector3d direction(Random& random) {
  std::normal_distribution<double> draw(0.0, 1.0);
  const double x = draw(random);
  const double y = draw(random);
  const double z = draw(random);
  return Eigen::Vector3d(x, y, z).normalized();
}

Eigen::Matrix3d rotation(Random& random) {
  const double angle = uniform(random, 0.0, std::numbers::pi);
  return Eigen::AngleAxisd(angle, direction(random)).toRotationMatrix();
}

Body ellipsoid(std::string name, const Eigen::Vector3d& centre, const Eigen::Vector3d& semi_axes,
               const Eigen::Matrix3d& turn, double contrast) {
  Body body;
  body.name = std::move(name);
  body.centre = centre;
  body.semi_axes = semi_axes;
  body.rotation = turn;
  body.index = contrast;  // relative until the whole cell is normalised
  return body;
}

std::vector<Body::Ripple> ripples(Random& random, double amplitude) {
  std::vector<Body::Ripple> list;
  for (int order = 2; order <= 5; ++order)
    list.push_back({amplitude / order * uniform(random, 0.5, 1.5), direction(random) * (1.5 * order),
                    uniform(random, 0.0, 2.0 * std::numbers::pi)});
  return list;
}

// How a type looks inside. Lengths in cell radii, contrasts relative to the cytoplasm's.
struct Anatomy {
  double membrane_ripple;
  double nucleus_radius;
  double nucleus_offset;
  double nucleus_contrast;
  enum class Nucleus { kRound, kKidney, kLobed } nucleus;
  int nucleoli;
  int granules;
  double granule_radius_um;
  double granule_contrast;
};

const Anatomy& anatomy_of(const std::string& type) {
  static const std::vector<std::pair<std::string, Anatomy>> table = {
      {"b-lymphocyte", {0.02, 0.80, 0.06, 1.10, Anatomy::Nucleus::kRound, 1, 3, 0.20, 1.6}},
      {"t-lymphocyte", {0.02, 0.76, 0.10, 1.06, Anatomy::Nucleus::kRound, 2, 6, 0.22, 1.6}},
      {"monocyte", {0.05, 0.66, 0.12, 1.05, Anatomy::Nucleus::kKidney, 1, 12, 0.22, 1.5}},
      {"myelocyte", {0.03, 0.60, 0.22, 1.08, Anatomy::Nucleus::kRound, 1, 34, 0.28, 1.6}},
      {"neutrophil", {0.03, 0.34, 0.00, 1.20, Anatomy::Nucleus::kLobed, 0, 40, 0.22, 1.5}},
  };
  for (const auto& [name, anatomy] : table)
    if (name == type) return anatomy;
  throw InputError("there is no cell type \"" + type + "\"",
                   "Use b-lymphocyte, t-lymphocyte, monocyte, myelocyte, neutrophil, rbc or platelet.");
}

void add_nucleus(Phantom& cell, const Anatomy& anatomy, double radius, Random& random) {
  const Eigen::Vector3d away = direction(random);
  const Eigen::Vector3d centre = away * (anatomy.nucleus_offset * radius);
  const double size = anatomy.nucleus_radius * radius;
  if (anatomy.nucleus == Anatomy::Nucleus::kLobed) {
    const Eigen::Vector3d side = away.unitOrthogonal();
    for (int lobe = 0; lobe < 3; ++lobe) {
      const double angle = 2.0 * std::numbers::pi * lobe / 3.0 + uniform(random, -0.3, 0.3);
      const Eigen::Vector3d at = (std::cos(angle) * side + std::sin(angle) * away) * (0.42 * radius);
      cell.bodies.push_back(ellipsoid("nucleus lobe", at, Eigen::Vector3d(1.15, 0.95, 0.9) * size, rotation(random),
                                      anatomy.nucleus_contrast));
    }
    return;
  }
  Body nucleus =
      ellipsoid("nucleus", centre, Eigen::Vector3d(1.04, 1.0, 0.96) * size, rotation(random), anatomy.nucleus_contrast);
  nucleus.roughness = ripples(random, 0.03);
  cell.bodies.push_back(nucleus);
  if (anatomy.nucleus == Anatomy::Nucleus::kKidney)
    cell.bodies.push_back(ellipsoid("indentation", centre + away * (0.85 * size),
                                    Eigen::Vector3d::Constant(0.55 * size), Eigen::Matrix3d::Identity(), 1.0));
  for (int i = 0; i < anatomy.nucleoli; ++i)
    cell.bodies.push_back(ellipsoid("nucleolus", centre + direction(random) * (0.4 * size),
                                    Eigen::Vector3d::Constant(uniform(random, 0.14, 0.2) * size),
                                    Eigen::Matrix3d::Identity(), 1.45));
}

// Granules lie in the cytoplasm: outside every nuclear body, inside the membrane.
void add_granules(Phantom& cell, const Anatomy& anatomy, double radius, Random& random) {
  const std::size_t nuclear_end = cell.bodies.size();
  int placed = 0;
  for (int attempt = 0; attempt < 100 * anatomy.granules && placed < anatomy.granules; ++attempt) {
    const double size = anatomy.granule_radius_um * uniform(random, 0.7, 1.3);
    const Eigen::Vector3d at = direction(random) * (radius * std::cbrt(uniform(random, 0.0, 0.85)));
    const bool in_nucleus = std::any_of(cell.bodies.begin() + 2, cell.bodies.begin() + static_cast<Index>(nuclear_end),
                                        [&](const Body& body) { return body.contains(at); });
    if (in_nucleus || !cell.bodies[1].contains(at * (1.0 + size / radius))) continue;
    cell.bodies.push_back(ellipsoid("granule", at, Eigen::Vector3d::Constant(size), Eigen::Matrix3d::Identity(),
                                    anatomy.granule_contrast));
    ++placed;
  }
}

// Gives the cell exactly the volume and, with the bodies' relative contrasts, the mean index that were drawn.
void normalise(Phantom& cell, double volume_fl, double density_g_dl) {
  const double step = std::min(kIntegrationStep, cell.box().sizes().minCoeff() / 20.0);
  cell.scale(std::cbrt(volume_fl / integrate(cell, step).volume_fl));
  const double mean_contrast = integrate(cell, step).mean_ri;
  const double wanted = kProteinRii * density_g_dl / 100.0;
  for (Body& body : cell.bodies) body.index = cell.medium_index + body.index * wanted / mean_contrast;
}

Phantom make_white_cell(const std::string& type, const CellPopulation& population, double medium_index,
                        Random& random) {
  const Anatomy& anatomy = anatomy_of(type);
  const double volume = normal(random, population.volume_fl, population.volume_sd);
  const double density = normal(random, population.density_g_dl, population.density_sd);
  const double radius = std::cbrt(3.0 * volume / (4.0 * std::numbers::pi));
  Phantom cell;
  cell.type = type;
  cell.medium_index = medium_index;
  const double a = uniform(random, 0.94, 1.06);
  const double b = uniform(random, 0.94, 1.06);
  Body membrane = ellipsoid("membrane", Eigen::Vector3d::Zero(), Eigen::Vector3d(a, b, 1.0 / (a * b)) * radius,
                            rotation(random), 1.15);
  membrane.roughness = ripples(random, anatomy.membrane_ripple);
  Body cytoplasm = membrane;
  cytoplasm.name = "cytoplasm";
  cytoplasm.semi_axes -= Eigen::Vector3d::Constant(0.1);
  cytoplasm.index = 1.0;
  cell.bodies = {membrane, cytoplasm};
  add_nucleus(cell, anatomy, radius, random);
  add_granules(cell, anatomy, radius, random);
  normalise(cell, volume, density);
  return cell;
}

Phantom make_red_cell(double medium_index, Random& random) {
  constexpr double kPublishedRadius = 3.91;  // µm
  constexpr double kHemoglobinIndex = 1.395;
  Phantom cell;
  cell.type = "rbc";
  cell.medium_index = medium_index;
  Body disc;
  disc.name = "red cell";
  disc.form = Body::Form::kBiconcave;
  const double scale = std::cbrt(normal(random, 94.0, 9.0) / 94.0);
  disc.semi_axes = {kPublishedRadius * scale, kPublishedRadius * scale, scale};
  // Cells lie flat on the slide, tilted a little.
  disc.rotation =
      Eigen::AngleAxisd(uniform(random, 0.0, 0.15), Eigen::Vector3d(direction(random).x(), 1.0, 0.0).normalized())
          .toRotationMatrix();
  disc.index = normal(random, kHemoglobinIndex, 0.002);
  cell.bodies = {disc};
  return cell;
}

Phantom make_platelet(double medium_index, Random& random) {
  Phantom cell;
  cell.type = "platelet";
  cell.medium_index = medium_index;
  const double volume = normal(random, 8.0, 2.0);
  const double radius = std::cbrt(3.0 * volume / (4.0 * std::numbers::pi));
  cell.bodies = {ellipsoid("body", Eigen::Vector3d::Zero(), Eigen::Vector3d(1.3, 1.3, 1.0 / 1.69) * radius,
                           Eigen::Matrix3d::Identity(), 1.0)};
  for (int i = 0; i < 4; ++i) {
    Eigen::Vector3d at = direction(random) * (0.5 * radius);
    at.z() *= 0.4;
    cell.bodies.push_back(ellipsoid("granule", at, Eigen::Vector3d::Constant(0.15), Eigen::Matrix3d::Identity(), 1.5));
  }
  normalise(cell, volume, 15.0);
  return cell;
}

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

Phantom make_cell(const std::string& type, double medium_index, Random& random) {
  if (type == "rbc") return make_red_cell(medium_index, random);
  if (type == "platelet") return make_platelet(medium_index, random);
  for (const CellPopulation& population : white_cell_populations())
    if (population.type == type) return make_white_cell(type, population, medium_index, random);
  return make_white_cell(type, {type, 330.0, 40.0, 16.5, 1.2}, medium_index, random);
}

Phantom make_sphere(double radius_um, double index, double medium_index) {
  Phantom phantom{"sphere", {}, medium_index};
  phantom.bodies = {ellipsoid("sphere", Eigen::Vector3d::Zero(), Eigen::Vector3d::Constant(radius_um),
                              Eigen::Matrix3d::Identity(), index)};
  return phantom;
}

Phantom make_coated_sphere(double radius_um, double index, double medium_index) {
  Phantom phantom = make_sphere(radius_um, index, medium_index);
  phantom.type = "coated-sphere";
  phantom.bodies.push_back(ellipsoid("core", Eigen::Vector3d::Zero(), Eigen::Vector3d::Constant(0.6 * radius_um),
                                     Eigen::Matrix3d::Identity(), index + 0.5 * (index - medium_index)));
  return phantom;
}

std::vector<Phantom> make_field(double width_um, double medium_index, Random& random) {
  const std::vector<std::string> kinds = {"t-lymphocyte", "rbc", "rbc", "rbc", "platelet", "platelet"};
  std::vector<Phantom> placed;
  for (const std::string& kind : kinds) {
    Phantom cell = make_cell(kind, medium_index, random);
    const double reach = 0.5 * cell.box().sizes().head<2>().maxCoeff();
    const double room = 0.5 * width_um - reach - 1.0;
    for (int attempt = 0; attempt < 500 && room > 0.0; ++attempt) {
      const double x = uniform(random, -room, room);
      const double y = uniform(random, -room, room);
      const bool free = std::none_of(placed.begin(), placed.end(), [&](const Phantom& other) {
        const Eigen::AlignedBox3d box = other.box();
        const double other_reach = 0.5 * box.sizes().head<2>().maxCoeff();
        return (box.center().head<2>() - Eigen::Vector2d(x, y)).norm() < reach + other_reach + 0.3;
      });
      if (!free) continue;
      cell.move({x, y, 0.0});
      placed.push_back(std::move(cell));
      break;
    }
  }
  return placed;
}

}  // namespace tomocyte
