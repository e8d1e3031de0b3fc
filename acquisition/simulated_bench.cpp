#include "acquisition/simulated_bench.h"

#include <fmt/format.h>

#include <cmath>
#include <future>
#include <numbers>
#include <thread>

#include "acquisition/interferogram.h"
#include "core/error.h"

namespace tomocyte {
namespace {

constexpr double kSiteReach = 15.0;       // µm; a site further off shows nothing of itself
constexpr double kGuard = 3.2;            // µm of empty sample around the camera's view on each side
constexpr double kStrayZeroOrder = 0.03;  // amplitude that a binary pattern leaks, relative to the steered wave

PropagationGrid grid_for(const OpticalSetup& setup, Index camera_pixels, double slice_um) {
  PropagationGrid grid;
  grid.pixel_um = setup.pixel_size_um;
  grid.slice_um = slice_um;
  grid.pixels = camera_pixels + 2 * static_cast<Index>(std::ceil(kGuard / setup.pixel_size_um));
  return grid;
}

// The pattern that stands on the DMD when it was told to show `index`.
std::size_t on_the_mirrors(std::size_t index, std::size_t patterns, bool swapped) {
  if (!swapped || patterns < 4 || (index != 2 && index != 3)) return index;
  return index == 2 ? 3 : 2;
}

}  // namespace

SimulatedBench::SimulatedBench(const OpticalSetup& setup, Index camera_pixels, std::vector<SlideSite> slide,
                               double slice_um)
    : setup_(setup),
      slide_(std::move(slide)),
      grid_(grid_for(setup, camera_pixels, slice_um)),
      carrier_(reference_carrier(setup)) {}

void SimulatedBench::place_sample(const StagePosition& position) {
  const std::lock_guard lock(mutex_);
  stage_ = position;
  sample_.reset();
  fields_.clear();
}

// Only when somebody looks: slicing takes seconds.
void SimulatedBench::slice_sample() {
  focus_shift_um_ = faults_.focus_shift_um;
  std::vector<Phantom> visible;
  for (const SlideSite& site : slide_) {
    const Eigen::Vector3d shift(site.position.x_um - stage_.x_um, site.position.y_um - stage_.y_um,
                                site.position.z_um - stage_.z_um + focus_shift_um_);
    if (shift.head<2>().cwiseAbs().maxCoeff() > kSiteReach) continue;
    for (Phantom phantom : site.phantoms) {
      phantom.move(shift);
      visible.push_back(std::move(phantom));
    }
  }
  sample_ = std::make_unique<SlicedSample>(visible, setup_, grid_);
}

void SimulatedBench::set_sequence(const std::vector<IlluminationPattern>& sequence) {
  for (const IlluminationPattern& pattern : sequence)
    if (std::hypot(pattern.illumination.x, pattern.illumination.y) >= setup_.pupil_radius())
      throw DeviceError("a pattern's wave does not pass the condenser", "Lower --illumination-na.");
  const std::lock_guard lock(mutex_);
  sequence_ = sequence;
  shown_ = 0;
  fields_.clear();
}

void SimulatedBench::show(std::size_t index) {
  const std::lock_guard lock(mutex_);
  shown_ = index;
}

std::size_t SimulatedBench::shown() const {
  const std::lock_guard lock(mutex_);
  return shown_;
}

void SimulatedBench::set_light(bool on) {
  const std::lock_guard lock(mutex_);
  light_on_ = on;
}

bool SimulatedBench::light_on() const {
  const std::lock_guard lock(mutex_);
  return light_on_;
}

// The light of pattern `index`; as many patterns as there are processors are computed ahead.
const Plane& SimulatedBench::field(std::size_t index) {
  if (const auto found = fields_.find(index); found != fields_.end()) return found->second;
  if (!sample_) slice_sample();
  std::vector<std::pair<std::size_t, std::future<Plane>>> running;
  const std::size_t ahead = std::max(1U, std::thread::hardware_concurrency());
  for (std::size_t i = index; i < std::min(index + ahead, sequence_.size()); ++i)
    if (!fields_.contains(i))
      running.emplace_back(
          i, std::async(std::launch::async, [this, i] { return sample_->image(sequence_[i].illumination); }));
  // A scan goes forwards: what lies behind is not needed again, but the normal wave (0) is for the stray order.
  std::erase_if(fields_, [&](const auto& entry) { return entry.first != 0 && entry.first < index; });
  for (auto& [i, plane] : running) fields_.emplace(i, plane.get());
  return fields_.at(index);
}

Array<float, 2> SimulatedBench::intensity(const Shape<2>& sensor, std::mt19937_64& random) {
  const double reference_phase = std::uniform_real_distribution(-std::numbers::pi, std::numbers::pi)(random);
  const Index pixels = sensor[1];
  const std::lock_guard lock(mutex_);
  if (sequence_.empty()) throw DeviceError("the modulator shows no pattern", "Upload a sequence first.");
  if (faults_.focus_shift_um != focus_shift_um_) {
    sample_.reset();
    fields_.clear();
  }
  const std::size_t shown = on_the_mirrors(shown_, sequence_.size(), faults_.patterns_swapped);
  const IlluminationPattern& pattern = sequence_[shown];
  const Plane& steered = field(shown);
  if (pattern.time_multiplexed || shown == 0)
    return interferogram(steered, pattern.illumination, carrier_, reference_phase, pixels);
  Plane mixed{steered.field.clone(), steered.pixel_um};
  add_zero_order(mixed, pattern.illumination);
  return interferogram(mixed, pattern.illumination, carrier_, reference_phase, pixels);
}

// The undiffracted beam travels along the axis: relative to the steered wave it carries exp(-i k_i·r).
void SimulatedBench::add_zero_order(Plane& plane, const WaveVector& k_i) {
  const Plane& normal = field(0);
  const Index n = plane.field.shape(0);
  for (Index y = 0; y < n; ++y)
    for (Index x = 0; x < n; ++x) {
      const double phase =
          -(k_i.x * static_cast<double>(x - n / 2) + k_i.y * static_cast<double>(y - n / 2)) * plane.pixel_um;
      plane.field(y, x) += normal.field(y, x) * std::complex<float>(std::polar(kStrayZeroOrder, phase));
    }
}

void SimulatedBench::connect_trigger(TriggerLine line) {
  const std::lock_guard lock(trigger_mutex_);
  trigger_line_ = std::move(line);
}

void SimulatedBench::pulse_trigger(double time_s) {
  const std::lock_guard lock(trigger_mutex_);
  if (trigger_line_) trigger_line_(time_s);
}

}  // namespace tomocyte
