#include "acquisition/smear/smear_slide.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <random>

#include "core/error.h"

namespace tomocyte {
namespace {

constexpr double kBlockUm = 100.0;  // cells are drawn block by block; more than any distance below
constexpr double kNucleatedApartUm = 26.0;
constexpr double kRedApartUm = 7.9;
constexpr double kRedRadiusUm = 3.9;  // kept free of other cells around a red cell's centre
constexpr double kSquareMm = 1e6;     // µm²

struct Radius {
  double mean_um = 0.0;
  double sd_um = 0.0;
};

Radius radius_of(SmearCellType type) {
  static constexpr std::array<Radius, kSmearCellTypes> kRadii = {
      {{6.3, 0.4}, {4.6, 0.4}, {8.2, 0.4}, {6.6, 0.4}, {6.0, 0.3}, {7.0, 0.6}, {3.7, 0.15}, {1.25, 0.2}}};
  return kRadii[static_cast<std::size_t>(type)];
}

enum class Layer : std::uint32_t { kNucleated, kRed, kPlatelet };

using Block = std::pair<std::int64_t, std::int64_t>;  // column, row

struct Candidate {
  SmearCell cell;
  double mark = 0.0;
};

double disc_um2(double radius_um) { return std::numbers::pi * radius_um * radius_um; }

bool closer(const SmearCell& a, const SmearCell& b, double distance_um) {
  return std::hypot(a.x_um - b.x_um, a.y_um - b.y_um) < distance_um;
}

std::vector<double> type_weights(const SmearSlideOptions& o) {
  const double others = o.neutrophils_percent + o.monocytes_percent + o.eosinophils_percent + o.basophils_percent;
  const double white = o.white_per_mm2 / 100.0;
  return {white * o.neutrophils_percent, white * (100.0 - others),    white * o.monocytes_percent,
          white * o.eosinophils_percent, white * o.basophils_percent, o.dead_per_mm2};
}

// Density (1/µm²) of candidates of which `wanted` survive when each that lies closer than `apart` to one of lower mark
// is taken away (Matérn's second hard-core process, Matérn 1960).
double candidate_density(double wanted, double apart_um) {
  const double area = disc_um2(apart_um);
  return -std::log1p(-wanted * area) / area;
}

// One question to the slide: blocks that were drawn for it are kept until it is answered.
class Drawing {
 public:
  explicit Drawing(const SmearSlideOptions& options) : options_(options), weights_(type_weights(options)) {
    double nucleated = 0.0;
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      const double density = weights_[i] / kSquareMm;
      const double radius_um = mean_radius_um(static_cast<SmearCellType>(i));
      nucleated += density;
      covered_for_red_ += density * disc_um2(radius_um + kRedRadiusUm);
      covered_for_platelets_ += density * disc_um2(radius_um);
    }
    const double red = options_.red_per_mm2 / kSquareMm;
    covered_for_platelets_ += red * disc_um2(kRedRadiusUm);
    density_ = {candidate_density(nucleated, kNucleatedApartUm),
                candidate_density(red / (1.0 - covered_for_red_), kRedApartUm),
                options_.platelets_per_mm2 / kSquareMm / (1.0 - covered_for_platelets_)};
  }

  const std::vector<SmearCell>& cells(Layer layer, const Block& block) {
    const auto [at, is_new] = cells_[static_cast<std::size_t>(layer)].try_emplace(block);
    if (is_new)
      for (const Candidate& candidate : candidates(layer, block))
        if (survives(layer, block, candidate)) at->second.push_back(candidate.cell);
    return at->second;
  }

 private:
  const std::vector<Candidate>& candidates(Layer layer, const Block& block) {
    const auto [at, is_new] = candidates_[static_cast<std::size_t>(layer)].try_emplace(block);
    if (!is_new) return at->second;
    std::seed_seq sequence{static_cast<std::uint32_t>(options_.seed), static_cast<std::uint32_t>(layer),
                           static_cast<std::uint32_t>(block.first), static_cast<std::uint32_t>(block.second)};
    std::mt19937_64 random(sequence);
    const double mean = density_[static_cast<std::size_t>(layer)] * kBlockUm * kBlockUm;
    const int count = mean > 0.0 ? std::poisson_distribution<int>(mean)(random) : 0;
    std::uniform_real_distribution<double> part(0.0, 1.0);
    for (int i = 0; i < count; ++i) {
      Candidate candidate;
      SmearCell& cell = candidate.cell;
      cell.type = type(layer, random);
      cell.x_um = kBlockUm * (static_cast<double>(block.first) + part(random));
      cell.y_um = kBlockUm * (static_cast<double>(block.second) + part(random));
      const Radius radius = radius_of(cell.type);
      const double deviation = std::clamp(std::normal_distribution<double>()(random), -2.5, 2.5);
      cell.radius_um = radius.mean_um + deviation * radius.sd_um;
      cell.seed = random();
      candidate.mark = part(random);
      at->second.push_back(candidate);
    }
    return at->second;
  }

  SmearCellType type(Layer layer, std::mt19937_64& random) const {
    if (layer == Layer::kRed) return SmearCellType::kRed;
    if (layer == Layer::kPlatelet) return SmearCellType::kPlatelet;
    return static_cast<SmearCellType>(std::discrete_distribution<int>(weights_.begin(), weights_.end())(random));
  }

