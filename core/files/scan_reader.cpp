// Reads the scan file (docs/file-format.md).
#include "core/files/scan_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/files/provenance_texts.h"
#include "core/files/scan_cells.h"
#include "core/files/scan_layout.h"

namespace tomocyte {
namespace hdf5 {
namespace {

Tomogram read_tomogram(const File& file, const std::string& dataset) {
  Tomogram tomogram;
  tomogram.ri = file.read<float, 3>(dataset);
  const std::vector<double> voxel = file.numbers(dataset, "voxel_size_um");
  if (voxel.size() != 3) throw FileError(file.path(), dataset + " lacks the attribute voxel_size_um = [z, y, x]");
  tomogram.voxel_size_um = {voxel[0], voxel[1], voxel[2]};
  tomogram.medium_index = file.number(dataset, "medium_index").value_or(0.0);
  tomogram.wavelength_um = file.number(dataset, "wavelength_um").value_or(0.0);
  tomogram.convergence = file.numbers(dataset, "convergence");
  try {
    validate(tomogram);
  } catch (const InputError& error) {
    throw FileError(file.path(), dataset + ": " + error.what(), error.remedy());
  }
  return tomogram;
}

std::vector<FrameQuality> read_quality(const File& file) {
  std::vector<FrameQuality> quality;
  for (const auto& json : read_objects(file, layout::kFrameQuality)) {
    const auto get = [&](const char* key, double missing) {
      return json.contains(key) && json[key].is_number() ? json[key].get<double>() : missing;
    };
    quality.push_back({get("phase_noise_rad", 0.0), get("gradient_score", 0.0), get("phase_jump_rad", 0.0),
                       get("contrast", 1.0), get("saturated_fraction", 0.0), json.value("rejected", false),
                       json.value("reason", std::string())});
  }
  return quality;
}

FieldStack read_fields(const File& file) {
  FieldStack fields;
  fields.setup = read_setup(file, layout::kFields);
  fields.field = file.read<std::complex<float>, 3>(layout::kField);
  fields.illumination = read_vectors(file, layout::kFieldIllumination);
  if (file.has(layout::kFieldPhase)) fields.phase = file.read<float, 3>(layout::kFieldPhase);
  fields.focus_offset_um = file.number(layout::kFields, "focus_offset_um").value_or(0.0);
  fields.quality = read_quality(file);
  check_fields(file, layout::kField, fields);
  return fields;
}

std::string read_id(const File& file, const char* attribute) {
  if (file.is_variable_text("/", attribute))
    throw FileError(file.path(),
                    fmt::format("the attribute {} is text of variable length, which has no checksum", attribute),
                    "Store it with a fixed length (h5py: numpy.bytes_).");
  return file.text("/", attribute);
}

}  // namespace

std::vector<nlohmann::json> read_objects(const File& file, const std::string& dataset) {
  std::vector<nlohmann::json> objects;
  if (!file.has(dataset)) return objects;
  for (const std::string& text : file.read_texts(dataset)) {
    objects.push_back(nlohmann::json::parse(text, nullptr, false));
    if (!objects.back().is_object()) throw FileError(file.path(), dataset + " holds text that is not a JSON object");
  }
  return objects;
}

OpticalSetup read_setup(const File& file, const std::string& group) {
  const auto get = [&](const char* name) {
    const auto own = file.number(group, name);
    return own ? *own : file.number("/", name).value_or(0.0);
  };
  return {get("wavelength_um"), get("medium_index"), get("numerical_aperture"), get("pixel_size_um")};
}

std::vector<WaveVector> read_vectors(const File& file, const std::string& dataset) {
  const auto table = file.read<double, 2>(dataset);
  if (table.shape(1) < 2) throw FileError(file.path(), dataset + " needs two columns, kx and ky in rad/µm");
  std::vector<WaveVector> vectors;
  for (Index i = 0; i < table.shape(0); ++i) {
    if (!std::isfinite(table(i, 0)) || !std::isfinite(table(i, 1)))
      throw FileError(file.path(), fmt::format("{} holds a value that is not a number (frame {})", dataset, i));
    vectors.push_back({table(i, 0), table(i, 1)});
  }
  return vectors;
}

void check_frames(const File& file, const std::string& dataset, Index found, Index wanted) {
  if (found != wanted)
    throw FileError(file.path(), fmt::format("{} has {} rows for {} frames", dataset, found, wanted),
                    "Store one per frame, in the order of the frames.");
}

void check_fields(const File& file, const std::string& dataset, const FieldStack& fields) {
  const auto refuse = [&](const std::string& what) { throw FileError(file.path(), dataset + what); };
  if (fields.field.empty()) refuse(" is empty");
  check_frames(file, "the illumination of " + dataset, static_cast<Index>(fields.illumination.size()),
               fields.field.shape(0));
  if (!fields.quality.empty())
    check_frames(file, layout::kFrameQuality, static_cast<Index>(fields.quality.size()), fields.field.shape(0));
  if (!fields.phase.empty() && fields.phase.shape() != fields.field.shape())
    refuse(fmt::format(" is {}, its phase {}", to_string(fields.field.shape()), to_string(fields.phase.shape())));
  const Index frame = fields.field.shape(1) * fields.field.shape(2);
  for (Index i = 0; i < fields.field.size(); ++i)
    if (const auto value = fields.field.data()[i]; !std::isfinite(value.real()) || !std::isfinite(value.imag()))
      refuse(fmt::format(" holds a value that is not a number (frame {})", i / frame));
}

std::optional<RecordedConditions> read_conditions(const File& file) {
  if (!file.has(layout::kBackgroundConditions)) return std::nullopt;
  const auto texts = file.read_texts(layout::kBackgroundConditions);
  try {
    return conditions_from_json(texts.empty() ? "" : texts.front());
  } catch (const InputError& error) {
    throw FileError(file.path(), fmt::format("{}: {}", layout::kBackgroundConditions, error.what()));
  }
}

HologramStack read_holograms(const File& file) {
  HologramStack stack;
  stack.setup = read_setup(file, layout::kAcquisition);
  stack.holograms = file.read<std::uint16_t, 3>(layout::kHolograms);
  if (stack.holograms.empty()) throw FileError(file.path(), std::string(layout::kHolograms) + " is empty");
  if (file.has(layout::kBackground)) stack.background = file.read<std::uint16_t, 3>(layout::kBackground);
  if (!stack.background.empty() && stack.background.shape() != stack.holograms.shape())
    throw FileError(file.path(),
                    fmt::format("{} is {}, but {} is {}", layout::kBackground, to_string(stack.background.shape()),
                                layout::kHolograms, to_string(stack.holograms.shape())),
                    "Record one background of the same size per angle.");
  stack.background_conditions = read_conditions(file);
  if (file.has(layout::kIllumination)) {
    stack.illumination = read_vectors(file, layout::kIllumination);
    check_frames(file, layout::kIllumination, static_cast<Index>(stack.illumination.size()), stack.holograms.shape(0));
  }
  auto carrier = file.numbers(layout::kAcquisition, "carrier_rad_per_um");
  if (carrier.empty()) carrier = file.numbers("/", "carrier_rad_per_um");
  if (carrier.size() == 2) stack.carrier = WaveVector{carrier[0], carrier[1]};
  const Handle set(H5Dopen2(file.id(), layout::kHolograms, H5P_DEFAULT));
  const Handle type(H5Dget_type(set.get()));
  const int stored_bits = static_cast<int>(8 * H5Tget_size(type.get()));
  stack.bit_depth = static_cast<int>(file.number(layout::kAcquisition, "bit_depth").value_or(stored_bits));
  if (stack.bit_depth < 1 || stack.bit_depth > 16)
    throw FileError(file.path(), fmt::format("/acquisition has the bit depth {}, expected 1 to 16", stack.bit_depth));
  return stack;
}

std::string contents(const File& file) {
  constexpr std::size_t kShown = 12;
  const std::vector<std::string> all = file.datasets();
  std::string list;
  for (std::size_t i = 0; i < std::min(kShown, all.size()); ++i) list += (i == 0 ? "" : ", ") + all[i];
  if (all.size() > kShown) list += fmt::format(" and {} more", all.size() - kShown);
  return list.empty() ? "no datasets" : list;
}

bool is_scan_file(const File& file) { return file.text("/", "format") == layout::kFormat; }

Scan read_scan_contents(const File& file, const ScanParts& parts, const Progress& progress) {
  Scan scan;
  scan.sample_id = read_id(file, "sample_id");
  scan.donor_id = read_id(file, "donor_id");
  scan.simulated = file.number("/", "simulated").value_or(0.0) != 0.0;
  if (parts.holograms && file.has(layout::kHolograms)) scan.holograms = read_holograms(file);
  progress.report(0.4);
  if (parts.fields && file.has(layout::kField)) scan.fields = read_fields(file);
  progress.report(0.5);
  if (parts.tomogram && file.has(layout::kTomogram)) scan.tomogram = read_tomogram(file, layout::kTomogram);
  if (parts.tomogram && file.has(layout::kLabels)) scan.labels = file.read<std::uint16_t, 3>(layout::kLabels);
  if (!scan.labels.empty() && scan.tomogram && scan.labels.shape() != scan.tomogram->ri.shape())
    throw FileError(file.path(), fmt::format("{} is {}, but the tomogram is {}", layout::kLabels,
                                             to_string(scan.labels.shape()), to_string(scan.tomogram->ri.shape())));
  if (file.has(layout::kCells)) scan.cells = read_cells(file);
  progress.report(0.8);
  if (parts.truth && file.has(layout::kTruth)) {
    scan.truth = GroundTruth{};
    if (const auto texts = file.read_texts(layout::kTruthDescription); !texts.empty())
      scan.truth->description_json = texts.front();
    if (file.has(layout::kTruthTomogram)) scan.truth->tomogram = read_tomogram(file, layout::kTruthTomogram);
  }
  scan.provenance = read_provenance(file, layout::kProvenance);
  return scan;
}

}  // namespace hdf5

Scan read_scan(const std::filesystem::path& path, const ScanParts& parts, const Progress& progress) {
  const hdf5::File file = hdf5::File::open(path);
  if (!hdf5::is_scan_file(file))
    throw FileError(
        path, "is an HDF5 file but not a Tomocyte scan (it holds " + hdf5::contents(file) + ")",
        "tomocyte reconstruct also reads exact fields and holograms and qpformat series, and writes a scan.");
  const int version = static_cast<int>(file.number("/", "format_version").value_or(0.0));
  if (version > layout::kFormatVersion)
    throw FileError(
        path, fmt::format("was written in format {}, this program reads up to {}", version, layout::kFormatVersion),
        "Install a newer Tomocyte.");
  try {
    return hdf5::read_scan_contents(file, parts, progress);
  } catch (const nlohmann::json::exception& error) {
    throw FileError(path, std::string("holds a record that cannot be understood: ") + error.what());
  }
}

}  // namespace tomocyte
