#include "core/files/import_setup.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/error.h"

namespace tomocyte {
namespace {

struct SetupValue {
  const char* key;     // in JSON
  const char* option;  // on the command line
  std::optional<double> ImportOptions::*given;
  double OpticalSetup::*value;
};

constexpr std::array<SetupValue, 4> kValues = {{
    {"wavelength_um", "--wavelength-um", &ImportOptions::wavelength_um, &OpticalSetup::wavelength_um},
    {"medium_index", "--medium-index", &ImportOptions::medium_index, &OpticalSetup::medium_index},
    {"numerical_aperture", "--numerical-aperture", &ImportOptions::numerical_aperture,
     &OpticalSetup::numerical_aperture},
    {"pixel_size_um", "--pixel-size-um", &ImportOptions::pixel_size_um, &OpticalSetup::pixel_size_um},
}};

std::filesystem::path json_beside(std::filesystem::path data) { return data.replace_extension(".json"); }

WaveVector vector_of(const nlohmann::json& json) { return {json.at(0).get<double>(), json.at(1).get<double>()}; }

// A misspelled name would otherwise be a value silently left out.
void take(const std::string& key, const nlohmann::json& json, const std::filesystem::path& path, ImportSetup& setup) {
  const auto* value = std::find_if(kValues.begin(), kValues.end(), [&](const auto& v) { return key == v.key; });
  if (value != kValues.end()) {
    auto& given = setup.options.*(value->given);
    if (!given) given = json.get<double>();
  } else if (key == "bit_depth") {
    setup.bit_depth = json.get<int>();
  } else if (key == "illumination") {
    for (const auto& k : json) setup.illumination.push_back(vector_of(k));
  } else if (key == "carrier_rad_per_um") {
    setup.carrier = vector_of(json);
  } else if (key == "background") {
    if (setup.options.background.empty()) setup.options.background = path.parent_path() / json.get<std::string>();
  } else {
    throw FileError(path, fmt::format("holds the unknown name \"{}\"", key),
                    "It may hold wavelength_um, medium_index, numerical_aperture, pixel_size_um, bit_depth, "
                    "illumination, carrier_rad_per_um and background.");
  }
}

const OpticalSetup* setup_of(const Scan& scan) {
  if (scan.holograms) return &scan.holograms->setup;
  return scan.fields ? &scan.fields->setup : nullptr;
}

void override_values(const ImportOptions& options, OpticalSetup& setup) {
  for (const SetupValue& value : kValues)
    if (const auto& given = options.*(value.given)) setup.*(value.value) = *given;
}

}  // namespace

bool ImportSetup::empty() const {
  return options.background.empty() && illumination.empty() && !carrier && !bit_depth &&
         std::none_of(kValues.begin(), kValues.end(), [&](const auto& v) { return (options.*(v.given)).has_value(); });
}

ImportSetup read_import_setup(const std::filesystem::path& data, const ImportOptions& given) {
  ImportSetup setup{given, {}, {}, {}};
  const std::filesystem::path path = json_beside(data);
  if (!std::filesystem::exists(path)) return setup;
  try {
    std::ifstream stream(path);
    const auto json = nlohmann::json::parse(stream);
    if (!json.is_object()) throw FileError(path, "is not a JSON object");
    for (const auto& [key, value] : json.items()) take(key, value, path, setup);
  } catch (const nlohmann::json::exception& error) {
    throw FileError(path, std::string("cannot be understood: ") + error.what(),
                    "docs/file-format.md shows what the JSON beside a stack holds.");
  }
  return setup;
}

void apply(const ImportSetup& setup, const std::filesystem::path& data, Scan& scan) {
  if (scan.fields) override_values(setup.options, scan.fields->setup);
  if (!scan.holograms) return;
  HologramStack& stack = *scan.holograms;
  override_values(setup.options, stack.setup);
  if (!setup.illumination.empty() && static_cast<Index>(setup.illumination.size()) != stack.holograms.shape(0))
    throw FileError(json_beside(data),
                    fmt::format("gives {} illumination vectors for {} holograms", setup.illumination.size(),
                                stack.holograms.shape(0)),
                    "Give one vector (kx, ky in rad/µm) per hologram.");
  if (!setup.illumination.empty()) stack.illumination = setup.illumination;
  if (setup.carrier) stack.carrier = setup.carrier;
  if (setup.bit_depth) stack.bit_depth = *setup.bit_depth;
}

void require_setup(const std::filesystem::path& path, const Scan& scan) {
  const OpticalSetup* setup = setup_of(scan);
  if (!setup) return;
  std::string missing;
  std::string options;
  for (const SetupValue& value : kValues) {
    if (setup->*(value.value) != 0.0) continue;
    missing += (missing.empty() ? "" : ", ") + std::string(value.key);
    options += (options.empty() ? "" : ", ") + std::string(value.option);
  }
  if (!missing.empty())
    throw InputError(fmt::format("{}: the file lacks {}", path.string(), missing),
                     fmt::format("Give {} on the command line, or write the value into a JSON file of the same name "
                                 "beside the data.",
                                 options));
}

std::string setup_json(const Scan& scan, const ImportOptions& options, const std::vector<std::string>& assumed) {
  nlohmann::ordered_json json = nlohmann::ordered_json::object();
  if (const OpticalSetup* setup = setup_of(scan))
    for (const SetupValue& value : kValues) json[value.key] = setup->*(value.value);
  std::vector<std::string> unknown;
  for (const std::string& name : assumed) {
    const auto* value = std::find_if(kValues.begin(), kValues.end(), [&](const auto& v) { return name == v.key; });
    if (value == kValues.end() || !(options.*(value->given))) unknown.push_back(name);
  }
  json["assumed"] = unknown;
  if (!options.background.empty()) json["background"] = options.background.filename().string();
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace tomocyte
