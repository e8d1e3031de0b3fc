#include "reconstruction/field_retrieval.h"

#include <fmt/format.h>

#include <cmath>
#include <mutex>
#include <optional>

#include "core/compute/torch_device.h"
#include "core/error.h"
#include "reconstruction/bin_frequency.h"
#include "reconstruction/for_each_frame.h"
#include "reconstruction/frame_quality.h"
#include "reconstruction/illumination_check.h"
#include "reconstruction/phase_unwrapping.h"

namespace tomocyte {
namespace {

using Complex = std::complex<float>;

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
  enum class Frame : char { missing, in_work, arrived };

  OpticalSetup setup;
  Carrier carrier;
  int bit_depth = 8;
  Shape<2> frame{};  // camera pixels
  Shape<2> small{};  // the field's
  ReconstructionOptions options;
  FieldStack fields;
  // Every frame writes into its own part of `fields`; the mutex guards `frames`, and what it orders is visible to
  // finish().
  std::mutex mutex;
  std::vector<Frame> frames;

  void settle(Index angle, Frame state) {
    const std::lock_guard lock(mutex);
    frames[static_cast<std::size_t>(angle)] = state;
  }

  void claim(Index angle) {
    const std::lock_guard lock(mutex);
    Frame& state = frames[static_cast<std::size_t>(angle)];
    if (state != Frame::missing)
      throw InputError(fmt::format("frame {} arrived twice", angle), "Acquire the scan again.");
    state = Frame::in_work;
  }

  void check(Index angle, View<const std::uint16_t, 2> hologram, View<const std::uint16_t, 2> background) const {
    if (angle < 0 || angle >= fields.field.shape(0))
      throw InputError(fmt::format("there is no frame {} in a scan of {}", angle, fields.field.shape(0)));
    const auto refuse = [&](const char* what, const Shape<2>& shape) {
      throw InputError(
          fmt::format("the {} {} is {}, but the scan's frames are {}", what, angle, to_string(shape), to_string(frame)),
          "Do not change the camera's region during a scan.");
    };
    if (hologram.shape() != frame) refuse("hologram", hologram.shape());
    if (!background.empty() && background.shape() != frame) refuse("background", background.shape());
  }

  std::vector<std::optional<WaveVector>> misplaced;  // per angle, how far the order lies from where it should

