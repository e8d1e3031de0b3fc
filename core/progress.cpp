#include "core/progress.h"

#include <algorithm>

#include "core/error.h"

namespace tomocyte {

void Progress::check() const {
  if (stop_.stop_requested()) throw Cancelled();
}

void Progress::report(double fraction) const {
  check();
  if (report_) report_(from_ + std::clamp(fraction, 0.0, 1.0) * (to_ - from_), stage_);
}

Progress Progress::part(double from, double to, std::string stage) const {
  Progress child = *this;
  child.from_ = from_ + from * (to_ - from_);
  child.to_ = from_ + to * (to_ - from_);
  child.stage_ = std::move(stage);
  return child;
}

}  // namespace tomocyte
