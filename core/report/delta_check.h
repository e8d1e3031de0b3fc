// The delta check: what is different from an earlier sample of the same patient or donor, and whether counting so few
// cells explains it.
#pragma once

#include <string>
#include <vector>

#include "core/difference.h"
#include "core/differential.h"
#include "core/report/index_statistics.h"

namespace tomocyte {

// A sample as the check sees it.
struct CheckedSample {
  std::string sample_id;
  std::string donor_id;
  std::string received_utc;
  std::string state;  // "done", "to review": how far its review is
  bool simulated = false;
  Differential differential;
  IndexStatistics indices;
};

// A share's difference is marked when its 95 % interval (Newcombe 1998) excludes zero and it is at least the
// laboratory's limit; a mean's when Welch's interval excludes zero. Of twenty differences that are chance alone, one is
// marked.
struct DeltaOptions {
  double limit_percent_points = 0.0;  // of a class's share of the white cells
};

struct ShareDelta {
  std::string cell_class;
  std::string name;
  std::string part_of;
  int now = 0;
  int before = 0;
  Interval percent_points;  // now - before, with Newcombe's interval
  bool marked = false;
};

struct IndexDelta {
  std::string cell_class;
  std::string name;
  std::size_t index = 0;  // in reported_indices()
  Summary now;
  Summary before;
  Interval difference;  // of the means, with Welch's interval
  bool marked = false;  // it excludes 0
};

struct DeltaCheck {
  CheckedSample before;
  int white_now = 0;
  std::vector<ShareDelta> shares;   // white classes with a row in both differentials; none when one has no white cell
  std::vector<IndexDelta> indices;  // classes with two whole cells in both
};

// Throws InputError: the two are of different donors, or one is simulated and the other is not.
[[nodiscard]] DeltaCheck delta_check(const CheckedSample& now, const CheckedSample& before,
                                     const DeltaOptions& options);

}  // namespace tomocyte
