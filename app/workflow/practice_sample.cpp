#include "app/workflow/practice_sample.h"

#include <fmt/format.h>

#include <array>

#include "app/workflow/classify_scan.h"
#include "app/workflow/installed_models.h"
#include "app/workflow/model_cards.h"
#include "app/workflow/simulated_cell.h"
#include "core/files/scan_file.h"
#include "core/provenance.h"

namespace tomocyte {
namespace {

// The classes that the model tells apart, about as often as in blood with some marrow.
constexpr std::array<const char*, 8> kTypes = {"t-lymphocyte", "monocyte",     "t-lymphocyte", "myelocyte",
                                               "b-lymphocyte", "t-lymphocyte", "monocyte",     "myelocyte"};
constexpr double kMediumIndex = 1.337;

}  // namespace

std::vector<std::filesystem::path> make_practice_sample(const PracticeSample& sample,
                                                        const std::filesystem::path& folder,
                                                        const ComputeDevice& device, const Progress& progress) {
  const ImagingOptions imaging;
  const ScanOperator scan_operator = network_operator(imaging);
  const auto model_folder = default_model();
  const auto model = model_folder.empty() ? nullptr : open_model(model_folder, device);
  std::filesystem::create_directories(folder);
  std::vector<std::filesystem::path> files;
  for (int i = 0; i < sample.cells; ++i) {
    progress.part(0.0, 1.0, fmt::format("Simulating cell {} of {}", i + 1, sample.cells))
        .report(static_cast<double>(i) / sample.cells);
    files.push_back(folder / fmt::format("{}-{:02}.tomocyte.h5", sample.sample_id, i + 1));
    if (std::filesystem::exists(files.back())) continue;
    const auto seed = static_cast<std::uint64_t>(sample.seed);
    Scan scan = image_through_operator(
        make_cell_on_slide(kTypes[static_cast<std::size_t>(i) % kTypes.size()], make_donor(seed, sample.seed),
                           kMediumIndex, 1000 * seed + static_cast<std::uint64_t>(i)),
        scan_operator, imaging);
    scan.sample_id = sample.sample_id;
    Provenance record = make_provenance("simulation");
    record.input = sample.sample_id;
    record.device = "scan operator (first-order scattering)";
    scan.provenance = {record};
    for (Cell& cell : scan.cells) cell.annotation.clear();
    if (model) classify_scan(scan, *model);
    write_scan(files.back(), scan);
  }
  return files;
}

}  // namespace tomocyte
