#include "reconstruction/carrier.h"

#include <fmt/format.h>

#include <cmath>
#include <complex>

#include "core/error.h"
#include "reconstruction/torch_device.h"

namespace tomocyte {
namespace {

double bin_frequency(Index i, Index n, double pixel) {
  return 2.0 * M_PI * static_cast<double>(i < (n + 1) / 2 ? i : i - n) / (static_cast<double>(n) * pixel);
}

at::Tensor hann(Index n) {
  return 0.5 - 0.5 * at::cos(at::arange(n, at::kFloat) * (2.0 * M_PI / static_cast<double>(n)));
}

at::Tensor as_floats(View<const std::uint16_t, 2> frame) {
  at::Tensor image = at::empty({frame.shape(0), frame.shape(1)}, at::kFloat);
  float* out = image.data_ptr<float>();
  for (Index y = 0; y < frame.shape(0); ++y)
    for (Index x = 0; x < frame.shape(1); ++x) *out++ = frame(y, x);
  return image;
}

// Where the parabola through three log powers has its top, in bins from the middle one.
double parabola_top(double below, double middle, double above) {
  const double curvature = below - 2.0 * middle + above;
  return curvature < 0.0 ? 0.5 * (below - above) / curvature : 0.0;
}

// With the wave's estimate taken off, what tilt is left shows as a phase step from pixel block to pixel block.
WaveVector refine(View<const std::uint16_t, 2> frame, double pixel, WaveVector k) {
  constexpr Index kBlock = 16;
  const Index ny = frame.shape(0) / kBlock;
  const Index nx = frame.shape(1) / kBlock;
  if (ny < 2 || nx < 2) return k;
  Array<std::complex<double>, 2> blocks({ny, nx});
  for (Index y = 0; y < ny * kBlock; ++y) {
    const std::complex<double> row = std::polar(1.0, -k.y * pixel * static_cast<double>(y));
    for (Index x = 0; x < nx * kBlock; ++x)
      blocks(y / kBlock, x / kBlock) +=
          static_cast<double>(frame(y, x)) * row * std::polar(1.0, -k.x * pixel * static_cast<double>(x));
  }
  std::complex<double> step_y;
  std::complex<double> step_x;
  for (Index y = 0; y + 1 < ny; ++y)
    for (Index x = 0; x + 1 < nx; ++x) {
      step_y += blocks(y + 1, x) * std::conj(blocks(y, x));
      step_x += blocks(y, x + 1) * std::conj(blocks(y, x));
    }
  const double length = static_cast<double>(kBlock) * pixel;
  return {k.x + std::arg(step_x) / length, k.y + std::arg(step_y) / length};
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
  const double length = std::hypot(q.x, q.y);
  // The orders are discs of radius k0·NA, the zero order's autocorrelation one of twice that.
  const double needed = 3.0 * setup.pupil_radius();
  if (length < 0.98 * needed)
    throw InputError(
        fmt::format("the orders of the hologram overlap: its carrier is {:.2f} rad/µm, {:.2f} are needed for "
                    "NA {}",
                    length, needed, setup.numerical_aperture),
        fmt::format("Tilt the reference beam more, or give the aperture that the hologram really uses "
                    "(--numerical-aperture; up to {:.2f} fits this carrier).",
                    std::floor(100.0 * length / (3.0 * setup.k0())) / 100.0));
}

}  // namespace

WaveVector find_order(View<const std::uint16_t, 2> frame, double pixel_size_um, double search_above) {
  const at::Tensor image = as_floats(frame);
  const at::Tensor windowed =
      (image - image.mean()) * hann(frame.shape(0)).unsqueeze(1) * hann(frame.shape(1)).unsqueeze(0);
  const at::Tensor spectrum = at::fft_fft2(windowed).abs().square().contiguous();
  const float* power = spectrum.data_ptr<float>();
  const Index ny = frame.shape(0);
  const Index nx = frame.shape(1);
  const auto at_bin = [&](Index y, Index x) {
    return static_cast<double>(power[((y + ny) % ny) * nx + (x + nx) % nx]) + 1e-30;
  };
  double best = 0.0;
  Index best_y = 0;
  Index best_x = 0;
  for (Index y = 0; y < ny; ++y)
    for (Index x = 0; x < nx; ++x) {
      const double kx = bin_frequency(x, nx, pixel_size_um);
      const double ky = bin_frequency(y, ny, pixel_size_um);
      if (ky > 0.0 || (ky == 0.0 && kx > 0.0) || kx * kx + ky * ky < search_above * search_above) continue;
      if (at_bin(y, x) <= best) continue;
      best = at_bin(y, x);
      best_y = y;
      best_x = x;
    }
  constexpr double kStandsOut = 20.0;
  if (!(best > kStandsOut * spectrum.median().item<double>()))
    throw InputError("no carrier was found: the hologram shows no fringes",
                     "Check that the reference beam is open and the fringes are sharp, or give the carrier in the "
                     "file (carrier_rad_per_um).");
  const auto top = [&](Index dy, Index dx) {
    return parabola_top(std::log(at_bin(best_y - dy, best_x - dx)), std::log(best),
                        std::log(at_bin(best_y + dy, best_x + dx)));
  };
  const double bin_y = 2.0 * M_PI / (static_cast<double>(ny) * pixel_size_um);
  const double bin_x = 2.0 * M_PI / (static_cast<double>(nx) * pixel_size_um);
  const WaveVector coarse{bin_frequency(best_x, nx, pixel_size_um) + bin_x * top(0, 1),
                          bin_frequency(best_y, ny, pixel_size_um) + bin_y * top(1, 0)};
  return refine(frame, pixel_size_um, coarse);
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
  } else {
    WaveVector centre = mean_of(orders);
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