  void retrieve(Index angle, View<const std::uint16_t, 2> hologram, View<const std::uint16_t, 2> background);
  void choose_side();

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
};

FieldRetriever::FieldRetriever(const OpticalSetup& setup, const Carrier& carrier, int bit_depth,
                               const Shape<2>& frame_shape, const ReconstructionOptions& options)
    : state_(std::make_unique<State>()) {
  state_->setup = setup;
  state_->carrier = carrier;
  state_->bit_depth = bit_depth;
  state_->frame = frame_shape;
  state_->options = options;
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
  state_->frames.resize(carrier.illumination.size());
  state_->misplaced.resize(carrier.illumination.size());
}

FieldRetriever::~FieldRetriever() = default;
FieldRetriever::FieldRetriever(FieldRetriever&&) noexcept = default;
FieldRetriever& FieldRetriever::operator=(FieldRetriever&&) noexcept = default;

void FieldRetriever::State::retrieve(Index angle, View<const std::uint16_t, 2> hologram,
                                     View<const std::uint16_t, 2> background) {
  const auto i = static_cast<std::size_t>(angle);
  const WaveVector& k_i = carrier.illumination[i];
  const at::Tensor unscattered = filtered_spectrum(background.empty() ? hologram : background, order(i), k_i);
  if (!carrier.illumination_estimated)
    misplaced[i] = order_displacement({static_cast<const Complex*>(unscattered.data_ptr()), small},
                                      fields.setup.pixel_size_um, setup.pupil_radius());
  at::Tensor ratio = at::fft_ifft2(unscattered);
  if (!background.empty()) ratio = at::fft_ifft2(filtered_spectrum(hologram, order(i), k_i)) / ratio;
  ratio = ratio.contiguous();
  const View<const Complex, 2> raw(static_cast<const Complex*>(ratio.data_ptr()), small);

  Array<float, 2> wrapped(small);
  Array<float, 2> amplitude(small);
  for (Index y = 0; y < small[0]; ++y)
    for (Index x = 0; x < small[1]; ++x) {
      wrapped(y, x) = std::arg(raw(y, x));
      amplitude(y, x) = std::abs(raw(y, x));
    }
  const bool plane = options.remove_plane || background.empty();
  const Array<float, 2> phase =
      without_border_phase(unwrap_phase(std::as_const(wrapped).view(), options.unwrapping).view(), plane);
  const auto contrast = static_cast<float>(border_phase(std::as_const(amplitude).view()).constant);
  const View<Complex, 2> field = fields.field[angle];
  for (Index y = 0; y < small[0]; ++y)
    for (Index x = 0; x < small[1]; ++x)
      field(y, x) = std::polar(amplitude(y, x) / std::max(contrast, 1e-6F), phase(y, x));
  std::copy(phase.values().begin(), phase.values().end(), fields.phase[angle].data());
  fields.quality[i] =
      measure_frame(phase.view(), background.empty() ? 1.0 : contrast, saturated_fraction(hologram, bit_depth));
}

// Cells are denser than the medium, so their phase is positive. The other order is exactly the conjugate field, with
// the reference, and the illumination that was read off the orders, turned round.
void FieldRetriever::State::choose_side() {
  fields.sign_assumed = true;
  double sum = 0.0;
  for (const float phase : fields.phase.values()) sum += phase;
  if (sum >= 0.0) return;
  for (float& phase : fields.phase.values()) phase = -phase;
  for (Complex& field : fields.field.values()) field = std::conj(field);
  carrier.reference = {-carrier.reference.x, -carrier.reference.y};
  if (!carrier.illumination_estimated) return;
  for (WaveVector& k : carrier.illumination) k = {-k.x, -k.y};
  fields.illumination = carrier.illumination;
}

void FieldRetriever::push(Index angle, View<const std::uint16_t, 2> hologram, View<const std::uint16_t, 2> background) {
  state_->check(angle, hologram, background);
  state_->claim(angle);
  try {
    state_->retrieve(angle, hologram, background);
  } catch (...) {
    state_->settle(angle, State::Frame::missing);
    throw;
  }
  state_->settle(angle, State::Frame::arrived);
}

FieldStack FieldRetriever::finish() {
  const std::lock_guard lock(state_->mutex);
  const auto& frames = state_->frames;
  const auto arrived = std::count(frames.begin(), frames.end(), State::Frame::arrived);
  const auto missing = static_cast<std::ptrdiff_t>(frames.size()) - arrived;
  if (missing > 0)
    throw InputError(fmt::format("{} of {} frames did not arrive", missing, frames.size()), "Acquire the scan again.");
  refuse_misplaced(state_->carrier.illumination, state_->misplaced);
  if (!state_->carrier.side_known) state_->choose_side();
  judge_frames(state_->fields.quality, state_->options.frame_outlier_sigma);
  return std::move(state_->fields);
}

const Carrier& FieldRetriever::carrier() const { return state_->carrier; }

FieldStack retrieve_fields(const HologramStack& holograms, const ReconstructionOptions& options,
                           const ComputeDevice& device, const Progress& progress) {
  validate(holograms);
  validate_options(options);
  check_exposure(holograms);
  static_cast<void>(torch_device(device));  // sets the number of threads
  const Shape<3>& shape = holograms.holograms.shape();
  FieldRetriever retriever(holograms.setup, find_carrier(holograms), holograms.bit_depth, {shape[1], shape[2]},
                           options);
  for_each_frame(shape[0], progress, [&](Index angle) {
    retriever.push(angle, holograms.holograms[angle],
                   holograms.background.empty() ? View<const std::uint16_t, 2>{} : holograms.background[angle]);
  });
  return retriever.finish();
}

}  // namespace tomocyte
