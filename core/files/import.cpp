#include "core/files/import.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <fstream>

#include "core/error.h"
#include "core/files/checksum.h"
#include "core/files/import_formats.h"
#include "core/files/import_setup.h"
#include "core/files/scan_file.h"

namespace tomocyte {
namespace {

enum class Kind { hdf5, tiff, npz, unknown };

std::string lower_extension(const std::filesystem::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return extension;
}

// By the first bytes, as other programs name HDF5 files .tcf, .nxs or .mat. A file without a known beginning is
// what its name says, so that the message about it names the right format.
Kind kind_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw FileError(path, "cannot be read", "Check its permissions.");
  std::string head(8, '\0');
  stream.read(head.data(), static_cast<std::streamsize>(head.size()));
  using namespace std::string_view_literals;
  if (head == "\x89HDF\r\n\x1a\n"sv) return Kind::hdf5;
  for (const auto magic : {"II*\0"sv, "MM\0*"sv, "II+\0"sv, "MM\0+"sv})
    if (head.starts_with(magic)) return Kind::tiff;
  if (head.starts_with("PK\3\4"sv)) return Kind::npz;
  const std::string extension = lower_extension(path);
  if (extension == ".h5" || extension == ".hdf5") return Kind::hdf5;
  if (extension == ".tif" || extension == ".tiff") return Kind::tiff;
  return extension == ".npz" ? Kind::npz : Kind::unknown;
}

Imported open_by_kind(const std::filesystem::path& path, Kind kind) {
  if (kind == Kind::hdf5) return import_hdf5(path);
  if (kind == Kind::unknown)
    throw FileError(path, "is of a kind that Tomocyte does not read",
                    "It reads HDF5 (scans, exact fields and holograms, qpformat series), TIFF stacks and .npz.");
  Imported import;
  import.scan.holograms = kind == Kind::tiff ? import_tiff(path) : import_npz(path);
  return import;
}

void check_openable(const std::filesystem::path& path) {
  if (!std::filesystem::exists(path)) throw FileError(path, "there is no such file", "Check the name and the folder.");
  if (std::filesystem::is_directory(path)) throw FileError(path, "is a folder, not a file", "Open a file inside it.");
}

void read_background(const std::filesystem::path& path, HologramStack& stack) {
  check_openable(path);
  Imported background = open_by_kind(path, kind_of(path));
  if (!background.scan.holograms) throw FileError(path, "holds no holograms to use as background");
  auto& frames = background.scan.holograms->holograms;
  if (frames.shape() != stack.holograms.shape())
    throw FileError(
        path,
        fmt::format("is {}, but the holograms are {}", to_string(frames.shape()), to_string(stack.holograms.shape())),
        "Record one background of the same size per angle.");
  stack.background = std::move(frames);
}

}  // namespace

Scan open_scan(const std::filesystem::path& path, const ImportOptions& options, const Progress& progress) {
  check_openable(path);
  progress.report(0.0);
  const Kind kind = kind_of(path);
  Imported import = open_by_kind(path, kind);
  progress.report(0.8);
  // A scan file is complete: a JSON beside it is some other program's business.
  const ImportSetup setup = import.own_format ? ImportSetup{options, {}, {}, {}} : read_import_setup(path, options);
  Scan& scan = import.scan;
  apply(setup, path, scan);
  if (scan.holograms && !setup.options.background.empty()) read_background(setup.options.background, *scan.holograms);
  if (kind == Kind::hdf5 && !import.own_format) require_setup(path, scan);
  if (!import.own_format || !setup.empty()) {
    Provenance record = make_provenance("import");
    record.options_json = setup_json(scan, setup.options, import.assumed);
    record.input = path.filename().string();
    record.input_checksum = file_checksum(path);
    scan.provenance.push_back(std::move(record));
  }
  if (scan.sample_id.empty()) scan.sample_id = path.stem().string();
  progress.report(1.0);
  return std::move(import.scan);
}

}  // namespace tomocyte
