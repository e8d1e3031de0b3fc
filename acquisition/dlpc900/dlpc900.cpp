#include "acquisition/dlpc900/dlpc900.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>

#include "acquisition/dlpc900/hidapi_transport.h"
#include "acquisition/dlpc900/lookup_table.h"
#include "core/error.h"

namespace tomocyte::dlpc900 {
namespace {

constexpr std::chrono::milliseconds kStatePatience{50};

void check_planes(int planes) {
  if (planes < 1 || planes > 8) throw InputError(fmt::format("the DMD takes 1 to 8 bit planes, not {}", planes));
}

bool same_table(const PatternTiming& a, const PatternTiming& b) {
  return a.exposure_us == b.exposure_us && a.dark_us == b.dark_us && a.advance == b.advance &&
         a.trigger_out == b.trigger_out && a.repeat == b.repeat;
}

}  // namespace

Dlpc900::Dlpc900(std::unique_ptr<HidTransport> transport, const DmdCalibration& calibration,
                 const Dlpc900Options& options)
    : channel_(std::move(transport), options.channel), calibration_(calibration), options_(options) {
  validate(options_.area);
  check_planes(options_.bit_planes);
  const Hardware hardware = read_hardware(channel_);
  if (hardware.dmd != "DLP6500")
    throw DeviceError(fmt::format("{} drives {}, not a DLP6500", channel_.name(), hardware.dmd),
                      "Connect the DLP6500; other DMDs need other images and timing.");
  firmware_tag_ = hardware.firmware_tag;
  identity_ = {"dlpc900", "Texas Instruments", hardware.dmd, channel_.serial(),
               to_string(read_firmware_version(channel_))};
  wake();
  check_health();
  add_properties();
}

Dlpc900::~Dlpc900() { stop(); }

void Dlpc900::add_text(const char* name, const char* help, std::function<std::string()> read) {
  add_property([this, name, help, read = std::move(read)] {
    const Lock lock(mutex_);
    return Property{name, "", read(), true, {}, {}, {}, help};
  });
}

void Dlpc900::add_properties() {
  add_text("firmware-version", "version of the controller's firmware", [this] { return identity_.firmware; });
  add_text("firmware-tag", "name of the controller's firmware", [this] { return firmware_tag_; });
  add_text("hardware-status", "what the controller reports as wrong",
           [this] { return fmt::format("{}", fmt::join(read_faults(channel_), ", ")); });
  add_text("display-mode", "where the controller takes its pictures from",
           [this] { return to_string(read_display_mode(channel_)); });
  add_property([this] {
    const Lock lock(mutex_);
    return Property{"sequencer-running",
                    "",
                    read_main_status(channel_).sequencer_running,
                    true,
                    {},
                    {},
                    {},
                    "whether patterns are being shown"};
  });
  add_property(
      [this] {
        const Lock lock(mutex_);
        return Property{"bit-planes",
                        "",
                        std::int64_t{options_.bit_planes},
                        false,
                        1,
                        8,
                        {},
                        "binary frames of a time-multiplexed pattern, from the next upload on"};
      },
      [this](const PropertyValue& value) {
        const Lock lock(mutex_);
        options_.bit_planes = static_cast<int>(std::get<std::int64_t>(value));
      });
  add_property(
      [this] {
        const Lock lock(mutex_);
        return Property{"standby",
                        "",
                        read_power_mode(channel_) == PowerMode::kStandby,
                        false,
                        {},
                        {},
                        {},
                        "mirrors parked flat, for when the DMD is not used; loses the uploaded patterns"};
      },
      [this](const PropertyValue& value) {
        const Lock lock(mutex_);
        set_standby(std::get<bool>(value));
      });
}

DeviceState Dlpc900::state() const {
  const std::unique_lock lock(mutex_, kStatePatience);
  if (!lock) return DeviceState::kBusy;
  try {
    if (!read_faults(channel_).empty()) return DeviceState::kFault;
    return read_main_status(channel_).sequencer_running ? DeviceState::kBusy : DeviceState::kReady;
  } catch (const std::exception&) {
    return DeviceState::kDisconnected;
  }
}

void Dlpc900::set_calibration(const DmdCalibration& calibration) {
  const Lock lock(mutex_);
  calibration_ = calibration;
}

std::size_t Dlpc900::capacity() const {
  const Lock lock(mutex_);
  return kMaxLutEntries / static_cast<std::size_t>(options_.bit_planes);
}

int Dlpc900::planes_of(const IlluminationPattern& pattern) const {
  return pattern.time_multiplexed ? options_.bit_planes : 1;
}

GratingVector Dlpc900::grating_of(const IlluminationPattern& pattern) const {
  return calibration_.grating(pattern.illumination);
}

void Dlpc900::upload(const std::vector<IlluminationPattern>& sequence) {
  const Lock lock(mutex_);
  std::vector<int> planes;
  for (const IlluminationPattern& pattern : sequence) {
    check_grating(grating_of(pattern), options_.area);
    planes.push_back(planes_of(pattern));
  }
  // Before the upload, which takes minutes: that the table holds it, at a speed that any number of planes can do.
  PatternTiming timing;
  timing.exposure_us = kMinExposureUs * ((1 << options_.bit_planes) - 1);
  const std::size_t entries = make_lookup_table(planes, timing).size();

  stop_sequence();
  planes_.clear();
  armed_.reset();
  in_table_.reset();
  if (sequence.empty()) return;
  enter_on_the_fly();
  planes_ = planes;
  try {
    write_lookup_table(timing);
    const int images = static_cast<int>((entries + kPatternsPerImage - 1) / kPatternsPerImage);
    for (int image = images - 1; image >= 0; --image) {
      const PackedImage packed = pack_image(sequence, image);
      const Bytes data = options_.compression ? encode_image(packed, *options_.compression) : encode_image(packed);
      load_image(channel_, static_cast<std::uint8_t>(image), data);
    }
    check_mode();
    check_health();
  } catch (...) {
    planes_.clear();
    throw;
  }
}

PackedImage Dlpc900::pack_image(const std::vector<IlluminationPattern>& sequence, int image) const {
  PackedImage packed({options_.area.height, options_.area.width});
  const int begin = image * kPatternsPerImage;
  int at = 0;  // the table entry of the pattern's first plane
  for (const IlluminationPattern& pattern : sequence) {
    const int count = planes_of(pattern);
    if (at < begin + kPatternsPerImage && at + count > begin) {
      std::vector<BinaryPattern> planes;
      if (pattern.time_multiplexed)
        planes = grating_bit_planes(grating_of(pattern), count, options_.area);
      else
        planes.push_back(lee_pattern(grating_of(pattern), options_.area));
      for (int plane = 0; plane < count; ++plane) {
        const int bit = at + plane - begin;
        if (bit >= 0 && bit < kPatternsPerImage) put_pattern(packed, planes[static_cast<std::size_t>(plane)], bit);
      }
    }
    at += count;
  }
  return packed;
}

void Dlpc900::display(std::size_t index) {
  const Lock lock(mutex_);
  require_upload();
  if (index >= planes_.size())
    throw DeviceError(fmt::format("pattern {} was asked for, {} are stored", index, planes_.size()));
  stop_sequence();
  check_mode();
  PatternTiming free_running;
  free_running.exposure_us = kMinExposureUs * ((1 << *std::ranges::max_element(planes_)) - 1);
  if (!in_table_ || !same_table(*in_table_, free_running)) write_lookup_table(free_running);
  const auto first = std::accumulate(planes_.begin(), planes_.begin() + static_cast<std::ptrdiff_t>(index), 0);
  reordered_ = true;
  repeat_entries(channel_, static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(planes_[index]));
  control_sequence(channel_, Sequence::kStart);
  displayed_ = index;
  check_mode();
  check_health();
}

void Dlpc900::arm(const PatternTiming& timing) {
  const Lock lock(mutex_);
  require_upload();
  static_cast<void>(make_lookup_table(planes_, timing));  // impossible timing stops nothing that runs
  stop_sequence();
  check_mode();
  armed_.reset();
  set_trigger_out(channel_, TriggerOutput::kFrame, {});
  set_trigger_out(channel_, TriggerOutput::kStart, {});
  if (timing.advance == PatternAdvance::kTriggerIn) set_trigger_in_1(channel_, 105, false);
  set_trigger_in_2(channel_, false);
  write_lookup_table(timing);
  armed_ = timing;
}

// The images stay valid: number of entries, images and bit positions do not change between two uploads.
void Dlpc900::write_lookup_table(const PatternTiming& timing) {
  const bool defined = in_table_ && same_table(*in_table_, timing);
  if (defined && !reordered_) return;
  const std::vector<LutEntry> table = make_lookup_table(planes_, timing);
  in_table_.reset();
  if (!defined)
    for (const LutEntry& entry : table) define_pattern(channel_, entry);
  const auto entries = static_cast<std::uint16_t>(table.size());
  const LutConfiguration wanted{entries, timing.repeat ? 0U : entries};
  configure_lut(channel_, wanted);
  if (read_lut_configuration(channel_) != wanted)
    throw DeviceError(fmt::format("{} did not keep its lookup table of {} patterns", channel_.name(), entries),
                      "Upload the patterns again.");
  in_table_ = timing;
  reordered_ = false;
}

void Dlpc900::start() {
  const Lock lock(mutex_);
  if (!armed_) throw DeviceError(fmt::format("{} is not armed", channel_.name()), "Arm it first.");
  stop_sequence();
  check_mode();
  write_lookup_table(*armed_);
  control_sequence(channel_, Sequence::kStart);
  started_ = true;
  check_mode();
  check_health();
}

void Dlpc900::stop() noexcept {
  try {
    const Lock lock(mutex_);
    started_ = false;
    displayed_.reset();
    // A stopped sequence leaves all mirrors off. TI's idle mode is no way to blank them: it flips them at 50 % and
    // relies on the LEDs being off, and a laser is not.
    control_sequence(channel_, Sequence::kStop);
  } catch (const std::exception&) {
    return;  // gone or silent: there is nothing left to stop
  }
}

bool Dlpc900::running() const {
  const Lock lock(mutex_);
  if (!started_) return false;
  check_mode();
  return read_main_status(channel_).sequencer_running;
}

std::optional<std::size_t> Dlpc900::reported_index() const {
  const Lock lock(mutex_);
  if (!displayed_) return std::nullopt;
  try {
    const bool shows =
        read_display_mode(channel_) == DisplayMode::kOnTheFly && read_main_status(channel_).sequencer_running;
    return shows ? displayed_ : std::nullopt;
  } catch (const DeviceError&) {
    return std::nullopt;
  }
}

void Dlpc900::wake() {
  if (read_power_mode(channel_) == PowerMode::kNormal) return;
  set_power_mode(channel_, PowerMode::kNormal);
  for (int i = 0; i < channel_.timing().polls; ++i) {
    if (read_power_mode(channel_) == PowerMode::kNormal && !read_main_status(channel_).mirrors_parked) return;
    channel_.pause();
  }
  throw DeviceError(fmt::format("{} does not wake from standby", channel_.name()), "Switch it off and on.");
}

void Dlpc900::set_standby(bool standby) {
  if (!standby) return wake();
  stop_sequence();
  planes_.clear();
  armed_.reset();
  in_table_.reset();
  set_power_mode(channel_, PowerMode::kStandby);
}

void Dlpc900::enter_on_the_fly() {
  set_display_mode(channel_, DisplayMode::kOnTheFly);
  for (int i = 0; i < channel_.timing().polls; ++i) {
    if (read_display_mode(channel_) == DisplayMode::kOnTheFly) return;
    channel_.pause();
  }
  throw DeviceError(fmt::format("{} does not enter the pattern mode", channel_.name()), "Switch it off and on.");
}

void Dlpc900::stop_sequence() {
  started_ = false;
  displayed_.reset();
  control_sequence(channel_, Sequence::kStop);
  for (int i = 0; i < channel_.timing().polls; ++i) {
    if (!read_main_status(channel_).sequencer_running) return;
    channel_.pause();
  }
  throw DeviceError(fmt::format("{} is busy: its sequence does not stop", channel_.name()), "Switch it off and on.");
}

void Dlpc900::require_upload() const {
  if (planes_.empty())
    throw DeviceError(fmt::format("{} stores no patterns", channel_.name()), "Upload a sequence first.");
}

void Dlpc900::check_health() const {
  const std::vector<std::string> faults = read_faults(channel_);
  if (!faults.empty())
    throw DeviceError(fmt::format("{} reports: {}", channel_.name(), fmt::join(faults, ", ")),
                      "Switch it off and on; when it happens again, check its firmware and cables.");
}

void Dlpc900::check_mode() const {
  const DisplayMode mode = read_display_mode(channel_);
  if (mode != DisplayMode::kOnTheFly)
    throw DeviceError(
        fmt::format("{} was reset: it shows {} instead of the uploaded patterns", channel_.name(), to_string(mode)),
        "Check its power supply and upload the patterns again.");
}

std::unique_ptr<Dlpc900> open_dlpc900(const DmdCalibration& calibration, const std::string& serial,
                                      const Dlpc900Options& options) {
  return std::make_unique<Dlpc900>(open_controller(serial), calibration, options);
}

}  // namespace tomocyte::dlpc900
