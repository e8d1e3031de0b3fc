#include "acquisition/smear/smear_bench.h"

#include <array>
#include <bit>
#include <cmath>

#include "acquisition/smear/simulated_smear_microscope.h"
#include "acquisition/smear/smear_image.h"

namespace tomocyte {
namespace {

// Power on the sample at 260, 280 and 300 nm, mW (Kaza 2022, section 4.2), relative to the first.
constexpr std::array<double, kSmearFilters.size()> kRelativePower = {1.0, 4.5 / 0.14, 0.22 / 0.14};

// The beam's middle wanders a little with the wavelength: parts of half the field's width (assumed).
constexpr std::array<double, kSmearFilters.size()> kBeamOffset = {0.10, -0.05, 0.15};

double profile(double vignetting, double offset, double u, double v) {
  const double x = u - offset;
  const double y = v + offset / 2.0;
  return 1.0 - vignetting * (x * x + y * y) / 2.0;
}

}  // namespace

SmearBench::SmearBench(SmearSlide slide, const SmearMicroscopeOptions& options, std::uint64_t exposures_before)
    : slide_(std::move(slide)), options_(options), exposures_(exposures_before) {}

void SmearBench::place_sample(const StagePosition& position) {
  const std::lock_guard lock(mutex_);
  position_ = position;
}

void SmearBench::set_light(bool on) {
  const std::lock_guard lock(mutex_);
  light_on_ = on;
}

bool SmearBench::light_on() const {
  const std::lock_guard lock(mutex_);
  return light_on_;
}

void SmearBench::set_filter(int position) {
  const std::lock_guard lock(mutex_);
  filter_ = position;
}

int SmearBench::filter() const {
  const std::lock_guard lock(mutex_);
  return filter_;
}

std::size_t SmearBench::shown() const { return static_cast<std::size_t>(filter()); }

void SmearBench::connect_trigger(TriggerLine line) {
  const std::lock_guard lock(mutex_);
  trigger_line_ = std::move(line);
}

void SmearBench::pulse_trigger(int edges, double period_s) {
  TriggerLine line;
  {
    const std::lock_guard lock(mutex_);
    line = trigger_line_;
  }
  for (int i = 0; line && i < edges; ++i) line(i * period_s);
}

// The same target has the same error: the stage's screw has it, not its control.
SlidePlace SmearBench::place_at(const StagePosition& position) const {
  const auto half = [](double value, int shift) {
    return static_cast<std::uint32_t>(std::bit_cast<std::uint64_t>(value + 0.0) >> shift);
  };
  std::seed_seq sequence{static_cast<std::uint32_t>(slide_.options().seed), half(position.x_um, 32),
                         half(position.x_um, 0), half(position.y_um, 32), half(position.y_um, 0)};
  std::mt19937_64 random(sequence);
  std::normal_distribution<double> normal;
  const double dx = options_.stage_error_um * normal(random);
  const double dy = options_.stage_error_um * normal(random);
  return {options_.stage_scale * position.x_um + dx, options_.stage_scale * position.y_um + dy};
}

double SmearBench::focus_z_um(const StagePosition& position) const {
  const std::lock_guard lock(mutex_);
  return options_.slide_z_um +
         1e-3 * (options_.tilt_x_um_per_mm * position.x_um + options_.tilt_y_um_per_mm * position.y_um) +
         1e-3 * options_.focus_drift_um * static_cast<double>(exposures_);
}

Array<float, 2> SmearBench::intensity(const Shape<2>& sensor, std::mt19937_64& /*random*/) {
  StagePosition position;
  std::size_t filter = 0;
  {
    const std::lock_guard lock(mutex_);
    position = position_;
    filter = static_cast<std::size_t>(filter_ - 1);
  }
  if (filter >= kSmearFilters.size()) return Array<float, 2>(sensor);
  const double wavelength_nm = kSmearFilters[filter];
  // The tilt within one field is a small part of the depth of focus: the field has the focus of its middle.
  const double sigma = blur_sigma_um(wavelength_nm, options_.numerical_aperture, position.z_um - focus_z_um(position));
  const SlidePlace place = place_at(position);
  Array<float, 2> light =
      smear_transmission(slide_, {place.x_um, place.y_um, options_.pixel_size_um, sensor}, wavelength_nm, sigma);
  const auto relative = [](Index i, Index n) { return 2.0 * static_cast<double>(i) / static_cast<double>(n) - 1.0; };
  for (Index y = 0; y < sensor[0]; ++y)
    for (Index x = 0; x < sensor[1]; ++x)
      light(y, x) *=
          static_cast<float>(kRelativePower[filter] * profile(options_.vignetting, kBeamOffset[filter],
                                                              relative(x, sensor[1]), relative(y, sensor[0])));
  const std::lock_guard lock(mutex_);
  ++exposures_;
  return light;
}

}  // namespace tomocyte
