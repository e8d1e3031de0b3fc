// Progress and cancellation, passed by reference through every long computation.
#pragma once

#include <functional>
#include <stop_token>
#include <string>

namespace tomocyte {

// A range [0, 1] of work that can be split into named sub-ranges. Thread-compatible: one thread reports at a time.
class Progress {
 public:
  // fraction of the whole job in [0, 1], and what is being done now ("Unwrapping phase").
  using Report = std::function<void(double fraction, const std::string& stage)>;

  Progress() = default;  // reports nowhere, never cancelled
  explicit Progress(Report report, std::stop_token stop = {}) : report_(std::move(report)), stop_(std::move(stop)) {}

  // Throws Cancelled when a stop was requested.
  void check() const;
  // Reports `fraction` of this range and its stage; throws Cancelled when a stop was requested.
  void report(double fraction) const;
  // The part [from, to] of this range under a new stage name.
  [[nodiscard]] Progress part(double from, double to, std::string stage) const;
  [[nodiscard]] const std::stop_token& stop_token() const noexcept { return stop_; }

 private:
  Report report_;
  std::stop_token stop_;
  double from_ = 0.0;
  double to_ = 1.0;
  std::string stage_;
};

}  // namespace tomocyte
