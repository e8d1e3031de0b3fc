// Faults of the simulated microscope, to be switched on by hand: for training, and to see that nothing is lost. A fault
// acts until it is switched off again. From any thread.
#pragma once

#include <atomic>

namespace tomocyte {

struct SimulatedFaults {
  std::atomic<bool> camera_unplugged = false;  // its cable is pulled: no frame, no answer
  std::atomic<bool> frames_lost = false;       // every 20th triggered frame does not arrive
  std::atomic<bool> patterns_swapped = false;  // the DMD shows its patterns 2 and 3 in each other's place
  std::atomic<bool> light_dark = false;        // the laser says that it is on and is not
  std::atomic<bool> stage_stalled = false;     // a move stops half-way
  std::atomic<double> focus_shift_um = 0.0;    // the slide has drifted along the axis by so much
  std::atomic<bool> disk_full = false;         // the disk takes no more frames
  std::atomic<bool> disk_slow = false;         // each record takes 100 ms
};

}  // namespace tomocyte
