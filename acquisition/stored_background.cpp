#include "acquisition/stored_background.h"

#include <fmt/format.h>

#include "acquisition/journal/crc32c.h"
#include "core/error.h"

namespace tomocyte {
namespace {

std::string table_checksum(const ScanPlan& plan) {
  std::vector<double> table;
  for (const WaveVector& k : plan.illumination) table.insert(table.end(), {k.x, k.y});
  table.push_back(plan.time_multiplexed ? 1.0 : 0.0);
  return fmt::format("crc32c:{:08x}", crc32c(std::as_bytes(std::span(table))));
}

std::string region_text(const CameraRegion& region) {
  return fmt::format("{} x {} at ({}, {})", region.height, region.width, region.y, region.x);
}

// The property of this name, where the device has it.
std::optional<std::string> property_text(const Device& device, const std::string& name) {
  for (const Property& property : device.properties())
    if (property.name == name) return to_string(property.value);
  return std::nullopt;
}

// The camera's exposure as the plan wants it, for as long as this lives.
class PlannedExposure {
 public:
  PlannedExposure(Camera& camera, double exposure_ms) : camera_(camera), before_ms_(camera.exposure_ms()) {
    camera_.set_exposure_ms(exposure_ms);
  }
  ~PlannedExposure() {
    try {
      camera_.set_exposure_ms(before_ms_);
    } catch (const std::exception&) {
      // A camera that is gone cannot be restored; the scan says that it is gone.
    }
  }
  PlannedExposure(const PlannedExposure&) = delete;
  PlannedExposure& operator=(const PlannedExposure&) = delete;

 private:
  Camera& camera_;
  double before_ms_;
};

}  // namespace

RecordedConditions scan_conditions(const Instrument& instrument, const ScanPlan& plan,
                                   const ScanDescription& description) {
  const Camera& camera = instrument.camera;
  const DeviceIdentity identity = camera.identity();
  const OpticalSetup& setup = description.setup;
  using enum ValueSource;
  RecordedConditions conditions{utc_now(), {}};
  auto& values = conditions.values;
  values = {{"simulated", "", std::string(description.simulated ? "yes" : "no"), kSet},
            {"camera", "", fmt::format("{} {} {}", identity.vendor, identity.model, identity.serial), kSet},
            {"region", "pixels", region_text(camera.region()), kSet},
            {"exposure", "ms", camera.exposure_ms(), kSet},
            {"bit depth", "bit", static_cast<double>(camera.bit_depth()), kSet},
            {"wavelength", "µm", setup.wavelength_um, kTyped},
            {"medium index", "", setup.medium_index, kTyped},
            {"pixel size", "µm", setup.pixel_size_um, kTyped},
            {"pattern table", "", table_checksum(plan), kSet}};
  if (camera.capabilities().gain_db) values.push_back({"gain", "dB", camera.gain_db(), kSet});
  if (auto format = property_text(camera, "pixel-format")) values.push_back({"pixel format", "", *format, kSet});
  values.insert(values.end(), description.conditions.begin(), description.conditions.end());
  return conditions;
}

void check_background(const StoredBackground& background, const Instrument& instrument, const ScanPlan& plan,
                      const ScanDescription& description) {
  const PlannedExposure exposure(instrument.camera, plan.options.exposure_ms);
  std::string reason =
      why_not_reusable(background.conditions, scan_conditions(instrument, plan, description), plan.options.max_age_h);
  const Shape<2> frame = instrument.camera.frame_shape();
  const Shape<3> needed = {plan.angles(), frame[0], frame[1]};
  if (reason.empty() && background.frames.shape() != needed)
    reason = fmt::format("it is {}, the scan needs {}", to_string(background.frames.shape()), to_string(needed));
  if (!reason.empty())
    throw InputError(fmt::format("the background of {} does not fit this scan: {}", background.source, reason),
                     "Acquire a new background, or set the instrument as it was.");
}

}  // namespace tomocyte
