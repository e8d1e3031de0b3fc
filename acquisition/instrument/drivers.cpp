#include "acquisition/instrument/drivers.h"

#include <fmt/format.h>

#include <filesystem>

#include "acquisition/dlpc900/hidapi_transport.h"
#include "acquisition/genicam/genicam.h"
#include "acquisition/thorlabs/serial_line.h"
#include "core/error.h"

namespace tomocyte {
namespace {

DriverReport cameras() {
  DriverReport report{"genicam",
                      "camera",
                      "GenICam cameras over USB3 Vision and GigE Vision (Aravis)",
                      genicam_driver_built_in(),
                      "libaravis-dev",
                      {},
                      {}};
  try {
    for (const FoundCamera& camera : find_genicam_cameras())
      report.found.push_back(
          fmt::format("{} ({} {}, {} {})", camera.id, camera.vendor, camera.model, camera.interface, camera.address));
  } catch (const Error& error) {
    report.note = std::string(error.what()) + " " + error.remedy();
  }
  return report;
}

DriverReport modulators() {
  DriverReport report{"dlpc900",
                      "DMD",
                      "TI DLPC900 controller with DLP6500 over USB (hidapi)",
                      dlpc900::hidapi_available(),
                      "libhidapi-dev",
                      {},
                      {}};
  for (const std::string& serial : dlpc900::find_controllers())
    report.found.push_back(serial.empty() ? "controller without a serial number" : serial);
  return report;
}

std::vector<std::string> serial_ports() {
  std::vector<std::string> ports;
  std::error_code failure;
  for (const auto& entry : std::filesystem::directory_iterator("/dev/serial/by-id", failure))
    ports.push_back(entry.path().string());
  return ports;
}

}  // namespace

std::vector<DriverReport> find_devices() {
  const std::vector<std::string> ports = serial_ports();
  const std::string serial_note = "any of these may be one; the configuration says which";
  std::vector<DriverReport> reports = {
      {"simulated", "microscope", "simulated microscope: camera, DMD, stage and laser", true, {}, {"ready"}, {}}};
  reports.push_back(cameras());
  reports.push_back(modulators());
  reports.push_back({"apt", "stage", "Thorlabs BBD20x/BBD30x with MLS203 (APT over serial)", serial_ports_available(),
                     "qt6-serialport-dev", ports, ports.empty() ? "" : serial_note});
  reports.push_back({"fw102c", "filter wheel", "Thorlabs FW102C/FW212C (serial)", serial_ports_available(),
                     "qt6-serialport-dev", ports, ports.empty() ? "" : serial_note});
  return reports;
}

}  // namespace tomocyte
