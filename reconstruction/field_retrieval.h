// Off-axis holograms to complex fields (Cuche 2000), one frame at a time as the camera delivers them.
#pragma once

#include <memory>

#include "core/hologram_stack.h"
#include "core/progress.h"
#include "reconstruction/carrier.h"
#include "reconstruction/reconstruct.h"

namespace tomocyte {

// Streaming entry point: push() every frame in any order, from any thread; finish() when all have arrived.
// Per frame: demodulation by the incident wave, low-pass to the pupil, division by the background's field,
// unwrapping, removal of the border's constant.
class FieldRetriever {
 public:
  // `illumination` and `reference` as in Carrier; `angles` frames of `frame_shape` [y, x] will come.
  FieldRetriever(const OpticalSetup& setup, const Carrier& carrier, int bit_depth, const Shape<2>& frame_shape,
                 const ReconstructionOptions& options);
  ~FieldRetriever();
  FieldRetriever(FieldRetriever&&) noexcept;
  FieldRetriever& operator=(FieldRetriever&&) noexcept;

  // `background` may be empty: then the hologram's own carrier and plane are taken off.
  void push(Index angle, View<const std::uint16_t, 2> hologram, View<const std::uint16_t, 2> background);

  // Judges the frames against each other. Throws InputError when a frame is missing, or when the fringes contradict the
  // illumination that was given.
  [[nodiscard]] FieldStack finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tomocyte
