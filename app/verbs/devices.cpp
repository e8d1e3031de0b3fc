// tomocyte devices: what can image and what can compute on this machine, and the state of an instrument.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "acquisition/instrument/connected_instrument.h"
#include "acquisition/instrument/drivers.h"
#include "app/verbs/verbs.h"
#include "core/compute/compute.h"
#ifdef TOMOCYTE_GUI
#include "ui/viewer/opengl_probe.h"
#endif

namespace tomocyte {
namespace {

using Json = nlohmann::ordered_json;

std::string driver_text(const DriverReport& driver) {
  std::string text = fmt::format("  {:<10} {:<13} {}", driver.name, driver.role, driver.what);
  if (!driver.built_in) return text + fmt::format("\n      not built in; install {} and build again", driver.missing);
  if (driver.found.empty()) text += "\n      none found";
  for (const std::string& found : driver.found) text += "\n      " + found;
  if (!driver.note.empty()) text += fmt::format("\n      ({})", driver.note);
  return text;
}

Json driver_json(const DriverReport& driver) {
  return {{"driver", driver.name},       {"role", driver.role},   {"what", driver.what},
          {"built_in", driver.built_in}, {"found", driver.found}, {"note", driver.note}};
}

#ifdef TOMOCYTE_GUI
// Of the display that the window would open on.
Json opengl_json(const OpenGlInfo& opengl) {
  return {{"usable", opengl.usable},   {"vendor", opengl.vendor},     {"renderer", opengl.renderer},
          {"version", opengl.version}, {"software", opengl.software}, {"problem", opengl.problem}};
}

std::string opengl_text(const OpenGlInfo& opengl) {
  if (!opengl.usable) return fmt::format("not usable: {}; the window shows slices only", opengl.problem);
  return fmt::format("{}, OpenGL {}{}", opengl.renderer, opengl.version,
                     opengl.software ? " (on the processor: fine 3D frames take seconds)" : "");
}
#endif

int list_devices(const Context& context) {
  const std::vector<DriverReport> drivers = find_devices();
  const std::vector<std::string> compute = available_compute_devices();
  Json json = {{"drivers", Json::array()}, {"compute", compute}};
  std::string text = "Drivers, and the devices that they find";
  for (const DriverReport& driver : drivers) {
    json["drivers"].push_back(driver_json(driver));
    text += "\n" + driver_text(driver);
  }
  text += fmt::format("\nCompute devices\n  {}", fmt::join(compute, "\n  "));
#ifdef TOMOCYTE_GUI
  const OpenGlInfo opengl = probeOpenGl();
  json["opengl"] = opengl_json(opengl);
  text += "\n3D view on this display\n  " + opengl_text(opengl);
#endif
  print_result(context, json.dump(2), text);
  return kSuccess;
}

Json property_json(const Property& property) {
  Json json = {{"name", property.name}, {"unit", property.unit}, {"read_only", property.read_only}};
  std::visit([&](const auto& value) { json["value"] = value; }, property.value);
  if (property.minimum) json["minimum"] = *property.minimum;
  if (property.maximum) json["maximum"] = *property.maximum;
  return json;
}

std::string property_text(const Property& property) {
  std::string text = fmt::format("\n      {:<24} {} {}", property.name, to_string(property.value), property.unit);
  if (property.minimum && property.maximum) text += fmt::format("  [{} to {}]", *property.minimum, *property.maximum);
  return text + (property.read_only ? "  (read-only)" : "");
}

// One device that failed makes the exit code tell so: a script should not start a scan.
int show_instrument(const Context& context, const std::filesystem::path& config) {
  const ConnectedInstrument instrument(read_instrument_config(config));
  Json json = {{"instrument", instrument.config().name}, {"devices", Json::array()}};
  std::string text = instrument.config().name;
  int exit_code = kSuccess;
  for (const ConnectedDevice& connected : instrument.devices()) {
    Json entry = {{"role", connected.role}, {"label", connected.label}};
    text += fmt::format("\n  {}: {}  ", connected.role, connected.label);
    if (!connected.device) {
      exit_code = kDeviceError;
      entry["state"] = "not connected";
      entry["failure"] = connected.failure;
      entry["remedy"] = connected.remedy;
      text += fmt::format("not connected\n      {}\n      {}", connected.failure, connected.remedy);
    } else {
      entry["state"] = to_string(connected.device->state());
      text += to_string(connected.device->state());
      for (const Property& property : connected.device->properties()) {
        entry["properties"].push_back(property_json(property));
        text += property_text(property);
      }
    }
    json["devices"].push_back(std::move(entry));
  }
  print_result(context, json.dump(2), text);
  return exit_code;
}

}  // namespace

void add_devices(CLI::App& program, Context& context) {
  const auto config = std::make_shared<std::filesystem::path>();
  CLI::App& verb = add_verb(
      program, context, "devices",
      "List drivers, the devices that they find, and compute devices; or the state of an instrument", false,
      [&context, config] { return config->empty() ? list_devices(context) : show_instrument(context, *config); });
  verb.add_option("--instrument", *config, "Configuration (JSON) of an instrument to connect; nothing moves");
}

}  // namespace tomocyte
