#include "reconstruction/preview.h"

#include <algorithm>
#include <cmath>

#include "core/error.h"
#include "reconstruction/carrier.h"
#include "reconstruction/field_retrieval.h"
#include "core/compute/torch_device.h"

namespace tomocyte {
namespace {

// Of the frame padded to a square, so that kx and ky have the same scale.
Array<float, 2> log_spectrum(View<const std::uint16_t, 2> frame) {
  at::Tensor image = at::empty({frame.shape(0), frame.shape(1)}, at::kFloat);
  float* out = image.data_ptr<float>();
  for (Index y = 0; y < frame.shape(0); ++y)
    for (Index x = 0; x < frame.shape(1); ++x) *out++ = frame(y, x);
  const Index side = std::max(frame.shape(0), frame.shape(1));
  const std::array<std::int64_t, 2> square = {side, side};
  const at::Tensor power = at::fft_fft2(image - image.mean(), square).abs().square();
  const at::Tensor centred = at::roll(power, {side / 2, side / 2}, {0, 1});
  return as_array<float, 2>(at::log10(centred + 1.0));
}

// The one frame as a stack of its own, so that the carrier of a single hologram can be found like that of a scan.
HologramStack single_frame(const HologramStack& stack, Index angle) {
  const Shape<3> shape = {1, stack.holograms.shape(1), stack.holograms.shape(2)};
  const auto i = static_cast<std::size_t>(angle);
  HologramStack frame;
  frame.setup = stack.setup;
  frame.bit_depth = stack.bit_depth;
  frame.carrier = stack.carrier;
  const auto copy = [&](View<const std::uint16_t, 2> from) {
    Array<std::uint16_t, 3> to(shape);
    std::copy(from.data(), from.data() + from.size(), to.data());
    return to;
  };
  frame.holograms = copy(stack.holograms[angle]);
  if (!stack.background.empty()) frame.background = copy(stack.background[angle]);
  if (i < stack.illumination.size()) frame.illumination = {stack.illumination[i]};
  return frame;
}

// Whether every frame has come: during an acquisition those to come are still 0.
bool recorded(const Array<std::uint16_t, 3>& frames) {
  for (Index i = 0; i < frames.shape(0); ++i) {
    const View<const std::uint16_t, 2> frame = frames[i];
    if (std::none_of(frame.data(), frame.data() + frame.size(), [](std::uint16_t count) { return count > 0; }))
      return false;
  }
  return true;
}

}  // namespace

HologramPreview preview_hologram(const HologramStack& stack, Index angle, const ReconstructionOptions& options) {
  validate(stack);
  if (angle < 0 || angle >= stack.holograms.shape(0)) throw InputError("there is no such frame in the scan");
  const bool whole = !stack.carrier && recorded(stack.holograms) && recorded(stack.background);
  const HologramStack frame = single_frame(stack, angle);
  Carrier carrier = find_carrier(whole ? stack : frame);
  if (whole) carrier.illumination = {carrier.illumination[static_cast<std::size_t>(angle)]};
  FieldRetriever retriever(stack.setup, carrier, stack.bit_depth, {frame.holograms.shape(1), frame.holograms.shape(2)},
                           options);
  retriever.push(0, std::as_const(frame).holograms[0],
                 frame.background.empty() ? View<const std::uint16_t, 2>{} : frame.background[0]);
  const FieldStack fields = retriever.finish();

  HologramPreview preview;
  preview.spectrum_log = log_spectrum(frame.holograms[0]);
  preview.spectrum_pixel =
      2.0 * M_PI / (static_cast<double>(preview.spectrum_log.shape(1)) * stack.setup.pixel_size_um);
  preview.order = {-retriever.carrier().reference.x, -retriever.carrier().reference.y};
  preview.sign_assumed = fields.sign_assumed;
  preview.pupil_radius = stack.setup.pupil_radius();
  preview.pixel_size_um = fields.setup.pixel_size_um;
  preview.amplitude = Array<float, 2>({fields.field.shape(1), fields.field.shape(2)});
  preview.phase = Array<float, 2>(preview.amplitude.shape());
  std::copy(fields.phase.values().begin(), fields.phase.values().end(), preview.phase.data());
  std::transform(fields.field.values().begin(), fields.field.values().end(), preview.amplitude.data(),
                 [](const std::complex<float>& u) { return std::abs(u); });
  return preview;
}

}  // namespace tomocyte
