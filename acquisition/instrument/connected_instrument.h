// The devices of one instrument, connected as its configuration says.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "acquisition/camera.h"
#include "acquisition/filter_wheel.h"
#include "acquisition/instrument.h"
#include "acquisition/instrument/device_options.h"
#include "acquisition/instrument/instrument_config.h"
#include "acquisition/light_source.h"
#include "acquisition/pattern_modulator.h"
#include "acquisition/smear/smear_instrument.h"
#include "acquisition/stage.h"
#include "core/progress.h"

namespace tomocyte {

class SimulatedMicroscope;
class SimulatedSmearMicroscope;
struct SimulatedFaults;

struct ConnectedDevice {
  std::string role;  // "camera", "DMD", "stage", "light", "filter wheel"
  std::string label;
  std::shared_ptr<Device> device;  // null: not connected
  std::string failure;             // why not, and what to do
  std::string remedy;
};

class ConnectedInstrument {
 public:
  // Connects one device after the other; nothing moves, no light goes on. One that fails is listed with the reason and
  // keeps no other from connecting. Throws Cancelled.
  explicit ConnectedInstrument(InstrumentConfig config, const Progress& progress = {});
  ~ConnectedInstrument();
  ConnectedInstrument(const ConnectedInstrument&) = delete;
  ConnectedInstrument& operator=(const ConnectedInstrument&) = delete;

  // Closes and opens one device again, e.g. after its cable was pulled, and with DMD or camera the light that it
  // switches. Nobody may use the device meanwhile. The result stands in devices().
  void reconnect(const std::string& role);

  [[nodiscard]] const InstrumentConfig& config() const { return config_; }
  [[nodiscard]] const std::vector<ConnectedDevice>& devices() const { return devices_; }
  // True when any of its devices is simulated.
  [[nodiscard]] bool simulated() const;

  // For the engine. Throws DeviceError naming what a scan needs and is not connected.
  [[nodiscard]] Instrument for_scan() const;
  // The same for a smear scan.
  [[nodiscard]] SmearInstrument for_smear_scan() const;
  // Of the reference beam; absent: not known.
  [[nodiscard]] std::optional<WaveVector> carrier() const;
  // Of the DMD; absent: not connected.
  [[nodiscard]] const std::optional<UsedCalibration>& calibration() const { return calibration_; }

  // Of the simulated devices; null when there are none.
  [[nodiscard]] SimulatedFaults* faults() const;

  // Null when not connected.
  [[nodiscard]] Camera* camera() const { return camera_; }
  [[nodiscard]] PatternModulator* modulator() const { return modulator_; }
  [[nodiscard]] Stage* stage() const { return stage_; }
  [[nodiscard]] LightSource* light() const { return light_; }
  [[nodiscard]] FilterWheel* filter_wheel() const { return filter_wheel_; }

 private:
  void check_connected(const char* what, std::initializer_list<std::pair<const char*, const Device*>> needed) const;
  void connect(const std::string& role);
  template <class Kind>
  Kind* open(const std::string& role, const std::optional<DeviceConfig>& config,
             std::shared_ptr<Kind> (ConnectedInstrument::*open_device)(const DeviceConfig&));
  std::shared_ptr<Camera> open_camera(const DeviceConfig& config);
  std::shared_ptr<PatternModulator> open_modulator(const DeviceConfig& config);
  std::shared_ptr<Stage> open_stage(const DeviceConfig& config);
  std::shared_ptr<LightSource> open_light(const DeviceConfig& config);
  std::shared_ptr<LightSource> open_smear_lamp(const DeviceConfig& config);
  std::shared_ptr<FilterWheel> open_filter_wheel(const DeviceConfig& config);
  std::shared_ptr<SimulatedMicroscope> simulated_microscope();
  std::shared_ptr<SimulatedSmearMicroscope> simulated_smear_microscope();

  InstrumentConfig config_;
  std::vector<ConnectedDevice> devices_;
  // Shared by all simulated devices; one of both at most.
  std::shared_ptr<SimulatedMicroscope> simulated_;
  std::shared_ptr<SimulatedSmearMicroscope> simulated_smear_;
  std::optional<UsedCalibration> calibration_;
  Camera* camera_ = nullptr;
  PatternModulator* modulator_ = nullptr;
  Stage* stage_ = nullptr;
  LightSource* light_ = nullptr;
  FilterWheel* filter_wheel_ = nullptr;
};

// "name; camera: vendor model serial firmware; …" of what is connected, for the provenance of what it acquires.
[[nodiscard]] std::string describe(const ConnectedInstrument& instrument);

}  // namespace tomocyte
