// The nodes that a user may want to see or set, under the names that all cameras of the program share.
#include <arv.h>

#include <algorithm>
#include <utility>

#include "acquisition/genicam/genicam_camera.h"

namespace tomocyte {
namespace {

constexpr std::pair<const char*, CameraTrigger> kTriggerNames[] = {{"free run", CameraTrigger::kFreeRun},
                                                                   {"software", CameraTrigger::kSoftware},
                                                                   {"hardware", CameraTrigger::kHardware}};

}  // namespace

void GenicamCamera::add_properties() {
  add_identity_properties();
  add_image_properties();
  add_trigger_properties();
  add_output_property();
  add_number("temperature", "°C", "DeviceTemperature");
  if (arv_camera_is_gv_device(camera_.get())) {
    add_integer("packet-size", "byte", "GevSCPSPacketSize");
    add_integer("packet-delay", "", "GevSCPD");
  } else {
    add_integer("link-limit", "byte/s", "DeviceLinkThroughputLimit");
  }
}

void GenicamCamera::add_identity_properties() {
  const auto add = [this](const std::string& name, const std::string& value, const std::string& help) {
    if (!value.empty()) add_property([=] { return Property{name, "", value, true, {}, {}, {}, help}; });
  };
  add("vendor", identity_.vendor, "who made the camera");
  add("model", identity_.model, "its model");
  add("serial", identity_.serial, "its serial number");
  add("firmware", identity_.firmware, "its firmware or hardware version");
}

void GenicamCamera::add_image_properties() {
  if (!exposure_node_.empty())
    add_property(
        [this] {
          const Range range = exposure_range_ms();
          return Property{
              "exposure", "ms", exposure_ms(), false, range.lowest, range.highest, {}, "time the shutter is open"};
        },
        [this](const PropertyValue& value) { set_exposure_ms(std::get<double>(value)); });
  if (nodes().has("Gain"))
    add_number("gain", "dB", "Gain");
  else
    add_integer("gain-raw", "", "GainRaw");
  add_number("black-level", "", "BlackLevel");
  add_property(
      [this] {
        return Property{"pixel-format",
                        "",
                        nodes().text("PixelFormat"),
                        false,
                        {},
                        {},
                        monochrome_formats(),
                        "bits per pixel on the way to the computer"};
      },
      [this](const PropertyValue& value) { set_pixel_format(std::get<std::string>(value)); });
  add_region_property("region-x", "OffsetX", &CameraRegion::x);
  add_region_property("region-y", "OffsetY", &CameraRegion::y);
  add_region_property("region-width", "Width", &CameraRegion::width);
  add_region_property("region-height", "Height", &CameraRegion::height);
  add_frame_rate_property();
}

// Off until it is set: a camera runs as fast as it can, or as its trigger says.
void GenicamCamera::add_frame_rate_property() {
  const std::string node = nodes().first_of({"AcquisitionFrameRate", "AcquisitionFrameRateAbs"});
  if (node.empty()) return;
  add_property(
      [this, node] {
        const Range range = nodes().number_range(node);
        return Property{"frame-rate",
                        "Hz",
                        nodes().number(node),
                        false,
                        range.lowest,
                        range.highest,
                        {},
                        "of the free run, once it is set"};
      },
      [this, node](const PropertyValue& value) {
        if (nodes().writable("AcquisitionFrameRateEnable")) nodes().set_flag("AcquisitionFrameRateEnable", true);
        nodes().set_number(node, std::get<double>(value));
      });
}

void GenicamCamera::add_region_property(const std::string& name, const std::string& node, Index CameraRegion::*edge) {
  if (!nodes().has(node)) return;
  add_property(
      [this, name, node] {
        const auto range = nodes().integer_range(node);
        return Property{name,
                        "px",
                        nodes().integer(node),
                        false,
                        static_cast<double>(range.lowest),
                        static_cast<double>(range.highest),
                        {},
                        nodes().description(node)};
      },
      [this, edge](const PropertyValue& value) {
        CameraRegion changed = region();
        changed.*edge = static_cast<Index>(std::get<std::int64_t>(value));
        set_region(changed);
      });
}

void GenicamCamera::add_trigger_properties() {
  if (!nodes().has("TriggerMode")) return;
  add_property(
      [this] {
        Property property{"trigger", "", std::string(), false, {}, {}, {}, "what starts an exposure"};
        const auto modes = capabilities().triggers;
        for (const auto& [name, mode] : kTriggerNames) {
          if (std::ranges::find(modes, mode) != modes.end()) property.choices.emplace_back(name);
          if (mode == trigger_mode()) property.value = std::string(name);
        }
        return property;
      },
      [this](const PropertyValue& value) {
        for (const auto& [name, mode] : kTriggerNames)
          if (name == std::get<std::string>(value)) set_trigger(mode);
      });
  if (!trigger_lines().empty())
    add_property(
        [this] {
          return Property{
              "trigger-line", "", trigger_line(), false, {}, {}, trigger_lines(), "input of the hardware trigger"};
        },
        [this](const PropertyValue& value) {
          refuse_while_streaming();
          chosen_line_ = std::get<std::string>(value);
          if (trigger_mode() == CameraTrigger::kHardware) set_trigger_source(chosen_line_);
        });
  add_choice("trigger-edge", "TriggerActivation");
}

void GenicamCamera::add_output_property() {
  if (!nodes().has("UserOutputValue")) return;
  add_property(
      [this] {
        return Property{"user-output",
                        "",
                        nodes().flag("UserOutputValue"),
                        false,
                        {},
                        {},
                        {},
                        "level of the output that a shutter may hang on"};
      },
      [this](const PropertyValue& value) { nodes().set_flag("UserOutputValue", std::get<bool>(value)); });
}

void GenicamCamera::add_number(const std::string& name, const std::string& unit, const std::string& node) {
  if (node.empty() || !nodes().has(node)) return;
  const Read read = [this, name, unit, node] {
    Property property{name, unit, nodes().number(node), false, {}, {}, {}, nodes().description(node)};
    const Range range = nodes().number_range(node);
    property.minimum = range.lowest;
    property.maximum = range.highest;
    return property;
  };
  const Write write = [this, node](const PropertyValue& value) { nodes().set_number(node, std::get<double>(value)); };
  add_property(read, nodes().writable(node) ? write : Write());
}

void GenicamCamera::add_integer(const std::string& name, const std::string& unit, const std::string& node) {
  if (!nodes().has(node)) return;
  const Read read = [this, name, unit, node] {
    const auto range = nodes().integer_range(node);
    return Property{name,
                    unit,
                    nodes().integer(node),
                    false,
                    static_cast<double>(range.lowest),
                    static_cast<double>(range.highest),
                    {},
                    nodes().description(node)};
  };
  const Write write = [this, node](const PropertyValue& value) {
    nodes().set_integer(node, std::get<std::int64_t>(value));
  };
  add_property(read, nodes().writable(node) ? write : Write());
}

void GenicamCamera::add_choice(const std::string& name, const std::string& node) {
  if (!nodes().has(node)) return;
  const Read read = [this, name, node] {
    return Property{name, "", nodes().text(node), false, {}, {}, nodes().choices(node), nodes().description(node)};
  };
  const Write write = [this, node](const PropertyValue& value) {
    nodes().set_text(node, std::get<std::string>(value));
  };
  add_property(read, nodes().writable(node) ? write : Write());
}

}  // namespace tomocyte
