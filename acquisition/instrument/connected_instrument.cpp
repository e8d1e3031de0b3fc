#include "acquisition/instrument/connected_instrument.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "acquisition/genicam/genicam.h"
#include "acquisition/instrument/camera_line_light.h"
#include "acquisition/instrument/dmd_shutter.h"
#include "acquisition/instrument/light_in_file.h"
#include "acquisition/instrument/misaligned_dmd.h"
#include "acquisition/simulated_slide.h"
#include "acquisition/smear/simulated_smear_microscope.h"
#include "acquisition/thorlabs/filter_wheel.h"
#include "core/error.h"

namespace tomocyte {
namespace {

[[noreturn]] void unknown_driver(const std::string& role, const DeviceConfig& config, const char* known) {
  throw InputError(fmt::format("there is no driver \"{}\" for a {}", config.driver, role),
                   fmt::format("Known drivers: {}.", known));
}

}  // namespace

ConnectedInstrument::ConnectedInstrument(InstrumentConfig config, const Progress& progress)
    : config_(std::move(config)) {
  constexpr std::array kRoles = {"camera", "DMD", "stage", "light", "filter wheel"};
  for (std::size_t i = 0; i < kRoles.size(); ++i) {
    progress.report(static_cast<double>(i) / static_cast<double>(kRoles.size()));
    connect(kRoles[i]);
  }
}

void ConnectedInstrument::connect(const std::string& role) {
  if (role == "camera") camera_ = open(role, config_.camera, &ConnectedInstrument::open_camera);
  if (role == "DMD") modulator_ = open(role, config_.modulator, &ConnectedInstrument::open_modulator);
  if (role == "stage") stage_ = open(role, config_.stage, &ConnectedInstrument::open_stage);
  if (role == "light") light_ = open(role, config_.light, &ConnectedInstrument::open_light);
  if (role == "filter wheel") filter_wheel_ = open(role, config_.filter_wheel, &ConnectedInstrument::open_filter_wheel);
}

void ConnectedInstrument::reconnect(const std::string& role) {
  const auto close = [this](const std::string& closed) {
    for (ConnectedDevice& device : devices_)
      if (device.role == closed) device.device.reset();
  };
  const auto light_is = [this](const char* driver) { return config_.light && config_.light->driver == driver; };
  const bool light_too = (role == "DMD" && light_is("dmd-shutter")) || (role == "camera" && light_is("camera-line"));
  if (light_too) close("light");
  close(role);
  connect(role);
  if (light_too) connect("light");
}

ConnectedInstrument::~ConnectedInstrument() {
  // In the reverse order: the light goes off before what steers it.
  while (!devices_.empty()) devices_.pop_back();
}

bool ConnectedInstrument::simulated() const {
  const auto parts = {&config_.camera, &config_.modulator, &config_.stage, &config_.light, &config_.filter_wheel};
  return std::ranges::any_of(parts, [](const auto* part) { return *part && (*part)->driver == "simulated"; });
}

void ConnectedInstrument::check_connected(const char* what,
                                          std::initializer_list<std::pair<const char*, const Device*>> needed) const {
  std::vector<std::string> missing;
  for (const auto& [role, device] : needed)
    if (!device) missing.emplace_back(role);
  if (!missing.empty())
    throw DeviceError(
        fmt::format("{}: {} needs the {}, not connected", config_.name, what, fmt::join(missing, ", the ")),
        "Connect it, or correct the instrument's configuration.");
}

Instrument ConnectedInstrument::for_scan() const {
  check_connected("a scan", {{"camera", camera_}, {"DMD", modulator_}, {"stage", stage_}, {"light", light_}});
  return {*camera_, *modulator_, *stage_, *light_};
}

SmearInstrument ConnectedInstrument::for_smear_scan() const {
  check_connected("a smear scan",
                  {{"camera", camera_}, {"stage", stage_}, {"light", light_}, {"filter wheel", filter_wheel_}});
  return {*camera_, *stage_, *light_, *filter_wheel_};
}

std::optional<WaveVector> ConnectedInstrument::carrier() const {
  if (config_.carrier || !simulated_) return config_.carrier;
  return simulated_->carrier();
}

SimulatedFaults* ConnectedInstrument::faults() const { return simulated_ ? &simulated_->faults() : nullptr; }

// The device takes the place of an earlier one of its role.
template <class Kind>
Kind* ConnectedInstrument::open(const std::string& role, const std::optional<DeviceConfig>& config,
                                std::shared_ptr<Kind> (ConnectedInstrument::*open_device)(const DeviceConfig&)) {
  if (!config) return nullptr;
  ConnectedDevice connected{role, config->label, nullptr, {}, {}};
  Kind* opened = nullptr;
  try {
    const std::shared_ptr<Kind> device = (this->*open_device)(*config);
    for (const auto& [name, value] : config->settings) device->set_property(name, value);
    if (connected.label.empty()) connected.label = device->identity().model;
    connected.device = device;
    opened = device.get();
  } catch (const Error& error) {
    connected.failure = error.what();
    connected.remedy = error.remedy();
    if (connected.label.empty()) connected.label = config->driver;
  }
  const auto place = std::ranges::find(devices_, role, &ConnectedDevice::role);
  if (place == devices_.end())
    devices_.push_back(std::move(connected));
  else
    *place = std::move(connected);
  return opened;
}

std::shared_ptr<Camera> ConnectedInstrument::open_camera(const DeviceConfig& config) {
  if (config.driver == "simulated" && config_.smear) {
    const auto microscope = simulated_smear_microscope();
    return {microscope, &microscope->instrument().camera};
  }
  if (config.driver == "simulated") {
    const auto microscope = simulated_microscope();
    return {microscope, &microscope->camera()};
  }
  if (config.driver != "genicam") unknown_driver("camera", config, "simulated, genicam");
  if (!config.address.empty()) return open_genicam_camera(config.address);
  const std::vector<FoundCamera> found = find_genicam_cameras();
  if (found.empty())
    throw DeviceError("no GenICam camera was found", "Check its power and cable, or enter its IP address.");
  return open_genicam_camera(found.front().id);
}

std::shared_ptr<PatternModulator> ConnectedInstrument::open_modulator(const DeviceConfig& config) {
  const bool simulated = config.driver == "simulated";
  if (!simulated && config.driver != "dlpc900") unknown_driver("DMD", config, "simulated, dlpc900");
  const DmdConfig dmd = dmd_config(config);
  std::shared_ptr<PatternModulator> modulator;
  if (simulated) {
    const auto microscope = simulated_microscope();
    modulator = {microscope, &microscope->modulator()};
    if (dmd.true_optics) modulator = std::make_shared<MisalignedDmd>(modulator, dmd.calibration.map, *dmd.true_optics);
  } else {
    modulator = dlpc900::open_dlpc900(dmd.calibration.map, config.address, dmd.options);
  }
  calibration_ = dmd.calibration;
  return modulator;
}

std::shared_ptr<Stage> ConnectedInstrument::open_stage(const DeviceConfig& config) {
  std::shared_ptr<Stage> stage;
  if (config.driver == "simulated" && config_.smear) {
    const auto microscope = simulated_smear_microscope();
    stage = {microscope, &microscope->instrument().stage};
  } else if (config.driver == "simulated") {
    const auto microscope = simulated_microscope();
    stage = {microscope, &microscope->stage()};
  } else if (config.driver == "apt") {
    stage = std::make_shared<AptStage>(apt_config(config));
  } else {
    unknown_driver("stage", config, "simulated, apt");
  }
  if (config_.stage_limits) stage->set_limits(*config_.stage_limits);
  return stage;
}

std::shared_ptr<LightSource> ConnectedInstrument::open_light(const DeviceConfig& config) {
  if (config.driver == "simulated" && config_.smear) return open_smear_lamp(config);
  if (config.driver == "simulated") {
    const bool rehearses = !config.address.empty();
    std::shared_ptr<LightSource> laser;
    // The last device to connect: when there is no simulated one yet, there is no sample to light.
    if (const auto microscope = rehearses ? simulated_ : simulated_microscope())
      laser = {microscope, &microscope->laser()};
    return rehearses ? std::make_shared<LightInFile>(laser, config.address) : laser;
  }
  if (config.driver == "camera-line") {
    for (const ConnectedDevice& device : devices_)
      if (const auto camera = std::dynamic_pointer_cast<Camera>(device.device))
        return std::make_shared<CameraLineLight>(camera);
    throw DeviceError("the light is switched by the camera, which is not connected", "Connect the camera.");
  }
  if (config.driver != "dmd-shutter") unknown_driver("light", config, "simulated, dmd-shutter, camera-line");
  for (const ConnectedDevice& device : devices_)
    if (const auto modulator = std::dynamic_pointer_cast<PatternModulator>(device.device))
      return std::make_shared<DmdShutter>(modulator);
  throw DeviceError("the light is switched by the DMD, which is not connected", "Connect the DMD.");
}

// With an address it also stands in that file, as above.
std::shared_ptr<LightSource> ConnectedInstrument::open_smear_lamp(const DeviceConfig& config) {
  const bool rehearses = !config.address.empty();
  std::shared_ptr<LightSource> lamp;
  if (const auto microscope = rehearses ? simulated_smear_ : simulated_smear_microscope())
    lamp = {microscope, &microscope->instrument().light};
  return rehearses ? std::make_shared<LightInFile>(lamp, config.address) : lamp;
}

std::shared_ptr<FilterWheel> ConnectedInstrument::open_filter_wheel(const DeviceConfig& config) {
  if (config.driver == "simulated" && config_.smear) {
    const auto microscope = simulated_smear_microscope();
    return {microscope, &microscope->instrument().wheel};
  }
  if (config.driver != "fw102c") unknown_driver("filter wheel", config, "fw102c, and simulated with \"smear\"");
  if (config.address.empty())
    throw InputError("the filter wheel's serial port is not given", "Enter its \"address\", e.g. /dev/ttyUSB0.");
  return std::make_shared<Fw102cWheel>(config.address);
}

std::shared_ptr<SimulatedMicroscope> ConnectedInstrument::simulated_microscope() {
  constexpr std::uint64_t kSeed = 1;
  if (simulated_) return simulated_;
  if (!config_.setup)
    throw InputError("the simulated devices need an optical setup",
                     "Enter \"setup\" in the configuration, or \"smear\" for a smear microscope.");
  const bool whole = config_.camera && config_.camera->driver == "simulated";
  const Index pixels = simulated_camera_pixels(whole ? *config_.camera : DeviceConfig{});
  simulated_ = std::make_shared<SimulatedMicroscope>(*config_.setup, SensorModel{}, pixels,
                                                     simulated_slide(config_.setup->medium_index, kSeed), kSeed);
  return simulated_;
}

std::shared_ptr<SimulatedSmearMicroscope> ConnectedInstrument::simulated_smear_microscope() {
  if (simulated_smear_) return simulated_smear_;
  SmearMicroscopeOptions options;
  options.pixel_size_um = config_.smear->pixel_size_um;
  options.numerical_aperture = config_.smear->numerical_aperture;
  if (config_.camera && !config_.camera->options_json.empty())
    options.camera_width = options.camera_height = static_cast<int>(simulated_camera_pixels(*config_.camera));
  simulated_smear_ = std::make_shared<SimulatedSmearMicroscope>(SmearSlideOptions{}, options);
  return simulated_smear_;
}

std::string describe(const ConnectedInstrument& instrument) {
  std::string names = instrument.config().name;
  for (const ConnectedDevice& device : instrument.devices())
    if (device.device) {
      const DeviceIdentity identity = device.device->identity();
      names += fmt::format("; {}: {} {} {} {}", device.role, identity.vendor, identity.model, identity.serial,
                           identity.firmware);
    }
  return names;
}

}  // namespace tomocyte
