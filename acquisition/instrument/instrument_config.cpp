#include "acquisition/instrument/instrument_config.h"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "acquisition/smear/simulated_smear_session.h"
#include "core/error.h"

namespace tomocyte {
namespace {

using OrderedJson = nlohmann::ordered_json;

[[noreturn]] void refuse(const std::string& what) {
  throw InputError("the instrument's configuration: " + what, "docs/hardware.md shows a complete example.");
}

void check_keys(const OrderedJson& object, const std::string& where, std::initializer_list<const char*> known) {
  if (!object.is_object()) refuse(fmt::format("\"{}\" is not an object", where));
  for (const auto& [key, value] : object.items())
    if (std::find(known.begin(), known.end(), key) == known.end())
      refuse(fmt::format("unknown key \"{}\" in \"{}\"", key, where));
}

double member_number(const OrderedJson& object, const std::string& where, const char* key) {
  if (!object.contains(key) || !object.at(key).is_number())
    refuse(fmt::format("\"{}\" needs the number \"{}\"", where, key));
  return object.at(key).get<double>();
}

std::string text(const OrderedJson& object, const std::string& where, const char* key) {
  if (!object.contains(key)) return {};
  if (!object.at(key).is_string()) refuse(fmt::format("\"{}\" in \"{}\" is not a text", key, where));
  return object.at(key).get<std::string>();
}

PropertyValue property_value(const OrderedJson& value, const std::string& key) {
  if (value.is_boolean()) return value.get<bool>();
  if (value.is_number_integer()) return value.get<std::int64_t>();
  if (value.is_number()) return value.get<double>();
  if (value.is_string()) return value.get<std::string>();
  refuse(fmt::format("setting \"{}\" is neither a number, a text nor true or false", key));
}

std::optional<DeviceConfig> device(const OrderedJson& root, const char* kind) {
  if (!root.contains(kind)) return std::nullopt;
  const OrderedJson& object = root.at(kind);
  check_keys(object, kind, {"driver", "label", "address", "settings", "options"});
  DeviceConfig config{text(object, kind, "driver"), text(object, kind, "label"), text(object, kind, "address"), {}, {}};
  if (config.driver.empty()) refuse(fmt::format("\"{}\" names no \"driver\"", kind));
  if (object.contains("settings")) {
    if (!object.at("settings").is_object()) refuse(fmt::format("\"settings\" of \"{}\" is not an object", kind));
    for (const auto& [key, value] : object.at("settings").items()) config.settings[key] = property_value(value, key);
  }
  if (object.contains("options")) config.options_json = object.at("options").dump();
  return config;
}

std::optional<OpticalSetup> optical_setup(const OrderedJson& root) {
  if (!root.contains("setup")) return std::nullopt;
  const OrderedJson& object = root.at("setup");
  check_keys(object, "setup", {"wavelength_um", "medium_index", "numerical_aperture", "pixel_size_um"});
  const OpticalSetup setup{
      member_number(object, "setup", "wavelength_um"), member_number(object, "setup", "medium_index"),
      member_number(object, "setup", "numerical_aperture"), member_number(object, "setup", "pixel_size_um")};
  validate(setup);
  return setup;
}

std::optional<WaveVector> carrier(const OrderedJson& root) {
  if (!root.contains("carrier_rad_per_um")) return std::nullopt;
  const OrderedJson& pair = root.at("carrier_rad_per_um");
  if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number() || !pair[1].is_number())
    refuse("\"carrier_rad_per_um\" is not [qx, qy]");
  return WaveVector{pair[0].get<double>(), pair[1].get<double>()};
}

std::optional<StageLimits> stage_limits(const OrderedJson& root) {
  if (!root.contains("stage_limits_um")) return std::nullopt;
  const OrderedJson& object = root.at("stage_limits_um");
  check_keys(object, "stage_limits_um", {"x", "y", "z"});
  const auto range = [&](const char* axis, double& low, double& high) {
    const bool pair = object.contains(axis) && object.at(axis).is_array() && object.at(axis).size() == 2 &&
                      object.at(axis)[0].is_number() && object.at(axis)[1].is_number();
    if (!pair) refuse(fmt::format("\"stage_limits_um\" needs \"{}\": [lowest, highest]", axis));
    low = object.at(axis)[0].get<double>();
    high = object.at(axis)[1].get<double>();
    if (!(low < high)) refuse(fmt::format("the limits of {} are not lowest, highest: {}, {}", axis, low, high));
  };
  StageLimits limits;
  range("x", limits.lowest.x_um, limits.highest.x_um);
  range("y", limits.lowest.y_um, limits.highest.y_um);
  range("z", limits.lowest.z_um, limits.highest.z_um);
  return limits;
}

std::optional<SmearOptics> smear_optics(const OrderedJson& root) {
  if (!root.contains("smear")) return std::nullopt;
  const OrderedJson& object = root.at("smear");
  check_keys(object, "smear", {"pixel_size_um", "numerical_aperture", "wavelengths"});
  SmearOptics smear{
      member_number(object, "smear", "pixel_size_um"), member_number(object, "smear", "numerical_aperture"), {}};
  if (!(smear.pixel_size_um > 0.0) || !(smear.numerical_aperture > 0.0))
    refuse("\"pixel_size_um\" and \"numerical_aperture\" of \"smear\" must be above 0");
  if (!object.contains("wavelengths") || !object.at("wavelengths").is_array() || object.at("wavelengths").empty())
    refuse("\"smear\" needs the list \"wavelengths\"");
  for (const OrderedJson& w : object.at("wavelengths")) {
    check_keys(w, "wavelengths", {"wavelength_nm", "filter", "exposure_ms"});
    smear.wavelengths.push_back({member_number(w, "wavelengths", "wavelength_nm"),
                                 static_cast<int>(member_number(w, "wavelengths", "filter")),
                                 member_number(w, "wavelengths", "exposure_ms")});
  }
  return smear;
}

OrderedJson smear_json(const SmearOptics& smear) {
  OrderedJson object = {{"pixel_size_um", smear.pixel_size_um}, {"numerical_aperture", smear.numerical_aperture}};
  for (const SmearWavelength& w : smear.wavelengths)
    object["wavelengths"].push_back(
        {{"wavelength_nm", w.wavelength_nm}, {"filter", w.filter}, {"exposure_ms", w.exposure_ms}});
  return object;
}

// A relative calibration file lies beside the configuration.
void find_beside(const std::filesystem::path& path, DeviceConfig& config) {
  if (config.options_json.empty()) return;
  OrderedJson options = OrderedJson::parse(config.options_json);
  if (!options.is_object() || !options.contains("calibration_file") || !options.at("calibration_file").is_string())
    return;
  options["calibration_file"] = (path.parent_path() / options.at("calibration_file").get<std::string>()).string();
  config.options_json = options.dump();
}

void add_device(OrderedJson& root, const char* kind, const std::optional<DeviceConfig>& config) {
  if (!config) return;
  OrderedJson object = {{"driver", config->driver}};
  if (!config->label.empty()) object["label"] = config->label;
  if (!config->address.empty()) object["address"] = config->address;
  for (const auto& [key, value] : config->settings)
    std::visit([&, &name = key](const auto& v) { object["settings"][name] = v; }, value);
  if (!config->options_json.empty()) object["options"] = OrderedJson::parse(config->options_json);
  root[kind] = object;
}

}  // namespace

