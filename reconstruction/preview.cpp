#include "reconstruction/preview.h"

#include <cmath>

#include "core/error.h"
#include "reconstruction/carrier.h"
#include "reconstruction/field_retrieval.h"
#include "reconstruction/torch_device.h"

namespace tomocyte {
namespace {

Array<float, 2> log_spectrum(View<const std::uint16_t, 2> frame) {
  at::Tensor image = at::empty({frame.shape(0), frame.shape(1)}, at::kFloat);
  float* out = image.data_ptr<float>();
  for (Index y = 0; y < frame.shape(0); ++y)
    for (Index x = 0; x < frame.shape(1); ++x) *out++ = frame(y, x);
  const at::Tensor power = at::fft_fft2(image - image.mean()).abs().square();
  const at::Tensor centred = at::roll(power, {frame.shape(0) / 2, frame.shape(1) / 2}, {0, 1});
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

}  // namespace

HologramPreview preview_hologram(const HologramStack& stack, Index angle, const ReconstructionOptions& options) {
  validate(stack);
  if (angle < 0 || angle >= stack.holograms.shape(0)) throw InputError("there is no such frame in the scan");
  const HologramStack frame = single_frame(stack, angle);
  const Carrier carrier = find_carrier(frame);
  FieldRetriever retriever(stack.setup, carrier, stack.bit_depth, {frame.holograms.shape(1), frame.holograms.shape(2)},
                           options);
  retriever.push(0, frame.holograms[0],
                 frame.background.empty() ? View<const std::uint16_t, 2>{} : frame.background[0]);
  const FieldStack fields = retriever.finish();

  HologramPreview preview;
  preview.spectrum_log = log_spectrum(frame.holograms[0]);
  preview.spectrum_pixel = 2.0 * M_PI / (static_cast<double>(frame.holograms.shape(2)) * stack.setup.pixel_size_um);
  preview.order = {-carrier.reference.x, -carrier.reference.y};
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
