#include "acquisition/genicam/genicam_camera.h"

#include <arv.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "acquisition/genicam/aravis_error.h"
#include "core/error.h"

namespace tomocyte {
namespace {

constexpr std::chrono::milliseconds kSnapPatience(5000);  // beyond the exposure

struct MonochromeFormat {
  const char* name;
  int bits;
};
constexpr MonochromeFormat kFormats[] = {{"Mono8", 8}, {"Mono10", 10}, {"Mono12", 12}, {"Mono14", 14}, {"Mono16", 16}};

int bits_of(const std::string& format) {
  const auto* found = std::ranges::find_if(kFormats, [&](const auto& known) { return format == known.name; });
  return found == std::end(kFormats) ? 0 : found->bits;
}

void check_range(const std::string& camera, const char* what, double value, const Range& range, const char* unit) {
  if (!(value >= range.lowest && value <= range.highest))
    throw InputError(fmt::format("the {} of camera \"{}\" cannot be {} {}; it takes {} to {} {}", what, camera, value,
                                 unit, range.lowest, range.highest, unit));
}

}  // namespace

void ReleaseAravis::operator()(ArvCamera* camera) const { g_object_unref(camera); }

GenicamCamera::GenicamCamera(ArvCameraHandle camera, const std::string& address) : camera_(std::move(camera)) {
  ArvDevice* device = arv_camera_get_device(camera_.get());
  const GenicamNodes asked(device, address);
  const auto text = [&](std::initializer_list<const char*> names) {
    const std::string node = asked.first_of(names);
    return node.empty() ? std::string() : asked.text(node);
  };
  identity_ = {"genicam", text({"DeviceVendorName"}), text({"DeviceModelName"}),
               text({"DeviceSerialNumber", "DeviceID"}), text({"DeviceFirmwareVersion", "DeviceVersion"})};
  nodes_.emplace(device, fmt::format("{} {} ({})", identity_.vendor, identity_.model, address));
  if (ARV_IS_GV_DEVICE(device) && !arv_gv_device_is_controller(ARV_GV_DEVICE(device)))
    throw DeviceError(fmt::format("camera \"{}\" is in use by another program", nodes_->camera()),
                      "Close the other program, then open the camera again.");
  watch_connection();
  prepare();
  add_properties();
}

GenicamCamera::~GenicamCamera() { stop_stream(); }

// Aravis says so from its own thread, and may still do so while this object goes.
void GenicamCamera::watch_connection() {
  const auto lost = +[](ArvDevice*, void* data) {
    Connection& connection = **static_cast<std::shared_ptr<Connection>*>(data);
    const std::lock_guard lock(connection.mutex);
    connection.lost = true;
    connection.changed.notify_all();
  };
  const auto release = +[](void* data, GClosure*) { delete static_cast<std::shared_ptr<Connection>*>(data); };
  g_signal_connect_data(arv_camera_get_device(camera_.get()), "control-lost", G_CALLBACK(lost),
                        new std::shared_ptr<Connection>(connection_), release, GConnectFlags(0));
}

// A camera for measurements: nothing adjusts itself, and pixels are ones that we can read.
void GenicamCamera::prepare() {
  for (const char* automatic : {"ExposureAuto", "GainAuto"})
    if (nodes().writable(automatic)) nodes().set_text(automatic, "Off");
  exposure_node_ = nodes().first_of({"ExposureTime", "ExposureTimeAbs"});
  const auto formats = monochrome_formats();
  if (formats.empty())
    throw DeviceError(fmt::format("camera \"{}\" sends no unpacked monochrome pixels", nodes().camera()),
                      "Use a monochrome camera with one of Mono8, Mono10, Mono12, Mono14, Mono16.");
  if (std::ranges::find(formats, nodes().text("PixelFormat")) == formats.end()) set_pixel_format(formats.front());
}

bool GenicamCamera::lost() const {
  const std::lock_guard lock(connection_->mutex);
  return connection_->lost;
}

const GenicamNodes& GenicamCamera::nodes() const {
  if (lost())
    throw DeviceError(fmt::format("camera \"{}\" was lost", nodes_->camera()),
                      "Check its power and its cable, and that no other program took it; then open it again.");
  return *nodes_;
}

DeviceState GenicamCamera::state() const {
  if (lost()) return DeviceState::kDisconnected;
  return streaming() ? DeviceState::kBusy : DeviceState::kReady;
}

std::vector<std::string> GenicamCamera::monochrome_formats() const {
  std::vector<std::string> formats = nodes().choices("PixelFormat");
  std::erase_if(formats, [](const std::string& format) { return bits_of(format) == 0; });
  std::ranges::sort(formats, {}, bits_of);
  return formats;
}

CameraCapabilities GenicamCamera::capabilities() const {
  CameraCapabilities capabilities;
  const std::string height = nodes().first_of({"SensorHeight", "HeightMax"});
  const std::string width = nodes().first_of({"SensorWidth", "WidthMax"});
  capabilities.sensor = {height.empty() ? nodes().integer_range("Height").highest : nodes().integer(height),
                         width.empty() ? nodes().integer_range("Width").highest : nodes().integer(width)};
  for (const std::string& format : monochrome_formats()) capabilities.bit_depths.push_back(bits_of(format));
  capabilities.triggers.push_back(CameraTrigger::kFreeRun);
  if (nodes().has("TriggerSoftware")) capabilities.triggers.push_back(CameraTrigger::kSoftware);
  if (!trigger_lines().empty()) capabilities.triggers.push_back(CameraTrigger::kHardware);
  if (!exposure_node_.empty()) capabilities.exposure_ms = exposure_range_ms();
  if (nodes().has("Gain")) capabilities.gain_db = nodes().number_range("Gain");
  return capabilities;
}

Shape<2> GenicamCamera::frame_shape() const {
  return {static_cast<Index>(nodes().integer("Height")), static_cast<Index>(nodes().integer("Width"))};
}

int GenicamCamera::bit_depth() const { return bits_of(nodes().text("PixelFormat")); }

void GenicamCamera::set_bit_depth(int bits) {
  const auto depths = capabilities().bit_depths;
  if (std::ranges::find(depths, bits) == depths.end())
    throw InputError(fmt::format("camera \"{}\" has no mode of {} bit; it has {} bit", nodes().camera(), bits,
                                 fmt::join(depths, ", ")));
  set_pixel_format(fmt::format("Mono{}", bits));
}

void GenicamCamera::set_pixel_format(const std::string& format) {
  refuse_while_streaming();
  nodes().set_text("PixelFormat", format);
}

Range GenicamCamera::exposure_range_ms() const {
  const Range range_us = nodes().number_range(exposure_node_);
  return {1e-3 * range_us.lowest, 1e-3 * range_us.highest};
}

void GenicamCamera::set_exposure_ms(double exposure_ms) {
  if (exposure_node_.empty()) throw InputError(fmt::format("camera \"{}\" has no exposure time", nodes().camera()));
  check_range(nodes().camera(), "exposure", exposure_ms, exposure_range_ms(), "ms");
  nodes().set_number(exposure_node_, 1e3 * exposure_ms);
}

double GenicamCamera::exposure_ms() const {
  if (exposure_node_.empty()) throw InputError(fmt::format("camera \"{}\" has no exposure time", nodes().camera()));
  return 1e-3 * nodes().number(exposure_node_);
}

void GenicamCamera::set_gain_db(double gain_db) {
  if (!nodes().has("Gain")) throw InputError(fmt::format("camera \"{}\" has no gain in dB", nodes().camera()));
  check_range(nodes().camera(), "gain", gain_db, nodes().number_range("Gain"), "dB");
  nodes().set_number("Gain", gain_db);
}

double GenicamCamera::gain_db() const {
  if (!nodes().has("Gain")) throw InputError(fmt::format("camera \"{}\" has no gain in dB", nodes().camera()));
  return nodes().number("Gain");
}

void GenicamCamera::set_region(const CameraRegion& region) {
  refuse_while_streaming();
  const Shape<2> sensor = capabilities().sensor;
  const bool inside = region.y >= 0 && region.x >= 0 && region.height > 0 && region.width > 0 &&
                      region.y + region.height <= sensor[0] && region.x + region.width <= sensor[1];
  if (!inside)
    throw InputError(fmt::format(
        "the region of {} x {} pixels at ({}, {}) does not lie on the sensor of camera \"{}\", {} x {} pixels",
        region.height, region.width, region.y, region.x, nodes().camera(), sensor[0], sensor[1]));
  const auto set = [this](const char* node, Index value) {
    const auto range = nodes().integer_range(node);
    const std::int64_t steps = (std::max<std::int64_t>(value, range.lowest) - range.lowest) / range.step;
    nodes().set_integer(node, range.lowest + steps * range.step);
  };
  // How far the size may go depends on the offset, and the other way round.
  const bool has_offset = nodes().has("OffsetX") && nodes().has("OffsetY");
  if (has_offset) {
    set("OffsetX", 0);
    set("OffsetY", 0);
  }
  set("Width", region.width);
  set("Height", region.height);
  if (has_offset) {
    set("OffsetX", region.x);
    set("OffsetY", region.y);
  }
}

CameraRegion GenicamCamera::region() const {
  const auto offset = [this](const char* node) { return nodes().has(node) ? nodes().integer(node) : 0; };
  const Shape<2> shape = frame_shape();
  return {static_cast<Index>(offset("OffsetY")), static_cast<Index>(offset("OffsetX")), shape[0], shape[1]};
}

std::vector<std::string> GenicamCamera::trigger_lines() const {
  if (!nodes().has("TriggerSource")) return {};
  std::vector<std::string> lines = nodes().choices("TriggerSource");
  std::erase_if(lines, [](const std::string& source) { return !source.starts_with("Line"); });
  std::ranges::sort(lines);
  return lines;
}

std::string GenicamCamera::trigger_line() const {
  const auto lines = trigger_lines();
  return !chosen_line_.empty() || lines.empty() ? chosen_line_ : lines.front();
}

void GenicamCamera::set_trigger(CameraTrigger mode) {
  refuse_while_streaming();
  const auto modes = capabilities().triggers;
  if (std::ranges::find(modes, mode) == modes.end())
    throw InputError(fmt::format("camera \"{}\" has no {} trigger", nodes().camera(),
                                 mode == CameraTrigger::kSoftware ? "software" : "hardware"));
  if (mode == CameraTrigger::kSoftware) return set_trigger_source("Software");
  if (mode == CameraTrigger::kHardware) return set_trigger_source(trigger_line());
  if (nodes().has("TriggerMode"))
    ask_aravis(nodes().camera(), "switch the trigger off",
               [&](GError** e) { arv_camera_clear_triggers(camera_.get(), e); });
}

// Aravis knows what each vendor wants, and sets the rising edge: what was chosen before comes back.
void GenicamCamera::set_trigger_source(const std::string& source) {
  const bool has_edge = nodes().writable("TriggerActivation");
  const std::string edge = has_edge ? nodes().text("TriggerActivation") : "";
  ask_aravis(nodes().camera(), "set the trigger to " + source,
             [&](GError** e) { arv_camera_set_trigger(camera_.get(), source.c_str(), e); });
  if (has_edge) nodes().set_text("TriggerActivation", edge);
}

CameraTrigger GenicamCamera::trigger_mode() const {
  if (!nodes().has("TriggerMode")) return CameraTrigger::kFreeRun;
  if (nodes().has("TriggerSelector")) {
    const auto triggers = nodes().choices("TriggerSelector");
    if (std::ranges::find(triggers, "FrameStart") != triggers.end()) nodes().set_text("TriggerSelector", "FrameStart");
  }
  if (nodes().text("TriggerMode") == "Off") return CameraTrigger::kFreeRun;
  return nodes().text("TriggerSource") == "Software" ? CameraTrigger::kSoftware : CameraTrigger::kHardware;
}

std::shared_ptr<FrameStream> GenicamCamera::present_stream() const {
  const std::lock_guard lock(stream_mutex_);
  return stream_;
}

void GenicamCamera::refuse_while_streaming() const {
  if (streaming())
    throw DeviceError(fmt::format("camera \"{}\" streams and cannot change this now", nodes_->camera()),
                      "Stop the live view first.");
}

CameraFrame GenicamCamera::snap() {
  refuse_while_streaming();
  const CameraTrigger mode = trigger_mode();
  const auto patience = kSnapPatience + std::chrono::milliseconds(
                                            static_cast<std::int64_t>(exposure_node_.empty() ? 0.0 : exposure_ms()));
  if (mode != CameraTrigger::kFreeRun) set_trigger(CameraTrigger::kFreeRun);
  std::optional<CameraFrame> frame;
  try {
    start_acquisition(1, "SingleFrame");
    frame = next_frame(patience);
  } catch (...) {
    stop_stream();
    throw;
  }
  stop_stream();
  if (mode != CameraTrigger::kFreeRun) set_trigger(mode);
  if (!frame)
    throw DeviceError(fmt::format("camera \"{}\" sent no picture within {} ms", nodes().camera(), patience.count()),
                      "Check the cable and the network settings, then try again.");
  return std::move(*frame);
}

void GenicamCamera::start_stream(std::size_t buffers) {
  refuse_while_streaming();
  if (buffers == 0) throw InputError("a stream needs at least one buffer");
  start_acquisition(buffers, "Continuous");
}

void GenicamCamera::start_acquisition(std::size_t ring_frames, const char* acquisition_mode) {
  const std::string& name = nodes().camera();
  if (nodes().has("AcquisitionMode")) nodes().set_text("AcquisitionMode", acquisition_mode);
  const auto stream = std::make_shared<FrameStream>(camera_.get(), name, ring_frames, next_number_, connection_);
  ask_aravis(name, "start", [&](GError** e) { arv_camera_start_acquisition(camera_.get(), e); });
  const std::lock_guard lock(stream_mutex_);
  stream_ = stream;
}

std::optional<CameraFrame> GenicamCamera::next_frame(std::chrono::milliseconds timeout) {
  const auto stream = present_stream();
  if (!stream)
    throw DeviceError(fmt::format("camera \"{}\" does not stream", nodes_->camera()),
                      "Start the live view or the scan first.");
  return stream->next(timeout);
}

void GenicamCamera::trigger() {
  if (!streaming() || trigger_mode() != CameraTrigger::kSoftware)
    throw DeviceError(fmt::format("camera \"{}\" does not wait for a software trigger", nodes_->camera()));
  nodes().execute("TriggerSoftware");
}

void GenicamCamera::stop_stream() noexcept {
  const auto stream = present_stream();  // goes at the end, outside of the lock: it waits for Aravis's thread
  if (!stream) return;
  // A camera that does not obey falls silent with its stream: nobody listens.
  if (!lost()) arv_camera_stop_acquisition(camera_.get(), nullptr);
  const std::lock_guard lock(stream_mutex_);
  last_statistics_ = stream->statistics();
  next_number_ = stream->next_number();
  stream_.reset();
}

StreamStatistics GenicamCamera::statistics() const {
  const std::lock_guard lock(stream_mutex_);
  return stream_ ? stream_->statistics() : last_statistics_;
}

}  // namespace tomocyte
