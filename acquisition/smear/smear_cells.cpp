#include "acquisition/smear/smear_cells.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace tomocyte {
namespace {

using Random = std::mt19937_64;

constexpr double kDiploidDnaPg = 6.6;
constexpr double kPi = std::numbers::pi;

double uniform(Random& random, double low, double high) {
  return std::uniform_real_distribution<double>(low, high)(random);
}
double normal(Random& random, double mean, double sd) {
  return mean + sd * std::clamp(std::normal_distribution<double>()(random), -2.5, 2.5);
}

// 1 in the middle of the lobe, 0 at its rim, negative outside.
double inside(const SmearLobe& lobe, double x_um, double y_um) {
  const double c = std::cos(lobe.angle_rad);
  const double s = std::sin(lobe.angle_rad);
  const double x = x_um - lobe.x_um;
  const double y = y_um - lobe.y_um;
  const double u = (c * x + s * y) / lobe.first_um;
  const double v = (c * y - s * x) / lobe.second_um;
  return 1.0 - u * u - v * v;
}

double deepest(const std::vector<SmearLobe>& lobes, double x_um, double y_um) {
  double most = -1.0;
  for (const SmearLobe& lobe : lobes) most = std::max(most, inside(lobe, x_um, y_um));
  return most;
}

// `depth` is 1 - u², in (0, 1].
double profile_at(Profile profile, double depth) {
  constexpr double kFlatness = 0.2;
  if (profile == Profile::kDome) return std::sqrt(depth);
  if (profile == Profile::kFlat) return std::pow(depth, kFlatness);
  constexpr double kThickest = 2.565;  // µm, of that cell of 7.82 µm
  const double u2 = 1.0 - depth;
  return std::sqrt(depth) * (0.81 + 7.83 * u2 - 4.39 * u2 * u2) / kThickest;
}

struct Integral {
  double profile_um2 = 0.0;
  double outline_um2 = 0.0;
};

Integral integrate(const SmearBody& body) {
  constexpr double kStepUm = 0.1;
  double reach = 0.0;
  for (const SmearLobe& lobe : body.lobes)
    reach = std::max(reach, std::hypot(lobe.x_um, lobe.y_um) + std::max(lobe.first_um, lobe.second_um));
  Integral integral;
  for (double y = -reach; y <= reach; y += kStepUm)
    for (double x = -reach; x <= reach; x += kStepUm)
      if (const double thickness = body.thickness(x, y); thickness > 0.0) {
        integral.profile_um2 += thickness * kStepUm * kStepUm;
        integral.outline_um2 += kStepUm * kStepUm;
      }
  return integral;
}

SmearBody body_of(std::vector<SmearLobe> lobes, Profile profile, const Masses& mass_pg) {
  SmearBody body{std::move(lobes), profile, mass_pg, 0.0};
  body.area_um2 = integrate(body).profile_um2;
  return body;
}

// A disc of known integral: granules are too small for the sum over a grid.
SmearBody granule(double x_um, double y_um, double radius_um, const Masses& mass_pg) {
  return {{{x_um, y_um, radius_um, radius_um, 0.0}}, Profile::kDome, mass_pg, 2.0 / 3.0 * kPi * radius_um * radius_um};
}

SmearLobe disc(double x_um, double y_um, double radius_um) { return {x_um, y_um, radius_um, radius_um, 0.0}; }

// Segments around the middle, each touching the next.
std::vector<SmearLobe> segments(int count, double radius_um, double ring_um, double turn_rad, Random& random) {
  std::vector<SmearLobe> lobes;
  const double start = uniform(random, 0.0, 2.0 * kPi);
  for (int i = 0; i < count; ++i) {
    const double angle = start + i * turn_rad + uniform(random, -0.1, 0.1);
    lobes.push_back({ring_um * std::cos(angle), ring_um * std::sin(angle), radius_um * uniform(random, 0.95, 1.15),
                     radius_um * uniform(random, 0.8, 0.95), angle + kPi / 2.0});
  }
  // The filaments between them.
  for (int i = 0; i + 1 < count; ++i) {
    const double x = lobes[static_cast<std::size_t>(i)].x_um + lobes[static_cast<std::size_t>(i) + 1].x_um;
    const double y = lobes[static_cast<std::size_t>(i)].y_um + lobes[static_cast<std::size_t>(i) + 1].y_um;
    lobes.push_back(disc(x / 2.0, y / 2.0, 0.45 * radius_um));
  }
  return lobes;
}

// A horseshoe.
std::vector<SmearLobe> kidney(double radius_um, double ring_um, Random& random) {
  std::vector<SmearLobe> lobes;
  const double start = uniform(random, 0.0, 2.0 * kPi);
  for (int i = 0; i < 13; ++i) {
    const double angle = start + 0.27 * i;
    lobes.push_back(disc(ring_um * std::cos(angle), ring_um * std::sin(angle), radius_um));
  }
  return lobes;
}

std::vector<SmearLobe> nucleus_of(const SmearCell& cell, Random& random) {
  const double r = cell.radius_um;
  switch (cell.type) {
    case SmearCellType::kNeutrophil:
      return segments(std::uniform_int_distribution<int>(3, 5)(random), 0.33 * r, 0.46 * r, 1.3, random);
    case SmearCellType::kEosinophil:
      return segments(2, 0.40 * r, 0.42 * r, 2.2, random);
    case SmearCellType::kBasophil:
      return segments(3, 0.40 * r, 0.33 * r, 1.9, random);
    case SmearCellType::kMonocyte:
      return kidney(0.33 * r, 0.42 * r, random);
    default:
      return {{uniform(random, -0.06, 0.06) * r, uniform(random, -0.06, 0.06) * r, 0.86 * r, 0.80 * r,
               uniform(random, 0.0, kPi)}};
  }
}

struct Contents {
  double rna_pg = 0.0;
  double protein_pg = 0.0;  // without granules
  int granules = 0;
  double granule_radius_um = 0.0;
  double granule_protein_pg = 0.0;  // of one
  double granule_scatter_um2 = 0.0;
};

Contents contents_of(SmearCellType type) {
  switch (type) {
    case SmearCellType::kNeutrophil:
      return {0.8, 42.0, 130, 0.25, 0.05, 0.006};
    case SmearCellType::kLymphocyte:
      return {1.6, 22.0, 0, 0.0, 0.0, 0.0};
    case SmearCellType::kMonocyte:
      return {3.5, 62.0, 40, 0.22, 0.04, 0.004};
    case SmearCellType::kEosinophil:
      return {0.8, 40.0, 120, 0.45, 0.25, 0.022};
    default:  // basophil
      return {0.8, 34.0, 40, 0.55, 0.35, 0.06};
  }
}

// Anywhere in the cell; `outside`: not over the nucleus.
void add_granules(SmearCellModel& model, const SmearCell& cell, const Contents& contents, bool outside,
                  Random& random) {
  const std::vector<SmearLobe> nucleus = model.bodies.at(1).lobes;
  for (int added = 0, tried = 0; added < contents.granules && tried < 20 * contents.granules; ++tried) {
    const double from_centre = (cell.radius_um - 1.2 * contents.granule_radius_um) * std::sqrt(uniform(random, 0, 1));
    const double angle = uniform(random, 0.0, 2.0 * kPi);
    const double x = from_centre * std::cos(angle);
    const double y = from_centre * std::sin(angle);
    if (outside && deepest(nucleus, x, y) > 0.0) continue;
    model.bodies.push_back(granule(x, y, contents.granule_radius_um * uniform(random, 0.85, 1.15),
                                   {0.0, 0.0, contents.granule_protein_pg, 0.0, contents.granule_scatter_um2}));
    ++added;
  }
}

// Most of the DNA lies evenly in the nucleus, the rest in clumps of chromatin.
void add_nucleus(SmearCellModel& model, const SmearCell& cell, Random& random) {
  constexpr double kInClumps = 0.15;
  constexpr int kClumps = 16;
  constexpr double kProteinPerDna = 2.0;
  SmearBody nucleus = body_of(nucleus_of(cell, random), Profile::kFlat,
                              {(1.0 - kInClumps) * kDiploidDnaPg, 0.3, kProteinPerDna * kDiploidDnaPg, 0.0, 0.0});
  model.nucleus_area_um2 = integrate(nucleus).outline_um2;
  model.dna_pg = kDiploidDnaPg;
  model.bodies.push_back(nucleus);
  for (int added = 0; added < kClumps;) {
    const double radius = uniform(random, 0.6, 1.1);
    const double x = uniform(random, -cell.radius_um, cell.radius_um);
    const double y = uniform(random, -cell.radius_um, cell.radius_um);
    if (deepest(nucleus.lobes, x, y) < 0.25) continue;
    model.bodies.push_back(granule(x, y, radius, {kInClumps * kDiploidDnaPg / kClumps, 0.0, 0.0, 0.0, 0.0}));
    ++added;
  }
}

SmearCellModel white_cell(const SmearCell& cell, Random& random) {
  const Contents contents = contents_of(cell.type);
  const double stretch = uniform(random, 1.0, 1.07);
  SmearCellModel model;
  model.bodies.push_back(
      body_of({{0.0, 0.0, cell.radius_um * stretch, cell.radius_um / stretch, uniform(random, 0.0, kPi)}},
              Profile::kFlat, {0.0, contents.rna_pg, contents.protein_pg, 0.0, 0.3}));
  add_nucleus(model, cell, random);
  // A basophil's granules hide its nucleus.
  add_granules(model, cell, contents, cell.type != SmearCellType::kBasophil, random);
  return model;
}

SmearCellModel red_cell(const SmearCell& cell, Random& random) {
  const double stretch = uniform(random, 1.0, 1.06);
  return {{body_of({{0.0, 0.0, cell.radius_um * stretch, cell.radius_um / stretch, uniform(random, 0.0, kPi)}},
                   Profile::kBiconcave, {0.0, 0.0, 0.0, normal(random, 30.0, 2.0), 0.8})},
          0.0,
          0.0};
}

SmearCellModel platelet(const SmearCell& cell, Random& random) {
  SmearCellModel model{{body_of({{0.0, 0.0, cell.radius_um * uniform(random, 1.0, 1.25), 0.9 * cell.radius_um,
                                  uniform(random, 0.0, kPi)}},
                                Profile::kDome, {0.0, 0.05, 1.8, 0.0, 0.1})},
                       0.0,
                       0.0};
  model.bodies.push_back(granule(uniform(random, -0.2, 0.2), uniform(random, -0.2, 0.2), 0.6 * cell.radius_um,
                                 {0.0, 0.0, 0.4, 0.0, 0.08}));
  return model;
}

SmearCellModel dead_cell(const SmearCell& cell, Random& random) {
  constexpr double kDnaLeft = 0.7;
  std::vector<SmearLobe> smudge;
  for (int i = 0; i < 6; ++i) {
    const double angle = uniform(random, 0.0, 2.0 * kPi);
    const double from_centre = cell.radius_um * uniform(random, 0.2, 0.55);
    smudge.push_back({from_centre * std::cos(angle), from_centre * std::sin(angle),
                      cell.radius_um * uniform(random, 0.4, 0.65), cell.radius_um * uniform(random, 0.3, 0.5),
                      uniform(random, 0.0, kPi)});
  }
  SmearCellModel model;
  model.dna_pg = kDnaLeft * kDiploidDnaPg;
  model.bodies.push_back(body_of(smudge, Profile::kDome, {model.dna_pg, 0.3, 12.0, 0.0, 0.5}));
  model.nucleus_area_um2 = integrate(model.bodies[0]).outline_um2;
  return model;
}

}  // namespace

double SmearBody::thickness(double x_um, double y_um) const {
  const double depth = deepest(lobes, x_um, y_um);
  return depth > 0.0 ? profile_at(profile, depth) : 0.0;
}

SmearCellModel smear_cell_model(const SmearCell& cell) {
  Random random(cell.seed);
  switch (cell.type) {
    case SmearCellType::kRed:
      return red_cell(cell, random);
    case SmearCellType::kPlatelet:
      return platelet(cell, random);
    case SmearCellType::kDead:
      return dead_cell(cell, random);
    default:
      return white_cell(cell, random);
  }
}

}  // namespace tomocyte
