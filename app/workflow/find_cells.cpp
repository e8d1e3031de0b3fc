#include "app/workflow/find_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "acquisition/safe_state.h"
#include "acquisition/smear/smear_raster.h"
#include "core/error.h"
#include "inference/segmentation.h"

namespace tomocyte {
namespace {

constexpr double kSameCellUm = 4.0;  // two looks at one cell find its middle within this

double distance_um(const StagePosition& a, const StagePosition& b) {
  return std::hypot(a.x_um - b.x_um, a.y_um - b.y_um);
}

// Connected parts of the phase above the threshold, with their middles on the slide.
std::vector<FoundCell> cells_in(const HologramPreview& preview, const StagePosition& at,
                                const FindCellsOptions& options) {
  const View<const float, 2> phase = preview.phase.view();
  const Index height = phase.shape(0);
  const Index width = phase.shape(1);
  Array<unsigned char, 3> mask({1, height, width});
  for (Index y = 0; y < height; ++y)
    for (Index x = 0; x < width; ++x) mask(0, y, x) = phase(y, x) > options.least_phase_rad ? 1 : 0;
  Array<std::int32_t, 3> labels;
  const std::vector<Index> sizes = label_components(std::as_const(mask).view(), labels);
  struct Sum {
    double x = 0.0;
    double y = 0.0;
    double highest = 0.0;
  };
  std::vector<Sum> sums(sizes.size());
  for (Index y = 0; y < height; ++y)
    for (Index x = 0; x < width; ++x)
      if (const std::int32_t label = labels(0, y, x); label > 0) {
        Sum& sum = sums[static_cast<std::size_t>(label - 1)];
        sum.x += static_cast<double>(x);
        sum.y += static_cast<double>(y);
        sum.highest = std::max(sum.highest, static_cast<double>(phase(y, x)));
      }
  std::vector<FoundCell> cells;
  const double pixel = preview.pixel_size_um;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const auto pixels = static_cast<double>(sizes[i]);
    const StagePosition middle{at.x_um + (sums[i].x / pixels - static_cast<double>(width / 2)) * pixel,
                               at.y_um + (sums[i].y / pixels - static_cast<double>(height / 2)) * pixel, at.z_um};
    cells.push_back({middle, 2.0 * pixel * std::sqrt(pixels / std::numbers::pi), sums[i].highest});
  }
  return cells;
}

class Search {
 public:
  Search(const ConnectedInstrument& instrument, const FindCellsOptions& options, const FieldCallback& on_field)
      : instrument_(instrument), devices_(instrument.for_scan()), options_(options), on_field_(on_field) {}

  std::vector<FoundCell> run(const Progress& progress) {
    const std::vector<SmearTile> fields = raster();
    check_limits(fields);
    prepare();
    const double z = devices_.stage.position().z_um;
    std::vector<FoundCell> candidates;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      progress.part(0.0, 0.6, fmt::format("Field {} of {}", i + 1, fields.size()))
          .report(static_cast<double>(i) / static_cast<double>(fields.size()));
      for (const FoundCell& cell : look({fields[i].x_um, fields[i].y_um, z}))
        if (cell.diameter_um >= 0.5 * options_.least_diameter_um) add(candidates, cell);
    }
    return looked_at_again(candidates, progress);
  }

 private:
  [[nodiscard]] std::vector<SmearTile> raster() const {
    const auto& setup = instrument_.config().setup;
    const Shape<2> shape = devices_.camera.frame_shape();
    const FieldSize field{setup->pixel_size_um * static_cast<double>(shape[1]),
                          setup->pixel_size_um * static_cast<double>(shape[0])};
    return smear_raster({options_.x_um, options_.y_um, options_.width_um, options_.height_um}, field, options_.overlap);
  }

  void check_limits(const std::vector<SmearTile>& fields) const {
    const double z = devices_.stage.position().z_um;
    for (const SmearTile& field : fields) check_inside(devices_.stage.limits(), {field.x_um, field.y_um, z});
  }

  void prepare() {
    devices_.light.set_on(false);
    devices_.camera.set_exposure_ms(options_.exposure_ms);
    devices_.modulator.upload({IlluminationPattern{}});
    devices_.modulator.display(0);
  }

