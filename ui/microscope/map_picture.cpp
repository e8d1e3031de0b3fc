#include "ui/microscope/map_picture.h"

#include "ui/slice_image.h"

namespace tomocyte {

QImage mapPicture(const HologramPreview& preview) {
  return colourImage(preview.phase.view(), ColourMap::named("viridis"), 0.0, 4.0);
}

double widthUmOf(const HologramPreview& preview) {
  return preview.pixel_size_um * static_cast<double>(preview.phase.shape(1));
}

QImage mapPicture(const CameraFrame& frame, int bitDepth) {
  constexpr Index kStep = 4;
  Array<float, 2> values({frame.counts.shape(0) / kStep, frame.counts.shape(1) / kStep});
  for (Index y = 0; y < values.shape(0); ++y)
    for (Index x = 0; x < values.shape(1); ++x) values(y, x) = frame.counts(kStep * y, kStep * x);
  return colourImage(std::as_const(values).view(), ColourMap::named("grey"), 0.0, (1 << bitDepth) - 1.0);
}

}  // namespace tomocyte
