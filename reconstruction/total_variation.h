// Total-variation smoothing of a volume (Rudin, Osher, Fatemi 1992), by Chambolle's dual iteration (2004).
#pragma once

namespace at {
class Tensor;
}

namespace tomocyte {

// In place: volume <- argmin_v |v - volume|²/2 + weight·TV(v), periodic borders, a fixed number of dual steps.
// A weight of 0 leaves the volume as it is.
void smooth_total_variation(at::Tensor& volume, double weight);

}  // namespace tomocyte
