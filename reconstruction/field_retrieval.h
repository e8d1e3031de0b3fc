// Off-axis holograms to complex fields (Cuche 2000), one frame at a time as the camera delivers them.
#pragma once

#include <memory>

#include "core/hologram_stack.h"
#include "core/progress.h"
#include "reconstruction/carrier.h"
#include "reconstruction/reconstruct.h"

namespace tomocyte {

// Streaming entry point: push() every frame in any order, from any threads at once; finish() when all have arrived.
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

  // `background` may be empty: then the hologram's own carrier and plane are taken off. The caller's thread does the
  // work: about 25 ms of one core and 10 MB for 512 x 512 pixels with background. Throws InputError: no such angle,
  // another shape than the scan's, a frame that came before.
  void push(Index angle, View<const std::uint16_t, 2> hologram, View<const std::uint16_t, 2> background);

  // Judges the frames against each other; once. Where the carrier's side is not known, takes the one that makes the
  // phase positive on the whole, as cells are denser than the medium, and says so (FieldStack::sign_assumed). Throws
  // InputError when a frame is missing, or when the fringes contradict the illumination that was given.
  [[nodiscard]] FieldStack finish();

  // As given, or, after finish(), with the side that was chosen.
  [[nodiscard]] const Carrier& carrier() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tomocyte
