#include "acquisition/instrument/device_options.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "core/error.h"

namespace tomocyte {
namespace {

using Json = nlohmann::json;

Json options_of(const DeviceConfig& config, std::initializer_list<const char*> known) {
  if (config.options_json.empty()) return Json::object();
  Json options = Json::parse(config.options_json);
  if (!options.is_object()) throw InputError(fmt::format("the options of \"{}\" are not an object", config.driver));
  for (const auto& [key, value] : options.items())
    if (std::find(known.begin(), known.end(), key) == known.end())
      throw InputError(fmt::format("unknown option \"{}\" of \"{}\"", key, config.driver));
  return options;
}

double number(const Json& object, const std::string& name, const char* key) {
  if (!object.is_object() || !object.contains(key) || !object.at(key).is_number())
    throw InputError(fmt::format("\"{}\" needs the number \"{}\"", name, key));
  return object.at(key).get<double>();
}

void read_axis(const Json& options, const char* name, AptAxisOptions& axis) {
  if (!options.contains(name)) return;
  const Json& object = options.at(name);
  if (!object.is_object()) throw InputError(fmt::format("the stage's axis \"{}\" is not an object", name));
  for (const auto& [key, value] : object.items()) {
    if (key == "port" && value.is_string())
      axis.port = value.get<std::string>();
    else if (key == "bay" && value.is_number_integer())
      axis.bay = value.get<int>();
    else if (key == "counts_per_um" && value.is_number())
      axis.counts_per_um = value.get<double>();
    else if (key == "max_speed_um_s" && value.is_number())
      axis.max_speed_um_s = value.get<double>();
    else
      throw InputError(fmt::format("the stage's axis \"{}\": \"{}\" is not understood", name, key));
  }
}

}  // namespace

DmdConfig dmd_config(const DeviceConfig& config) {
  const Json options = options_of(config, {"calibration", "bit_planes"});
  if (!options.contains("calibration"))
    throw InputError("the DMD is not calibrated: its configuration has no \"calibration\"",
                     "Measure it as docs/hardware.md describes, and enter it in the instrument's configuration.");
  const Json& c = options.at("calibration");
  DmdConfig dmd;
  dmd.calibration = {number(c, "calibration", "xx"),
                     number(c, "calibration", "xy"),
                     number(c, "calibration", "yx"),
                     number(c, "calibration", "yy"),
                     {number(c, "calibration", "offset_x"), number(c, "calibration", "offset_y")}};
  if (options.contains("bit_planes"))
    dmd.options.bit_planes = static_cast<int>(number(options, "options", "bit_planes"));
  return dmd;
}

AptStageOptions apt_config(const DeviceConfig& config) {
  const Json options = options_of(config, {"x", "y", "z"});
  AptStageOptions stage;
  stage.x.port = stage.y.port = config.address;
  read_axis(options, "x", stage.x);
  read_axis(options, "y", stage.y);
  if (options.contains("z")) {
    stage.z = AptAxisOptions{.port = config.address, .bay = 3};
    read_axis(options, "z", *stage.z);
  }
  if (stage.x.port.empty() || stage.y.port.empty())
    throw InputError("the stage's serial port is not given", "Enter its \"address\", e.g. /dev/ttyUSB0.");
  return stage;
}

Index simulated_camera_pixels(const DeviceConfig& config) {
  constexpr Index kFewest = 64;
  constexpr Index kMost = 2048;
  const Json options = options_of(config, {"pixels"});
  const auto pixels = static_cast<Index>(options.contains("pixels") ? number(options, "options", "pixels") : 512.0);
  if (pixels < kFewest || pixels > kMost || pixels % 2 != 0)
    throw InputError(fmt::format("the simulated camera cannot have {} pixels; an even number from {} to {}", pixels,
                                 kFewest, kMost));
  return pixels;
}

}  // namespace tomocyte
