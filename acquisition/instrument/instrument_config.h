// What an instrument consists of: the JSON file that names drivers, ports, limits and startup settings.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "acquisition/device.h"
#include "acquisition/stage.h"
#include "core/optical_setup.h"

namespace tomocyte {

struct DeviceConfig {
  std::string driver;   // "simulated", "genicam", "dlpc900", "apt", "fw102c"
  std::string label;    // what the window calls it; empty: the model's name
  std::string address;  // serial port, camera identifier or IP address; empty: the first that is found
  std::map<std::string, PropertyValue> settings;  // properties set when it connects
  std::string options_json;  // what only this driver understands: {"calibration": …}, {"z": {"port": …}}; may be empty
};

struct InstrumentConfig {
  std::string name = "simulated microscope";
  std::optional<OpticalSetup> setup;  // absent: not measured yet
  // Reference wave vector q, rad/µm in the sample; absent: not measured, and the illumination of frames is not checked.
  std::optional<WaveVector> carrier;
  std::optional<DeviceConfig> camera;
  std::optional<DeviceConfig> modulator;
  std::optional<DeviceConfig> stage;
  std::optional<DeviceConfig> light;
  std::optional<DeviceConfig> filter_wheel;
  std::optional<StageLimits> stage_limits;  // soft limits, µm; absent: the stage does not move
};

// All simulated, with limits; the default.
[[nodiscard]] InstrumentConfig simulated_instrument();

// {"name": "…", "setup": {"wavelength_um": …, "medium_index": …, "numerical_aperture": …, "pixel_size_um": …},
//  "carrier_rad_per_um": [qx, qy],
//  "camera": {"driver": "genicam", "label": "…", "address": "…", "settings": {"exposure": 5.0}},
//  "modulator": {"driver": "dlpc900", "options": {"calibration": {…}}},
//  "stage": {…}, "light": {…}, "filter_wheel": {…},
//  "stage_limits_um": {"x": [-5000, 5000], "y": […], "z": […]}}
// Throws InputError naming the key that is unknown, missing or of the wrong type.
[[nodiscard]] InstrumentConfig instrument_config_from_json(const std::string& json);
[[nodiscard]] std::string instrument_config_to_json(const InstrumentConfig& config);
// Throws FileError with the path.
[[nodiscard]] InstrumentConfig read_instrument_config(const std::filesystem::path& path);

}  // namespace tomocyte
