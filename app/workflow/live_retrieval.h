// Field retrieval that keeps up with the camera: frames are retrieved on a thread of their own while later ones are
// still being acquired.
#pragma once

#include <memory>

#include "core/hologram_stack.h"
#include "reconstruction/reconstruct.h"

namespace tomocyte {

// For one scan whose backgrounds are recorded before its holograms.
class LiveRetrieval {
 public:
  explicit LiveRetrieval(ReconstructionOptions options);
  ~LiveRetrieval();
  LiveRetrieval(const LiveRetrieval&) = delete;
  LiveRetrieval& operator=(const LiveRetrieval&) = delete;

  // Frame `angle` of `scan` has arrived; its memory and that of the backgrounds stay in place until finish(). Angle 0
  // begins: what came before belongs to a scan that was repeated. Does not throw what the retrieval throws: the
  // acquisition goes on.
  void add(Index angle, const HologramStack& scan);
  // Waits for the frames that are still in work. Throws what the retrieval threw (InputError).
  [[nodiscard]] FieldStack finish();

 private:
  class Attempt;
  ReconstructionOptions options_;
  std::unique_ptr<Attempt> attempt_;
};

}  // namespace tomocyte
