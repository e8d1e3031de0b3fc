#include "reconstruction/carrier.h"

#include <fmt/format.h>

#include <cmath>
#include <complex>
#include <numbers>

#include "core/compute/torch_device.h"
#include "core/error.h"
#include "reconstruction/bin_frequency.h"

namespace tomocyte {
namespace {

std::vector<double> hann(Index n) {
  std::vector<double> window(static_cast<std::size_t>(n));
  for (Index i = 0; i < n; ++i)
    window[static_cast<std::size_t>(i)] =
        0.5 - 0.5 * std::cos(2.0 * M_PI * static_cast<double>(i) / static_cast<double>(n));
  return window;
}

// Power of the frame under a Hann window, the half kx >= 0 of it.
at::Tensor windowed_power(View<const std::uint16_t, 2> frame, double mean) {
  const std::vector<double> window_y = hann(frame.shape(0));
  const std::vector<double> window_x = hann(frame.shape(1));
  at::Tensor image = at::empty({frame.shape(0), frame.shape(1)}, at::kFloat);
  float* out = image.data_ptr<float>();
  for (Index y = 0; y < frame.shape(0); ++y)
    for (Index x = 0; x < frame.shape(1); ++x)
      *out++ = static_cast<float>((frame(y, x) - mean) * window_y[static_cast<std::size_t>(y)] *
                                  window_x[static_cast<std::size_t>(x)]);
  return at::fft_rfft2(image).abs().square().contiguous();
}

// Where the parabola through three log powers has its top, in bins from the middle one.
double parabola_top(double below, double middle, double above) {
  const double curvature = below - 2.0 * middle + above;
  return curvature < 0.0 ? 0.5 * (below - above) / curvature : 0.0;
}

// What refine() weighs one axis with: the window times the wave taken off, and that times the distance from the middle.
struct AxisWeights {
  std::vector<std::complex<double>> even;
  std::vector<std::complex<double>> odd;
  double variance = 0.0;  // of the window, pixels²

