#include "app/workflow/live_image.h"

#include <algorithm>

#include "acquisition/autofocus.h"
#include "core/error.h"
#include "reconstruction/frame_quality.h"

namespace tomocyte {
namespace {

std::vector<double> histogram_of(View<const std::uint16_t, 2> counts, int bit_depth) {
  constexpr int kBins = 256;
  std::vector<double> bins(kBins);
  const int shift = std::max(0, bit_depth - 8);
  for (Index y = 0; y < counts.shape(0); ++y)
    for (Index x = 0; x < counts.shape(1); ++x)
      bins[static_cast<std::size_t>(std::min(kBins - 1, counts(y, x) >> shift))] += 1.0;
  return bins;
}

std::optional<HologramPreview> preview_of(View<const std::uint16_t, 2> counts, int bit_depth, const OpticalSetup& setup,
                                          const std::optional<WaveVector>& carrier) {
  HologramStack stack;
  stack.setup = setup;
  stack.bit_depth = bit_depth;
  stack.carrier = carrier;
  if (carrier) stack.illumination = {WaveVector{}};  // the live view shows the normal wave
  stack.holograms = Array<std::uint16_t, 3>({1, counts.shape(0), counts.shape(1)});
  std::copy(counts.data(), counts.data() + counts.size(), stack.holograms.data());
  try {
    return preview_hologram(stack, 0);
  } catch (const InputError&) {
    return std::nullopt;  // no light, no fringes: the picture itself shows it
  }
}

}  // namespace

LiveImage analyse_live_frame(CameraFrame frame, int bit_depth, const std::optional<OpticalSetup>& setup,
                             const std::optional<WaveVector>& carrier) {
  LiveImage image;
  image.bit_depth = bit_depth;
  image.histogram = histogram_of(frame.counts.view(), bit_depth);
  image.saturated = saturated_fraction(frame.counts.view(), bit_depth);
  if (setup) image.preview = preview_of(frame.counts.view(), bit_depth, *setup, carrier);
  if (image.preview) image.focus_contrast = amplitude_contrast(frame.counts.view(), *setup, image.preview->order);
  image.counts = std::move(frame.counts);
  return image;
}

}  // namespace tomocyte
