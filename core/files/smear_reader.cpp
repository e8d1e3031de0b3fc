// Reads the smear file (docs/file-format.md).
#include <fmt/format.h>

#include <cmath>

#include "core/error.h"
#include "core/files/provenance_texts.h"
#include "core/files/scan_file.h"
#include "core/files/smear_file.h"
#include "core/files/smear_layout.h"

namespace tomocyte {
namespace {

using hdf5::File;

double wanted(const File& file, const std::string& attribute) {
  const auto value = file.number(smear_layout::kSmear, attribute);
  if (!value || !std::isfinite(*value) || *value < 0.0)
    throw FileError(file.path(), fmt::format("{} lacks the attribute {}", smear_layout::kSmear, attribute));
  return *value;
}

Array<double, 2> read_table(const File& file, const std::string& dataset, Index columns) {
  Array<double, 2> table = file.read<double, 2>(dataset);
  if (table.shape(1) != columns || table.shape(0) == 0)
    throw FileError(file.path(),
                    fmt::format("{} is {}, expected {} columns", dataset, to_string(table.shape()), columns),
                    "docs/file-format.md gives the shape of every dataset.");
  for (const double value : table.values())
    if (!std::isfinite(value)) throw FileError(file.path(), dataset + " holds a value that is not a number");
  return table;
}

std::string only_text(const File& file, const std::string& dataset) {
  if (!file.has(dataset)) return {};
  const std::vector<std::string> texts = file.read_texts(dataset);
  return texts.empty() ? "" : texts.front();
}

}  // namespace

bool is_smear_file(const std::filesystem::path& path) {
  return is_hdf5_file(path) && File::open(path).text("/", "format") == smear_layout::kFormat;
}

SmearFile::SmearFile(const std::filesystem::path& path) : file_(std::make_unique<File>(File::open(path))) {
  if (file_->text("/", "format") != smear_layout::kFormat)
    throw FileError(path, "is an HDF5 file but not a Tomocyte smear", "tomocyte acquire smear writes one.");
  const int version = static_cast<int>(file_->number("/", "format_version").value_or(0.0));
  if (version > smear_layout::kFormatVersion)
    throw FileError(
        path,
        fmt::format("was written in format {}, this program reads up to {}", version, smear_layout::kFormatVersion),
        "Install a newer Tomocyte.");
  read_setup();
  read_tiles();
}

SmearFile::~SmearFile() = default;

void SmearFile::read_setup() {
  scan_.sample_id = file_->text("/", "sample_id");
  scan_.simulated = file_->number("/", "simulated").value_or(0.0) != 0.0;
  scan_.pixel_size_um = wanted(*file_, "pixel_size_um");
  scan_.numerical_aperture = wanted(*file_, "numerical_aperture");
  scan_.bit_depth = static_cast<int>(wanted(*file_, "bit_depth"));
  scan_.overlap = wanted(*file_, "overlap");
  const auto region = file_->numbers(smear_layout::kSmear, "region_um");
  if (region.size() == 4) scan_.region = {region[0], region[1], region[2], region[3]};
  const auto place = file_->numbers(smear_layout::kBackgrounds, "stage_um");
  if (place.size() == 3) scan_.background = {place[0], place[1], place[2], {}};
  scan_.background.time_utc = file_->text(smear_layout::kBackgrounds, "time_utc");
  scan_.focus_json = only_text(*file_, smear_layout::kFocus);
  scan_.truth_json = only_text(*file_, smear_layout::kTruth);
  scan_.provenance = hdf5::read_provenance(*file_, smear_layout::kProvenance);
}

void SmearFile::read_tiles() {
  const Array<double, 2> wavelengths = read_table(*file_, smear_layout::kWavelengths, 3);
  for (Index i = 0; i < wavelengths.shape(0); ++i)
    scan_.wavelengths.push_back({wavelengths(i, 0), static_cast<int>(wavelengths(i, 2)), wavelengths(i, 1)});
  const Array<double, 2> places = read_table(*file_, smear_layout::kPlaces, 5);
  for (Index i = 0; i < places.shape(0); ++i)
    scan_.tiles.push_back(
        {static_cast<Index>(places(i, 3)), static_cast<Index>(places(i, 4)), places(i, 0), places(i, 1), places(i, 2)});
  const std::vector<Index> tiles = file_->shape(smear_layout::kTiles);
  const std::vector<Index> backgrounds = file_->shape(smear_layout::kBackgrounds);
  const bool fits = tiles.size() == 4 && tiles[0] == wavelengths.shape(0) && tiles[1] == places.shape(0) &&
                    backgrounds == std::vector<Index>{tiles[0], tiles[2], tiles[3]};
  if (!fits)
    throw FileError(file_->path(), "its tiles, backgrounds, wavelengths and places do not fit each other",
                    "docs/file-format.md gives the shape of every dataset.");
  file_->check_size(smear_layout::kTiles);
  file_->check_size(smear_layout::kBackgrounds);
  scan_.tile_shape = {tiles[2], tiles[3]};
}

Array<std::uint16_t, 2> SmearFile::tile(Index wavelength, Index tile) const {
  Array<std::uint16_t, 2> counts(scan_.tile_shape);
  file_->read_plane(smear_layout::kTiles, {wavelength, tile}, counts.view());
  return counts;
}

Array<std::uint16_t, 2> SmearFile::background(Index wavelength) const {
  Array<std::uint16_t, 2> counts(scan_.tile_shape);
  file_->read_plane(smear_layout::kBackgrounds, {wavelength}, counts.view());
  return counts;
}

}  // namespace tomocyte