  AxisWeights(Index n, double phase_per_pixel) {
    const std::vector<double> window = hann(n);
    double sum = 0.0;
    for (Index i = 0; i < n; ++i) {
      const double weight = window[static_cast<std::size_t>(i)];
      const double from_middle = static_cast<double>(i) - 0.5 * static_cast<double>(n);
      even.push_back(weight * std::polar(1.0, -phase_per_pixel * from_middle));
      odd.push_back(from_middle * even.back());
      sum += weight;
      variance += weight * from_middle * from_middle;
    }
    variance /= sum;
  }
};

// Newton's step to the top of the windowed spectrum's peak: with the wave taken off, what tilt d is left makes the
// first moment i·d·variance times the sum.
WaveVector refine(View<const std::uint16_t, 2> frame, double mean, double pixel, WaveVector k) {
  constexpr int kSteps = 3;
  for (int step = 0; step < kSteps; ++step) {
    const AxisWeights weights_y(frame.shape(0), k.y * pixel);
    const AxisWeights weights_x(frame.shape(1), k.x * pixel);
    std::complex<double> sum;
    std::complex<double> moment_y;
    std::complex<double> moment_x;
    for (Index y = 0; y < frame.shape(0); ++y) {
      std::complex<double> row;
      std::complex<double> row_moment;
      for (Index x = 0; x < frame.shape(1); ++x) {
        const double value = frame(y, x) - mean;
        row += value * weights_x.even[static_cast<std::size_t>(x)];
        row_moment += value * weights_x.odd[static_cast<std::size_t>(x)];
      }
      sum += row * weights_y.even[static_cast<std::size_t>(y)];
      moment_y += row * weights_y.odd[static_cast<std::size_t>(y)];
      moment_x += row_moment * weights_y.even[static_cast<std::size_t>(y)];
    }
    k.x += (moment_x / sum).imag() / (weights_x.variance * pixel);
    k.y += (moment_y / sum).imag() / (weights_y.variance * pixel);
  }
  return k;
}

// Mean and scatter of (sign · order) - k over the angles.
struct Offset {
  WaveVector mean;
  double scatter = 0.0;
};

Offset offset_of(const std::vector<WaveVector>& orders, const std::vector<WaveVector>& k, double sign) {
  Offset offset;
  const auto n = static_cast<double>(orders.size());
  for (std::size_t i = 0; i < orders.size(); ++i) {
    offset.mean.x += (sign * orders[i].x - k[i].x) / n;
    offset.mean.y += (sign * orders[i].y - k[i].y) / n;
  }
  for (std::size_t i = 0; i < orders.size(); ++i)
    offset.scatter +=
        std::hypot(sign * orders[i].x - k[i].x - offset.mean.x, sign * orders[i].y - k[i].y - offset.mean.y) / n;
  return offset;
}

WaveVector mean_of(const std::vector<WaveVector>& vectors) {
  const std::vector<WaveVector> zero(vectors.size());
  return offset_of(vectors, zero, 1.0).mean;
}

// The orders of all frames, all on the side of the first: a tilt of the illumination moves an order by less than |q|.
std::vector<WaveVector> find_orders(const HologramStack& stack) {
  const Array<std::uint16_t, 3>& frames = stack.background.empty() ? stack.holograms : stack.background;
  const double above = 0.35 * stack.setup.pupil_radius();
  std::vector<WaveVector> orders;
  for (Index i = 0; i < frames.shape(0); ++i) {
    WaveVector order = find_order(frames[i], stack.setup.pixel_size_um, above);
    if (!orders.empty() && order.x * orders[0].x + order.y * orders[0].y < 0.0) order = {-order.x, -order.y};
    orders.push_back(order);
  }
  return orders;
}

void check_separation(const WaveVector& q, const OpticalSetup& setup) {
  constexpr double kTolerance = 0.98;
  const double largest = largest_pupil(q, setup.pixel_size_um);
  if (largest >= kTolerance * setup.pupil_radius()) return;
  const double length = std::hypot(q.x, q.y);
  const double needed = 3.0 * setup.pupil_radius();
  const double aperture = std::floor(100.0 * largest / setup.k0()) / 100.0;
  const std::string reason = length < kTolerance * needed
                                 ? fmt::format("its carrier is {:.2f} rad/µm, {:.2f} are needed for NA {}", length,
                                               needed, setup.numerical_aperture)
                                 : fmt::format("its carrier of {:.2f} rad/µm is too fine for pixels of {} µm at NA {}",
                                               length, setup.pixel_size_um, setup.numerical_aperture);
  throw InputError(
      fmt::format("the orders of the hologram overlap: {}; up to NA {:.2f} they are apart", reason, aperture),
      fmt::format("If the light fills no more than that, give --numerical-aperture {:.2f} (finer detail is then cut "
                  "off); otherwise record the hologram with another tilt of the reference beam.",
                  aperture));
}

// Strongest bin of the half spectrum kx >= 0 outside of `search_above`.
struct Peak {
  double power = 0.0;
  Index y = 0;
  Index x = 0;
};

Peak strongest_bin(const at::Tensor& power, const Shape<2>& frame, double pixel, double search_above) {
  const float* values = power.data_ptr<float>();
  Peak best;
  for (Index y = 0; y < power.size(0); ++y)
    for (Index x = 0; x < power.size(1); ++x) {
      const double value = values[y * power.size(1) + x];
      if (value <= best.power) continue;
      const double kx = bin_frequency(x, frame[1], pixel);
      const double ky = bin_frequency(y, frame[0], pixel);
      if (kx * kx + ky * ky >= search_above * search_above) best = {value, y, x};
    }
  return best;
}

// A peak is a carrier when noise alone would give one as strong in less than one frame in a million (the power of white
// noise is distributed exponentially over the bins, its median is ln 2 of its mean) and rounding would not at all.
void check_stands_out(const Peak& peak, const at::Tensor& power, const Shape<2>& frame) {
  constexpr double kChance = 1e-6;
  constexpr double kFaintestFringe = 0.01;  // counts
  const auto bins = static_cast<double>(power.numel());
  const double by_chance = std::log(bins / kChance) / std::numbers::ln2 * power.median().item<double>();
  const double amplitude = 8.0 * std::sqrt(peak.power) / static_cast<double>(element_count(frame));
  if (peak.power > by_chance && amplitude > kFaintestFringe) return;
  throw InputError("no carrier was found: the hologram shows no fringes",
                   "Check that the reference beam is open and the fringes are sharp, or give the carrier in the "
                   "file (carrier_rad_per_um).");
}

}  // namespace

double largest_pupil(const WaveVector& q, double pixel_size_um) {
  const double period = 2.0 * M_PI / pixel_size_um;
  double radius = period;
  for (int my = -1; my <= 1; ++my)
    for (int mx = -1; mx <= 1; ++mx) {
      // The zero order is the autocorrelation of the pupil, twice as wide; the conjugate order is as wide as this one.
      const double to_zero = std::hypot(q.x + mx * period, q.y + my * period);
      const double to_conjugate = std::hypot(2.0 * q.x + mx * period, 2.0 * q.y + my * period);
      radius = std::min({radius, to_zero / 3.0, to_conjugate / 2.0});
    }
  return radius;
}

WaveVector find_order(View<const std::uint16_t, 2> frame, double pixel_size_um, double search_above) {
  double mean = 0.0;
  for (Index y = 0; y < frame.shape(0); ++y)
    for (Index x = 0; x < frame.shape(1); ++x) mean += frame(y, x);
  mean /= static_cast<double>(frame.size());
  const at::Tensor power = windowed_power(frame, mean);
  const Peak peak = strongest_bin(power, frame.shape(), pixel_size_um, search_above);
  check_stands_out(peak, power, frame.shape());

  const Index ny = frame.shape(0);
  const Index nx = frame.shape(1);
  const float* values = power.data_ptr<float>();
  const auto log_power = [&](Index y, Index x) {
    if (x < 0 || x > nx / 2) {  // the other half is this one mirrored
      x = nx - (x + nx) % nx;
      y = -y;
    }
    return std::log(static_cast<double>(values[(y + 2 * ny) % ny * power.size(1) + x]) + 1e-30);
  };
  const double top = std::log(peak.power);
  const double bin_y = 2.0 * M_PI / (static_cast<double>(ny) * pixel_size_um);
  const double bin_x = 2.0 * M_PI / (static_cast<double>(nx) * pixel_size_um);
  const WaveVector coarse{bin_frequency(peak.x, nx, pixel_size_um) +
                              bin_x * parabola_top(log_power(peak.y, peak.x - 1), top, log_power(peak.y, peak.x + 1)),
                          bin_frequency(peak.y, ny, pixel_size_um) +
                              bin_y * parabola_top(log_power(peak.y - 1, peak.x), top, log_power(peak.y + 1, peak.x))};
  const WaveVector order = refine(frame, mean, pixel_size_um, coarse);
  return order.y > 0.0 || (order.y == 0.0 && order.x > 0.0) ? WaveVector{-order.x, -order.y} : order;
}

Carrier find_carrier(const HologramStack& stack) {
  Carrier carrier;
  carrier.illumination = stack.illumination;
  carrier.illumination_estimated = stack.illumination.empty();
  if (stack.carrier && !stack.illumination.empty()) {
    carrier.reference = *stack.carrier;
    check_separation(carrier.reference, stack.setup);
    return carrier;
  }
  std::vector<WaveVector> orders = find_orders(stack);
  if (!stack.illumination.empty()) {
    // An order lies at k_i - q or, on the conjugate side, at q - k_i; only one fits all angles.
    const Offset plus = offset_of(orders, stack.illumination, 1.0);
    const Offset minus = offset_of(orders, stack.illumination, -1.0);
    const WaveVector& mean = plus.scatter <= minus.scatter ? plus.mean : minus.mean;
    carrier.reference = {-mean.x, -mean.y};
    const double bin = 2.0 * M_PI / (static_cast<double>(stack.holograms.shape(2)) * stack.setup.pixel_size_um);
    carrier.side_known = std::abs(plus.scatter - minus.scatter) > 0.5 * bin;
  } else {
    WaveVector centre = mean_of(orders);
    carrier.side_known = stack.carrier.has_value();
    if (stack.carrier) {
      if (centre.x * stack.carrier->x + centre.y * stack.carrier->y > 0.0)
        for (WaveVector& order : orders) order = {-order.x, -order.y};
      centre = {-stack.carrier->x, -stack.carrier->y};
    }
    carrier.reference = {-centre.x, -centre.y};
    for (const WaveVector& order : orders) carrier.illumination.push_back({order.x - centre.x, order.y - centre.y});
  }
  check_separation(carrier.reference, stack.setup);
  return carrier;
}

}  // namespace tomocyte
