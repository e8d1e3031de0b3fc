#include "acquisition/cell_anatomy.h"

#include <algorithm>
#include <array>

#include "core/error.h"

namespace tomocyte {
namespace {

constexpr std::array<const char*, 5> kTypes = {"b-lymphocyte", "t-lymphocyte", "monocyte", "myelocyte", "neutrophil"};

struct Row {
  AnatomyTrait trait;
  std::array<TraitSpread, 5> of_type;  // in the order of kTypes
};

// One row per trait, so that what separates two types can be read across.
const std::vector<Row>& rows() {
  using A = CellAnatomy;
  // clang-format off
  static const std::vector<Row> table = {
    // name, value, low, high              B               T               monocyte        myelocyte       neutrophil
    {{"elongation", &A::elongation, 1.0, 1.4},
                                       {{{1.06, 0.04},  {1.06, 0.04},   {1.10, 0.06},   {1.07, 0.045},   {1.06, 0.04}}}},
    {{"membrane_ripple", &A::membrane_ripple, 0.0, 0.1},
                                       {{{0.020, 0.008}, {0.020, 0.008}, {0.045, 0.015}, {0.030, 0.012}, {0.030, 0.010}}}},
    {{"ruffles", &A::ruffles, 0.0, 180.0},
                                       {{{85.0, 11.0},  {64.0, 10.0},   {84.0, 36.0},   {58.0, 25.0},   {15.0, 6.0}}}},
    {{"ruffle_radius_um", &A::ruffle_radius_um, 0.2, 1.2},
                                       {{{0.57, 0.05},  {0.52, 0.05},   {0.95, 0.17},   {0.85, 0.12},   {0.45, 0.06}}}},
    {{"nucleus_radius", &A::nucleus_radius, 0.3, 0.84},
                                       {{{0.76, 0.035}, {0.725, 0.035}, {0.64, 0.045},  {0.60, 0.045},  {0.34, 0.02}}}},
    {{"nucleus_lobes", &A::nucleus_lobes, 1.0, 5.0},
                                       {{{1.0, 0.0},    {1.0, 0.0},     {1.0, 0.0},     {1.0, 0.0},     {3.0, 0.0}}}},
    {{"nucleus_aspect", &A::nucleus_aspect, 1.0, 1.4},
                                       {{{1.05, 0.04},  {1.09, 0.05},   {1.14, 0.07},   {1.09, 0.06},   {1.15, 0.05}}}},
    {{"nucleus_offset", &A::nucleus_offset, 0.0, 0.3},
                                       {{{0.06, 0.03},  {0.085, 0.035}, {0.13, 0.05},   {0.175, 0.055}, {0.0, 0.0}}}},
    {{"nucleus_contrast", &A::nucleus_contrast, 0.9, 1.4},
                                       {{{1.10, 0.03},  {1.07, 0.03},   {1.05, 0.03},   {1.08, 0.03},   {1.20, 0.03}}}},
    {{"indentation", &A::indentation, 0.0, 0.9},
                                       {{{0.10, 0.08},  {0.18, 0.10},   {0.50, 0.20},   {0.20, 0.15},   {0.0, 0.0}}}},
    {{"clumps", &A::clumps, 0.0, 24.0},
                                       {{{11.0, 3.0},   {8.0, 3.0},     {5.0, 2.5},     {7.0, 3.0},     {0.0, 0.0}}}},
    {{"clump_contrast", &A::clump_contrast, 1.0, 1.4},
                                       {{{1.14, 0.03},  {1.10, 0.03},   {1.06, 0.025},  {1.09, 0.03},   {1.0, 0.0}}}},
    {{"nucleoli", &A::nucleoli, 0.0, 4.0},
                                       {{{0.9, 0.6},    {1.5, 0.7},     {0.9, 0.6},     {1.2, 0.7},     {0.0, 0.0}}}},
    {{"granules", &A::granules, 0.0, 70.0},
                                       {{{4.0, 2.5},    {7.0, 3.0},     {16.0, 7.0},    {26.0, 9.0},    {40.0, 8.0}}}},
    {{"granule_radius_um", &A::granule_radius_um, 0.12, 0.4},
                                       {{{0.20, 0.03},  {0.22, 0.03},   {0.21, 0.03},   {0.24, 0.03},   {0.22, 0.02}}}},
    {{"granule_contrast", &A::granule_contrast, 1.2, 2.0},
                                       {{{1.6, 0.1},    {1.6, 0.1},     {1.5, 0.1},     {1.6, 0.1},     {1.5, 0.1}}}},
    {{"granule_polarity", &A::granule_polarity, 0.0, 1.0},
                                       {{{0.3, 0.2},    {0.5, 0.2},     {0.35, 0.2},    {0.55, 0.2},    {0.0, 0.0}}}},
    {{"vacuoles", &A::vacuoles, 0.0, 8.0},
                                       {{{0.2, 0.4},    {0.2, 0.4},     {1.5, 1.2},     {0.5, 0.7},     {0.0, 0.0}}}},
  };
  // clang-format on
  return table;
}

}  // namespace

const std::vector<AnatomyTrait>& anatomy_traits() {
  static const std::vector<AnatomyTrait> traits = [] {
    std::vector<AnatomyTrait> list;
    for (const Row& row : rows()) list.push_back(row.trait);
    return list;
  }();
  return traits;
}

const std::vector<TraitSpread>& anatomy_spreads(const std::string& type) {
  static const auto spreads = [] {
    std::array<std::vector<TraitSpread>, kTypes.size()> columns;
    for (const Row& row : rows())
      for (std::size_t i = 0; i < kTypes.size(); ++i) columns[i].push_back(row.of_type[i]);
    return columns;
  }();
  for (std::size_t i = 0; i < kTypes.size(); ++i)
    if (type == kTypes[i]) return spreads[i];
  throw InputError("there is no cell type \"" + type + "\"",
                   "Use b-lymphocyte, t-lymphocyte, monocyte, myelocyte, neutrophil, rbc or platelet.");
}

CellAnatomy draw_anatomy(const std::string& type, const Donor& donor, Random& random) {
  const std::vector<TraitSpread>& spreads = anatomy_spreads(type);
  CellAnatomy anatomy;
  for (std::size_t i = 0; i < spreads.size(); ++i) {
    const AnatomyTrait& trait = anatomy_traits()[i];
    double value = normal(random, spreads[i].mean, spreads[i].sd);
    if (trait.value == &CellAnatomy::nucleus_radius) value *= donor.nucleus;
    if (trait.value == &CellAnatomy::granules) value *= donor.granules;
    anatomy.*trait.value = std::clamp(value, trait.low, trait.high);
  }
  return anatomy;
}

}  // namespace tomocyte
