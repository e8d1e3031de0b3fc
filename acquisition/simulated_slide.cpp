#include "acquisition/simulated_slide.h"

#include "acquisition/phantom_cells.h"

namespace tomocyte {
namespace {

constexpr double kPitch = 60.0;  // µm
constexpr int kColumns = 4;
constexpr int kRows = 2;

}  // namespace

std::vector<SlideSite> simulated_slide(double medium_index, std::uint64_t seed) {
  Random random(seed);
  const std::vector<const char*> kinds = {"monocyte", "rbc",      "b-lymphocyte", "t-lymphocyte",
                                          "rbc",      "platelet", "myelocyte",    "neutrophil"};
  std::vector<SlideSite> slide;
  for (int row = 0; row < kRows; ++row)
    for (int column = 0; column < kColumns; ++column) {
      const auto& kind = kinds[slide.size() % kinds.size()];
      // Rows and columns count outwards from the origin: 0, 1, -1, 2, -2, 3.
      const auto outwards = [](int i) { return kPitch * static_cast<double>(i % 2 == 1 ? (i + 1) / 2 : -i / 2); };
      slide.push_back({{outwards(column), outwards(row), 0.0}, {make_cell(kind, medium_index, random)}});
    }
  return slide;
}

}  // namespace tomocyte
