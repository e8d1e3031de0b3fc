#include "app/workflow/seal_smear.h"

#include <algorithm>

#include "core/error.h"
#include "core/files/smear_file.h"

namespace tomocyte {
namespace {

SmearPixels pixels_of(const SmearJournal& journal) {
  return {[&journal](Index wavelength, Index tile, View<std::uint16_t, 2> counts) {
            journal.read_frame(tile + 1, wavelength, counts);
          },
          [&journal](Index wavelength, View<std::uint16_t, 2> counts) { journal.read_frame(0, wavelength, counts); }};
}

// Every count, through every dataset's checksum.
void verify(const std::filesystem::path& path, const SmearJournal& journal, const SmearScan& expected,
            const Progress& progress) {
  const SmearFile file(path);
  const auto tiles = static_cast<Index>(expected.tiles.size());
  Array<std::uint16_t, 2> counts(expected.tile_shape);
  bool same = file.scan().tiles == expected.tiles && file.scan().wavelengths == expected.wavelengths &&
              file.scan().tile_shape == expected.tile_shape;
  for (Index w = 0; same && w < static_cast<Index>(expected.wavelengths.size()); ++w)
    for (Index position = 0; same && position <= tiles; ++position) {
      progress.report(static_cast<double>(w * (tiles + 1) + position) /
                      static_cast<double>((tiles + 1) * static_cast<Index>(expected.wavelengths.size())));
      journal.read_frame(position, w, counts.view());
      const Array<std::uint16_t, 2> back = position == 0 ? file.background(w) : file.tile(w, position - 1);
      same = std::ranges::equal(counts.values(), back.values());
    }
  if (!same)
    throw FileError(path, "does not hold what was acquired", "Check the disk; the journal is kept, so try again.");
}

}  // namespace

void seal_smear(const std::filesystem::path& path, const std::filesystem::path& output, const CompleteSmear& complete,
                const Progress& progress) {
  const SmearJournal journal(path);
  SmearScan scan = journal.scan();
  if (complete) complete(scan);
  write_smear(output, scan, pixels_of(journal), progress.part(0.0, 0.7, "Writing the smear"));
  verify(output, journal, scan, progress.part(0.7, 1.0, "Reading the smear back"));
  std::filesystem::remove(path);
}

}  // namespace tomocyte
