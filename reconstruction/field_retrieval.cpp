#include "reconstruction/field_retrieval.h"

#include <fmt/format.h>

#include <cmath>
#include <optional>

#include "core/error.h"
#include "reconstruction/frame_quality.h"
#include "reconstruction/phase_unwrapping.h"
#include "reconstruction/torch_device.h"

namespace tomocyte {
namespace {

using Complex = std::complex<float>;

double bin_frequency(Index i, Index n, double pixel) {
  return 2.0 * M_PI * static_cast<double>(i < (n + 1) / 2 ? i : i - n) / (static_cast<double>(n) * pixel);
}

// exp(-i k (index - n/2) pixel) for one axis.
std::vector<Complex> demodulation(double k, Index n, double pixel) {
  std::vector<Complex> wave(static_cast<std::size_t>(n));
  for (Index i = 0; i < n; ++i)
    wave[static_cast<std::size_t>(i)] = Complex(std::polar(1.0, -k * pixel * static_cast<double>(i - n / 2)));
  return wave;
}

// How many pixels the field needs along an axis of n camera pixels: the tomogram's sampling, but never less than
// the scattered light of the most oblique beam spans.
Index field_pixels(Index n, double pixel, double voxel, double highest) {
  const double length = static_cast<double>(n) * pixel;
  const auto wanted = static_cast<Index>(std::lround(length / voxel));
  const auto needed = 2 * static_cast<Index>(std::ceil(highest * length / (2.0 * M_PI))) + 2;
  return std::min(n, std::max(wanted, needed));
}

}  // namespace

struct FieldRetriever::State {
  OpticalSetup setup;
  Carrier carrier;
  int bit_depth;
  Shape<2> frame;
  Shape<2> small;
  ReconstructionOptions options;
  FieldStack fields;
  std::vector<char> arrived;
  std::vector<std::optional<WaveVector>> misplaced;  // per angle, how far the order lies from where it should

  [[nodiscard]] WaveVector order(std::size_t angle) const {
    return {carrier.illumination[angle].x - carrier.reference.x, carrier.illumination[angle].y - carrier.reference.y};
  }

  // The spectrum of the frame's +1 order on the field's pixels: demodulated by the incident wave *before* the
  // transform, so that the unscattered light sits exactly at zero frequency and leaks nowhere; low-passed to the pupil,
  // which is centred on the untilted wave, at -k_i.
  [[nodiscard]] at::Tensor filtered_spectrum(View<const std::uint16_t, 2> image, const WaveVector& at_order,
                                             const WaveVector& k_i) const {
    const auto wave_y = demodulation(at_order.y, frame[0], setup.pixel_size_um);
    const auto wave_x = demodulation(at_order.x, frame[1], setup.pixel_size_um);
    at::Tensor demodulated = at::empty({frame[0], frame[1]}, at::kComplexFloat);
    auto* out = static_cast<Complex*>(demodulated.data_ptr());
    for (Index y = 0; y < frame[0]; ++y)
      for (Index x = 0; x < frame[1]; ++x)
        *out++ = static_cast<float>(image(y, x)) *
                 (wave_y[static_cast<std::size_t>(y)] * wave_x[static_cast<std::size_t>(x)]);
    return cropped_to_pupil(at::fft_fft2(demodulated), k_i);
  }

  [[nodiscard]] at::Tensor cropped_to_pupil(const at::Tensor& spectrum, const WaveVector& k_i) const {
    at::Tensor crop = at::zeros({small[0], small[1]}, at::kComplexFloat);
    auto* out = static_cast<Complex*>(crop.data_ptr());
    const auto* in = static_cast<const Complex*>(spectrum.data_ptr());
    const double pupil = setup.pupil_radius();
    for (Index y = 0; y < small[0]; ++y)
      for (Index x = 0; x < small[1]; ++x) {
        const Index bin_y = y < (small[0] + 1) / 2 ? y : y - small[0];
        const Index bin_x = x < (small[1] + 1) / 2 ? x : x - small[1];
        const double sy = bin_frequency((bin_y + frame[0]) % frame[0], frame[0], setup.pixel_size_um) + k_i.y;
        const double sx = bin_frequency((bin_x + frame[1]) % frame[1], frame[1], setup.pixel_size_um) + k_i.x;
        if (sx * sx + sy * sy > pupil * pupil) continue;
        out[y * small[1] + x] = in[((bin_y + frame[0]) % frame[0]) * frame[1] + (bin_x + frame[1]) % frame[1]];
      }
    return crop;
  }