InstrumentConfig simulated_instrument() {
  const DeviceConfig simulated{"simulated", "", "", {}, {}};
  InstrumentConfig config;
  config.setup = OpticalSetup{0.532, 1.337, 1.2, 0.05};
  config.camera = config.modulator = config.stage = config.light = simulated;
  config.stage_limits = StageLimits{{-5000, -5000, -50}, {5000, 5000, 50}};
  return config;
}

InstrumentConfig simulated_smear_instrument() {
  const DeviceConfig simulated{"simulated", "", "", {}, {}};
  const SimulatedSmearSession session({}, {});
  InstrumentConfig config;
  config.name = "simulated smear microscope";
  config.camera = config.stage = config.light = config.filter_wheel = simulated;
  config.smear = SmearOptics{session.description().pixel_size_um, session.description().numerical_aperture,
                             session.plan().wavelengths};
  config.stage_limits = StageLimits{{-12'000, -7'000, -50}, {12'000, 7'000, 50}};
  return config;
}

InstrumentConfig instrument_config_from_json(const std::string& json) {
  OrderedJson root;
  try {
    root = OrderedJson::parse(json);
  } catch (const OrderedJson::parse_error& error) {
    refuse(fmt::format("not JSON at byte {}", error.byte));
  }
  check_keys(root, "the file",
             {"name", "setup", "carrier_rad_per_um", "camera", "modulator", "stage", "light", "filter_wheel", "smear",
              "stage_limits_um"});
  InstrumentConfig config;
  config.name = text(root, "the file", "name");
  if (config.name.empty()) refuse("it gives the instrument no \"name\"");
  config.setup = optical_setup(root);
  config.carrier = carrier(root);
  config.camera = device(root, "camera");
  config.modulator = device(root, "modulator");
  config.stage = device(root, "stage");
  config.light = device(root, "light");
  config.filter_wheel = device(root, "filter_wheel");
  config.smear = smear_optics(root);
  config.stage_limits = stage_limits(root);
  return config;
}

std::string instrument_config_to_json(const InstrumentConfig& config) {
  OrderedJson root = {{"name", config.name}};
  if (config.setup)
    root["setup"] = {{"wavelength_um", config.setup->wavelength_um},
                     {"medium_index", config.setup->medium_index},
                     {"numerical_aperture", config.setup->numerical_aperture},
                     {"pixel_size_um", config.setup->pixel_size_um}};
  if (config.carrier) root["carrier_rad_per_um"] = {config.carrier->x, config.carrier->y};
  add_device(root, "camera", config.camera);
  add_device(root, "modulator", config.modulator);
  add_device(root, "stage", config.stage);
  add_device(root, "light", config.light);
  add_device(root, "filter_wheel", config.filter_wheel);
  if (config.smear) root["smear"] = smear_json(*config.smear);
  if (config.stage_limits) {
    const auto& [low, high] = *config.stage_limits;
    root["stage_limits_um"] = {
        {"x", {low.x_um, high.x_um}}, {"y", {low.y_um, high.y_um}}, {"z", {low.z_um, high.z_um}}};
  }
  return root.dump(2);
}

InstrumentConfig read_instrument_config(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::ostringstream content;
  if (!file || !(content << file.rdbuf())) throw FileError(path, "cannot be read", "Check the path and permissions.");
  try {
    InstrumentConfig config = instrument_config_from_json(content.str());
    if (config.modulator) find_beside(path, *config.modulator);
    return config;
  } catch (const InputError& error) {
    throw FileError(path, error.what(), error.remedy());
  }
}

}  // namespace tomocyte
