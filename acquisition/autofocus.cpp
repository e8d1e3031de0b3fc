#include "acquisition/autofocus.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <opencv2/core.hpp>

#include "acquisition/plane.h"
#include "acquisition/safe_state.h"
#include "core/error.h"

namespace tomocyte {
namespace {

constexpr double kProfileUm = 5.0;  // 1/e radius of the blur that leaves the beam's profile
constexpr double kStandsOut = 0.7;  // least contrast in focus, relative to the lower end of the range

// The order moved to zero frequency, with what lies outside the pupil cut off.
Plane demodulated(View<const std::uint16_t, 2> hologram, const OpticalSetup& setup, const WaveVector& order) {
  const Shape<2> shape = hologram.shape();
  Plane plane{Array<std::complex<float>, 2>(shape), setup.pixel_size_um};
  for (Index y = 0; y < shape[0]; ++y)
    for (Index x = 0; x < shape[1]; ++x) {
      const double phase = -(order.x * static_cast<double>(x) + order.y * static_cast<double>(y)) * setup.pixel_size_um;
      plane.field(y, x) = std::polar(static_cast<float>(hologram(y, x)), static_cast<float>(phase));
    }
  const double radius = setup.pupil_radius();
  filter_in_place(plane, make_filter(shape, plane.pixel_um, [radius](double kx, double ky) {
                           return std::complex<double>(std::hypot(kx, ky) <= radius ? 1.0 : 0.0);
                         }).view());
  return plane;
}

Array<float, 2> flat_amplitude(const Plane& plane) {
  const Shape<2> shape = plane.field.shape();
  Plane slow{Array<std::complex<float>, 2>(shape), plane.pixel_um};
  Array<float, 2> amplitude(shape);
  for (Index i = 0; i < amplitude.size(); ++i) {
    amplitude.data()[i] = std::abs(plane.field.data()[i]);
    slow.field.data()[i] = amplitude.data()[i];
  }
  filter_in_place(slow, make_filter(shape, plane.pixel_um, [](double kx, double ky) {
                          return std::complex<double>(std::exp(-(kx * kx + ky * ky) * kProfileUm * kProfileUm / 4.0));
                        }).view());
  for (Index i = 0; i < amplitude.size(); ++i) amplitude.data()[i] /= std::max(1e-6F, slow.field.data()[i].real());
  return amplitude;
}

std::size_t most_normal(const std::vector<WaveVector>& illumination) {
  return static_cast<std::size_t>(
      std::ranges::min_element(illumination, {}, [](const WaveVector& k) { return std::hypot(k.x, k.y); }) -
      illumination.begin());
}

// In steps from the middle of three.
double parabola_vertex(double below, double middle, double above) {
  const double curvature = below - 2.0 * middle + above;
  return curvature > 0.0 ? 0.5 * (below - above) / curvature : 0.0;
}

}  // namespace

double amplitude_contrast(View<const std::uint16_t, 2> hologram, const OpticalSetup& setup, const WaveVector& order) {
  const Array<float, 2> amplitude = flat_amplitude(demodulated(hologram, setup, order));
  const Index height = amplitude.shape(0);
  const Index width = amplitude.shape(1);
  double sum = 0.0;
  double squares = 0.0;
  double count = 0.0;
  // The border wraps around in the transform.
  for (Index y = height / 4; y < height - height / 4; ++y)
    for (Index x = width / 4; x < width - width / 4; ++x) {
      sum += amplitude(y, x);
      squares += static_cast<double>(amplitude(y, x)) * amplitude(y, x);
      count += 1.0;
    }
  const double mean = sum / count;
  return std::sqrt(std::max(0.0, squares / count - mean * mean)) / mean;
}

Focus autofocus(const Instrument& instrument, const ScanPlan& plan, const PlanOptics& optics,
                const FocusCallback& on_contrast, const Progress& progress) {
  const std::size_t pattern = most_normal(plan.illumination);
  const WaveVector& k = plan.illumination[pattern];
  const WaveVector order{k.x - optics.carrier->x, k.y - optics.carrier->y};
  const StagePosition start = instrument.stage.position();
  const double step = plan.options.autofocus_step_um;
  const int half = static_cast<int>(std::floor(plan.options.autofocus_range_um / 2.0 / step));
  const auto at = [&](double offset_um) { return StagePosition{start.x_um, start.y_um, start.z_um + offset_um}; };
  std::vector<double> contrast;
  instrument.modulator.display(pattern);
  for (int i = -half; i <= half; ++i) {
    progress.report(static_cast<double>(i + half) / static_cast<double>(2 * half + 1));
    instrument.stage.move_to(at(i * step));
    const LightOn light(instrument.light);
    contrast.push_back(amplitude_contrast(instrument.camera.snap().counts.view(), optics.setup, order));
    if (on_contrast) on_contrast(at(i * step).z_um, contrast.back());
  }
  const auto best = static_cast<int>(std::ranges::min_element(contrast) - contrast.begin());
  // Far from focus, and where there is no cell, the contrast has shallow minima that mean nothing.
  const bool stands_out =
      contrast[static_cast<std::size_t>(best)] < kStandsOut * std::min(contrast.front(), contrast.back());
  if (best == 0 || best == 2 * half || !stands_out)
    throw DeviceError(fmt::format("autofocus found no focus within {} µm of z = {} µm", half * step, start.z_um),
                      "Focus by hand, widen the range of autofocus, or check that a cell lies in the field.");
  const auto index = static_cast<std::size_t>(best);
  const double offset_um =
      step * (best - half + parabola_vertex(contrast[index - 1], contrast[index], contrast[index + 1]));
  instrument.stage.move_to(at(offset_um));
  return {start.z_um + offset_um, 2 * half + 1};
}

}  // namespace tomocyte