  // Where the unscattered wave stands in the filtered spectrum, rad/µm. It belongs at zero; with a wrong sign or order
  // of the illumination vectors it stands elsewhere, and the tomogram would still look like a cell. No value where
  // it is in its place, or where no wave stands out (a spoilt frame, which the frame quality judges).
  [[nodiscard]] std::optional<WaveVector> displacement(const at::Tensor& spectrum) const {
    constexpr double kStandsOut = 0.05;   // of the power in the pupil; the least of a tilted wave is 0.16
    constexpr double kTolerated = 0.1;    // of the pupil's radius
    constexpr double kToleratedBins = 2;  // a peak between two bins, or one that the beam's profile broadens
    const auto* values = static_cast<const Complex*>(spectrum.data_ptr());
    double total = 0.0;
    double best = 0.0;
    Index best_at = 0;
    for (Index i = 0; i < small[0] * small[1]; ++i) {
      const double power = std::norm(values[i]);
      total += power;
      if (power > best) {
        best = power;
        best_at = i;
      }
    }
    const double y = bin_frequency(best_at / small[1], small[0], fields.setup.pixel_size_um);
    const double x = bin_frequency(best_at % small[1], small[1], fields.setup.pixel_size_um);
    const double bin = 2.0 * M_PI / (static_cast<double>(std::min(small[0], small[1])) * fields.setup.pixel_size_um);
    const double tolerated = std::max(kTolerated * setup.pupil_radius(), kToleratedBins * bin);
    if (best < kStandsOut * total || std::hypot(x, y) <= tolerated) return std::nullopt;
    return WaveVector{x, y};
  }

