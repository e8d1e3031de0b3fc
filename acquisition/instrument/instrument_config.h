// What an instrument consists of: the JSON file that names drivers, ports, limits and startup settings.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "acquisition/device.h"
#include "acquisition/stage.h"
#include "core/optical_setup.h"
#include "core/smear_scan.h"

namespace tomocyte {

struct DeviceConfig {
  std::string driver;   // "simulated", "genicam", "dlpc900", "apt", "fw102c"
  std::string label;    // what the window calls it; empty: the model's name
  std::string address;  // serial port, camera identifier or IP address; empty: the first that is found
  std::map<std::string, PropertyValue> settings;  // properties set when it connects
  std::string options_json;  // what only this driver understands: {"calibration": …}, {"z": {"port": …}}; may be empty
};

// Of an instrument that scans smears.
struct SmearOptics {
  double pixel_size_um = 0.0;  // in the sample plane
  double numerical_aperture = 0.0;
  std::vector<SmearWavelength> wavelengths;  // with their filters and usual exposures
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
  std::optional<SmearOptics>
      smear;  // absent: it scans no smears. Simulated devices are those of a smear microscope then
  std::optional<StageLimits> stage_limits;  // soft limits, µm; absent: the stage does not move
};

// All simulated, with limits; the default.
[[nodiscard]] InstrumentConfig simulated_instrument();
// The same of the smear microscope.
[[nodiscard]] InstrumentConfig simulated_smear_instrument();

// {"name": "…", "setup": {"wavelength_um": …, "medium_index": …, "numerical_aperture": …, "pixel_size_um": …},
//  "carrier_rad_per_um": [qx, qy],
//  "camera": {"driver": "genicam", "label": "…", "address": "…", "settings": {"exposure": 5.0}},
//  "modulator": {"driver": "dlpc900", "options": {"calibration": {…}}},
//  "stage": {…}, "light": {…}, "filter_wheel": {…},
//  "smear": {"pixel_size_um": …, "numerical_aperture": …,
//            "wavelengths": [{"wavelength_nm": 260, "filter": 1, "exposure_ms": 100}, …]},
//  "stage_limits_um": {"x": [-5000, 5000], "y": […], "z": […]}}
// Throws InputError naming the key that is unknown, missing or of the wrong type.
[[nodiscard]] InstrumentConfig instrument_config_from_json(const std::string& json);
[[nodiscard]] std::string instrument_config_to_json(const InstrumentConfig& config);
// Throws FileError with the path.
[[nodiscard]] InstrumentConfig read_instrument_config(const std::filesystem::path& path);

}  // namespace tomocyte
