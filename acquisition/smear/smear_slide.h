// A simulated blood smear: where which cell lies. Nothing is held; a region's cells are drawn when it is asked for, and
// the same seed gives the same cells however the slide is divided into regions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/options.h"
#include "core/smear_region.h"

namespace tomocyte {

enum class SmearCellType { kNeutrophil, kLymphocyte, kMonocyte, kEosinophil, kBasophil, kDead, kRed, kPlatelet };
inline constexpr std::size_t kSmearCellTypes = 8;
[[nodiscard]] std::string to_string(SmearCellType type);  // "neutrophil"

struct SmearCell {
  SmearCellType type = SmearCellType::kRed;
  double x_um = 0.0;  // centre, on the slide
  double y_um = 0.0;
  double radius_um = 0.0;
  std::uint64_t seed = 0;  // of its shape
};

// Densities of a thin part of a smear; the differential is a healthy adult's (Dacie & Lewis). White cells are denser
// than in blood, where there is one to 700 red cells, so that a small region holds some.
struct SmearSlideOptions {
  int seed = 1;
  double width_mm = 20.0;  // of the smear, around the origin; the slide is blank outside
  double height_mm = 10.0;
  double red_per_mm2 = 3500.0;
  double platelets_per_mm2 = 200.0;
  double white_per_mm2 = 20.0;
  double dead_per_mm2 = 1.0;
  double neutrophils_percent = 60.0;  // of the white cells; lymphocytes are the rest
  double monocytes_percent = 6.0;
  double eosinophils_percent = 3.0;
  double basophils_percent = 1.0;
};
template <>
const OptionTable<SmearSlideOptions>& option_table<SmearSlideOptions>();

class SmearSlide {
 public:
  // Throws InputError: an option out of range, a differential of more than 100 %.
  explicit SmearSlide(const SmearSlideOptions& options);

  // Cells whose centres lie in the region, in no particular order.
  [[nodiscard]] std::vector<SmearCell> cells(const SmearRegion& region) const;
  [[nodiscard]] const SmearSlideOptions& options() const { return options_; }

 private:
  SmearSlideOptions options_;
};

// Mean radius of a type as it lies spread on the slide, µm: textbook diameters of dried cells (Dacie & Lewis).
[[nodiscard]] double mean_radius_um(SmearCellType type);
inline constexpr double kLargestSmearCellUm = 11.0;  // no cell reaches further from its centre

}  // namespace tomocyte