  bool survives(Layer layer, const Block& block, const Candidate& candidate) {
    const SmearCell& cell = candidate.cell;
    if (std::abs(cell.x_um) >= 500.0 * options_.width_mm || std::abs(cell.y_um) >= 500.0 * options_.height_mm)
      return false;
    if (layer != Layer::kPlatelet) {
      const double apart_um = layer == Layer::kRed ? kRedApartUm : kNucleatedApartUm;
      const bool beaten = any_near(block, [&](const Block& near) {
        return std::ranges::any_of(candidates(layer, near), [&](const Candidate& other) {
          return other.mark < candidate.mark && closer(other.cell, cell, apart_um);
        });
      });
      if (beaten) return false;
    }
    if (layer == Layer::kNucleated) return true;
    const double own_um = layer == Layer::kRed ? kRedRadiusUm : 0.0;
    const bool on_nucleated = any_near(block, [&](const Block& near) {
      return std::ranges::any_of(cells(Layer::kNucleated, near), [&](const SmearCell& other) {
        return closer(other, cell, mean_radius_um(other.type) + own_um);
      });
    });
    if (on_nucleated || layer == Layer::kRed) return !on_nucleated;
    return !any_near(block, [&](const Block& near) {
      return std::ranges::any_of(cells(Layer::kRed, near),
                                 [&](const SmearCell& other) { return closer(other, cell, kRedRadiusUm); });
    });
  }

  template <class Test>
  static bool any_near(const Block& block, const Test& test) {
    for (std::int64_t dy = -1; dy <= 1; ++dy)
      for (std::int64_t dx = -1; dx <= 1; ++dx)
        if (test(Block{block.first + dx, block.second + dy})) return true;
    return false;
  }

  const SmearSlideOptions& options_;
  std::vector<double> weights_;  // 1/mm² by type, of those with a nucleus
  double covered_for_red_ = 0.0;
  double covered_for_platelets_ = 0.0;
  std::array<double, 3> density_{};  // of candidates, 1/µm², by layer
  std::array<std::map<Block, std::vector<Candidate>>, 3> candidates_;
  std::array<std::map<Block, std::vector<SmearCell>>, 3> cells_;
};

}  // namespace

template <>
const OptionTable<SmearSlideOptions>& option_table<SmearSlideOptions>() {
  using O = SmearSlideOptions;
  static const OptionTable<O> table = {
      {&O::seed, "seed", "", "the same seed gives the same smear", 0, 1e9, {}},
      {&O::width_mm, "width-mm", "mm", "width of the smear, around the origin", 0.1, 20.0, {}},
      {&O::height_mm, "height-mm", "mm", "height of the smear", 0.1, 10.0, {}},
      {&O::red_per_mm2, "red-per-mm2", "1/mm²", "red cells; no more lie beside each other", 0.0, 4500.0, {}},
      {&O::platelets_per_mm2, "platelets-per-mm2", "1/mm²", "platelets", 0.0, 2000.0, {}},
      {&O::white_per_mm2, "white-per-mm2", "1/mm²", "white cells", 0.0, 150.0, {}},
      {&O::dead_per_mm2, "dead-per-mm2", "1/mm²", "dead white cells", 0.0, 20.0, {}},
      {&O::neutrophils_percent, "neutrophils-percent", "%", "of the white cells", 0.0, 100.0, {}},
      {&O::monocytes_percent, "monocytes-percent", "%", "of the white cells", 0.0, 100.0, {}},
      {&O::eosinophils_percent, "eosinophils-percent", "%", "of the white cells", 0.0, 100.0, {}},
      {&O::basophils_percent, "basophils-percent", "%", "of the white cells; lymphocytes are the rest", 0.0, 100.0, {}},
  };
  return table;
}

std::string to_string(SmearCellType type) {
  static constexpr std::array<const char*, kSmearCellTypes> kNames = {
      "neutrophil", "lymphocyte", "monocyte", "eosinophil", "basophil", "dead", "red", "platelet"};
  return kNames[static_cast<std::size_t>(type)];
}

double mean_radius_um(SmearCellType type) { return radius_of(type).mean_um; }

SmearSlide::SmearSlide(const SmearSlideOptions& options) : options_(options) {
  validate_options(options_);
  if (options_.neutrophils_percent + options_.monocytes_percent + options_.eosinophils_percent +
          options_.basophils_percent >
      100.0)
    throw InputError("the white cells of the smear add up to more than 100 %", "Lower one of the percentages.");
}

std::vector<SmearCell> SmearSlide::cells(const SmearRegion& region) const {
  const auto block = [](double um) { return static_cast<std::int64_t>(std::floor(um / kBlockUm)); };
  Drawing drawing(options_);
  std::vector<SmearCell> found;
  for (std::int64_t row = block(region.y_um); row <= block(region.y_um + region.height_um); ++row)
    for (std::int64_t column = block(region.x_um); column <= block(region.x_um + region.width_um); ++column)
      for (const Layer layer : {Layer::kNucleated, Layer::kRed, Layer::kPlatelet})
        for (const SmearCell& cell : drawing.cells(layer, {column, row}))
          if (region.contains(cell.x_um, cell.y_um)) found.push_back(cell);
  return found;
}

}  // namespace tomocyte