  // Cells of which something lies in the field at `at`.
  std::vector<FoundCell> look(const StagePosition& at) {
    devices_.stage.move_to(at);
    CameraFrame frame;
    {
      const LightOn light(devices_.light);
      frame = devices_.camera.snap();
    }
    const LiveImage image = analyse_live_frame(std::move(frame), devices_.camera.bit_depth(),
                                               instrument_.config().setup, instrument_.carrier());
    if (on_field_) on_field_(at, image);
    return image.preview ? cells_in(*image.preview, at, options_) : std::vector<FoundCell>();
  }

  [[nodiscard]] bool reachable(const StagePosition& place) const {
    try {
      check_inside(devices_.stage.limits(), place);
      return true;
    } catch (const DeviceError&) {
      return false;
    }
  }

  // A cell that was found from a neighbouring field too is one cell: the larger part counts.
  static void add(std::vector<FoundCell>& cells, const FoundCell& cell) {
    const auto same = std::ranges::find_if(cells, [&](const FoundCell& other) {
      return distance_um(other.position, cell.position) < std::max(kSameCellUm, 0.5 * other.diameter_um);
    });
    if (same == cells.end())
      cells.push_back(cell);
    else if (cell.diameter_um > same->diameter_um)
      *same = cell;
  }

  std::vector<FoundCell> looked_at_again(const std::vector<FoundCell>& candidates, const Progress& progress) {
    std::vector<FoundCell> cells;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      progress.part(0.6, 1.0, fmt::format("Cell {} of {}", i + 1, candidates.size()))
          .report(static_cast<double>(i) / static_cast<double>(candidates.size()));
      const StagePosition& middle = candidates[i].position;
      if (!reachable(middle)) continue;
      const std::vector<FoundCell> seen = look(middle);
      const auto nearest =
          std::ranges::min_element(seen, {}, [&](const FoundCell& cell) { return distance_um(cell.position, middle); });
      if (nearest == seen.end() || distance_um(nearest->position, middle) > options_.largest_diameter_um / 2.0)
        continue;
      if (nearest->diameter_um < options_.least_diameter_um || nearest->diameter_um > options_.largest_diameter_um)
        continue;
      add(cells, *nearest);
    }
    return cells;
  }

  const ConnectedInstrument& instrument_;
  Instrument devices_;
  const FindCellsOptions& options_;
  const FieldCallback& on_field_;
};

}  // namespace

template <>
const OptionTable<FindCellsOptions>& option_table<FindCellsOptions>() {
  using O = FindCellsOptions;
  static const OptionTable<O> table = {
      {&O::x_um, "x-um", "µm", "corner of least x of the region", -1e6, 1e6, {}},
      {&O::y_um, "y-um", "µm", "corner of least y of the region", -1e6, 1e6, {}},
      {&O::width_um, "width-um", "µm", "of the region", 1.0, 1e5, {}},
      {&O::height_um, "height-um", "µm", "of the region", 1.0, 1e5, {}},
      {&O::overlap, "overlap", "", "of neighbouring fields, as a fraction", 0.0, 0.8, {}},
      {&O::least_phase_rad, "least-phase-rad", "rad", "above the medium; what bounds a cell", 0.05, 20.0, {}},
      {&O::least_diameter_um, "least-diameter-um", "µm", "smaller objects are not cells", 0.5, 50.0, {}},
      {&O::largest_diameter_um, "largest-diameter-um", "µm", "larger objects are clumps or dirt", 1.0, 200.0, {}},
      {&O::exposure_ms, "overview-exposure-ms", "ms", "of each field", 0.01, 10000.0, {}},
  };
  return table;
}

std::vector<FoundCell> find_cells(const ConnectedInstrument& instrument, const FindCellsOptions& options,
                                  const FieldCallback& on_field, const Progress& progress) {
  validate_options(options);
  if (!instrument.config().setup)
    throw InputError("the instrument's optical setup is not known", "Enter \"setup\" in its configuration.");
  SafeState safe(instrument.for_scan());
  try {
    std::vector<FoundCell> cells = Search(instrument, options, on_field).run(progress);
    end_safely(safe);
    return cells;
  } catch (const Error&) {
    rethrow_safely(safe, "looking for cells");
  }
}

}  // namespace tomocyte