  // Throws InputError when the holograms contradict the illumination vectors that came with them.
  void check_illumination() const {
    std::vector<Index> wrong;
    for (std::size_t i = 0; i < misplaced.size(); ++i)
      if (misplaced[i]) wrong.push_back(static_cast<Index>(i));
    if (wrong.empty()) return;
    const auto first = static_cast<std::size_t>(wrong.front());
    const WaveVector& given = carrier.illumination[first];
    throw InputError(
        fmt::format("the illumination of {} of {} frames disagrees with their fringes (frames {}): that of frame {} is "
                    "given as ({:.1f}, {:.1f}) rad/µm, its fringes say ({:.1f}, {:.1f})",
                    wrong.size(), misplaced.size(), frame_list(wrong), first, given.x, given.y,
                    given.x + misplaced[first]->x, given.y + misplaced[first]->y),
        "Check the sign, the order and the unit of the illumination vectors (kx, ky in rad/µm in the sample), and the "
        "carrier; without them in the file they are found in the fringes.");
  }
};

FieldRetriever::FieldRetriever(const OpticalSetup& setup, const Carrier& carrier, int bit_depth,
                               const Shape<2>& frame_shape, const ReconstructionOptions& options)
    : state_(std::make_unique<State>(State{setup, carrier, bit_depth, frame_shape, {}, options, {}, {}, {}})) {
  double highest = 0.0;
  for (const WaveVector& k : carrier.illumination) highest = std::max(highest, std::hypot(k.x, k.y));
  highest += setup.pupil_radius();
  for (std::size_t axis = 0; axis < 2; ++axis)
    state_->small[axis] = field_pixels(frame_shape[axis], setup.pixel_size_um, options.voxel_size_um, highest);
  const auto angles = static_cast<Index>(carrier.illumination.size());
  FieldStack& fields = state_->fields;
  fields.setup = setup;
  fields.setup.pixel_size_um =
      setup.pixel_size_um * static_cast<double>(frame_shape[1]) / static_cast<double>(state_->small[1]);
  const double pixel_y =
      setup.pixel_size_um * static_cast<double>(frame_shape[0]) / static_cast<double>(state_->small[0]);
  // A frame that is not square must keep square pixels: both axes then keep the camera's sampling.
  if (std::abs(pixel_y - fields.setup.pixel_size_um) > 1e-9) {
    state_->small = frame_shape;
    fields.setup.pixel_size_um = setup.pixel_size_um;
  }
  fields.illumination = carrier.illumination;
  fields.field = Array<Complex, 3>({angles, state_->small[0], state_->small[1]});
  fields.phase = Array<float, 3>({angles, state_->small[0], state_->small[1]});
  fields.quality.resize(carrier.illumination.size());
  state_->arrived.resize(carrier.illumination.size());
  state_->misplaced.resize(carrier.illumination.size());
}

FieldRetriever::~FieldRetriever() = default;
FieldRetriever::FieldRetriever(FieldRetriever&&) noexcept = default;
FieldRetriever& FieldRetriever::operator=(FieldRetriever&&) noexcept = default;

void FieldRetriever::push(Index angle, View<const std::uint16_t, 2> hologram, View<const std::uint16_t, 2> background) {
  State& s = *state_;
  const auto i = static_cast<std::size_t>(angle);
  const WaveVector order = s.order(i);
  const WaveVector& k_i = s.carrier.illumination[i];
  at::Tensor unscattered = s.filtered_spectrum(background.empty() ? hologram : background, order, k_i);
  if (!s.carrier.illumination_estimated) s.misplaced[i] = s.displacement(unscattered);
  at::Tensor ratio = at::fft_ifft2(unscattered);
  if (!background.empty()) ratio = at::fft_ifft2(s.filtered_spectrum(hologram, order, k_i)) / ratio;
  ratio = ratio.contiguous();
  const View<const Complex, 2> raw(static_cast<const Complex*>(ratio.data_ptr()), s.small);

  Array<float, 2> wrapped(s.small);
  Array<float, 2> amplitude(s.small);
  for (Index y = 0; y < s.small[0]; ++y)
    for (Index x = 0; x < s.small[1]; ++x) {
      wrapped(y, x) = std::arg(raw(y, x));
      amplitude(y, x) = std::abs(raw(y, x));
    }
  const Array<float, 2> phase = unwrap_phase(std::as_const(wrapped).view(), s.options.unwrapping);
  const BorderPhase border = border_phase(phase.view());
  const auto contrast = static_cast<float>(border_phase(std::as_const(amplitude).view()).constant);
  const bool plane = s.options.remove_plane || background.empty();
  for (Index y = 0; y < s.small[0]; ++y)
    for (Index x = 0; x < s.small[1]; ++x) {
      double flat = phase(y, x) - border.constant;
      if (plane)
        flat -= border.slope_y * static_cast<double>(y - s.small[0] / 2) +
                border.slope_x * static_cast<double>(x - s.small[1] / 2);
      s.fields.phase(angle, y, x) = static_cast<float>(flat);
      s.fields.field(angle, y, x) = std::polar(amplitude(y, x) / std::max(contrast, 1e-6F), static_cast<float>(flat));
    }
  s.fields.quality[i] = measure_frame(std::as_const(s.fields.phase)[angle], background.empty() ? 1.0 : contrast,
                                      saturated_fraction(hologram, s.bit_depth));
  s.arrived[i] = 1;
}

FieldStack FieldRetriever::finish() {
  const auto missing = std::count(state_->arrived.begin(), state_->arrived.end(), 0);
  if (missing > 0)
    throw InputError(fmt::format("{} of {} frames did not arrive", missing, state_->arrived.size()),
                     "Acquire the scan again.");
  state_->check_illumination();
  judge_frames(state_->fields.quality, state_->options.frame_outlier_sigma);
  return std::move(state_->fields);
}

FieldStack retrieve_fields(const HologramStack& holograms, const ReconstructionOptions& options,
                           const ComputeDevice& device, const Progress& progress) {
  validate(holograms);
  validate_options(options);
  check_exposure(holograms);
  static_cast<void>(torch_device(device));  // sets the number of threads
  const Shape<3>& shape = holograms.holograms.shape();
  FieldRetriever retriever(holograms.setup, find_carrier(holograms), holograms.bit_depth, {shape[1], shape[2]},
                           options);
  for (Index angle = 0; angle < shape[0]; ++angle) {
    progress.report(static_cast<double>(angle) / static_cast<double>(shape[0]));
    retriever.push(angle, holograms.holograms[angle],
                   holograms.background.empty() ? View<const std::uint16_t, 2>{} : holograms.background[angle]);
  }
  return retriever.finish();
}

}  // namespace tomocyte
