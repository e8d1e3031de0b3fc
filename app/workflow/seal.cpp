#include "app/workflow/seal.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/files/scan_file.h"
#include "reconstruction/carrier.h"

namespace tomocyte {
namespace {

constexpr double kSearchAbove = 0.35;  // of the pupil's radius: the zero order's own light lies below

bool same(const Array<std::uint16_t, 3>& a, const Array<std::uint16_t, 3>& b) {
  return a.shape() == b.shape() && std::ranges::equal(a.values(), b.values());
}

// Every dataset's checksum and every count.
void verify(const std::filesystem::path& file, const HologramStack& expected, const Progress& progress) {
  progress.report(0.0);
  const bool intact = inspect_scan_file(file, Progress({}, progress.stop_token())).intact();
  const Scan back = read_scan(file, {.fields = false, .tomogram = false, .truth = false});
  if (!intact || !back.holograms || !same(back.holograms->holograms, expected.holograms) ||
      !same(back.holograms->background, expected.background) || back.holograms->illumination != expected.illumination)
    throw FileError(file, "does not hold what was acquired", "Check the disk; the journal is kept, so try again.");
}

}  // namespace

MeasureIllumination measure_illumination(const OpticalSetup& setup, const WaveVector& carrier) {
  return [setup, carrier](View<const std::uint16_t, 2> frame) -> WaveVector {
    const WaveVector found = find_order(frame, setup.pixel_size_um, kSearchAbove * setup.pupil_radius());
    // Of the two conjugate orders, the one at k - q: on the far side of zero from q.
    const double sign = found.x * carrier.x + found.y * carrier.y > 0.0 ? -1.0 : 1.0;
    return {sign * found.x + carrier.x, sign * found.y + carrier.y};
  };
}

std::filesystem::path scan_file_of(const std::filesystem::path& output, const ScanPlan& plan, Index position) {
  if (plan.positions.size() == 1) return output;
  const std::string name = output.filename().string();
  const std::size_t dot = name.find('.', 1);
  const std::string stem = name.substr(0, dot);
  const std::string ending = dot == std::string::npos ? "" : name.substr(dot);
  return output.parent_path() / fmt::format("{}-{:02}{}", stem, position, ending);
}

std::filesystem::path seal_position(const ScanJournal& journal, Index position, const std::filesystem::path& output,
                                    const CompleteScan& complete, const Progress& progress) {
  const auto file = scan_file_of(output, journal.plan(), position);
  Scan scan = journal.scan(position, progress.part(0.0, 0.2, "Reading the journal"));
  if (complete) complete(scan, position);
  write_scan(file, scan, progress.part(0.2, 0.8, "Writing the scan"));
  verify(file, *scan.holograms, progress.part(0.8, 1.0, "Reading the scan back"));
  return file;
}

Sealed seal_journal(const std::filesystem::path& path, const std::filesystem::path& output,
                    const CompleteScan& complete, const Progress& progress) {
  Sealed sealed;
  {
    const ScanJournal journal(path);
    const Index positions = journal.plan().position_count();
    for (Index position = 0; position < positions; ++position) {
      if (!journal.complete(position)) sealed.missing.push_back(position);
      if (position == 0 || !journal.complete(position)) continue;
      const double start = static_cast<double>(position - 1) / static_cast<double>(positions - 1);
      const double end = static_cast<double>(position) / static_cast<double>(positions - 1);
      sealed.files.push_back(
          seal_position(journal, position, output, complete, progress.part(start, end, "Sealing the scan")));
    }
    if (sealed.files.empty())
      throw InputError(fmt::format("{} holds no complete position ({})", path.string(), journal.reader().summary()),
                       "Resume the scan.");
  }
  if (sealed.missing.empty()) std::filesystem::remove(path);
  return sealed;
}

}  // namespace tomocyte
