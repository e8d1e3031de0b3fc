// Control measurements of the instruments, for the daily quality chart: a bead or a simulated control, measured as a
// cell is. Rows are only added; a measurement that does not count is excluded with a reason and stays.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/catalog/catalog.h"
#include "core/control_chart.h"

namespace tomocyte {

// What of a control is followed.
enum class ControlQuantity { kMeanRi, kVolume, kDryMass };
struct ControlQuantityName {
  ControlQuantity quantity;
  const char* key;   // "mean_ri"
  const char* name;  // "Mean refractive index"
  const char* unit;
  int decimals;
};
[[nodiscard]] const std::vector<ControlQuantityName>& control_quantities();

struct NewControl {
  std::string instrument;  // one chart each
  std::string control;     // what was measured, with its lot: "bead 5 um lot 12"
  std::string measured_utc;
  double mean_ri = 0.0;
  double volume_fl = 0.0;
  double dry_mass_pg = 0.0;
  int objects = 0;       // that the values are the mean of
  std::string scan;      // the file, as text
  std::string checksum;  // "sha256:…" of the file
  bool simulated = false;
};

struct ControlMeasurement {
  RecordId id = 0;
  NewControl measured;
  std::string entered_by;
  std::string entered_utc;
  std::string excluded;  // why it does not count; empty: it does
};
[[nodiscard]] double value_of(const NewControl& control, ControlQuantity quantity);

// The measurements that one chart shows.
struct ControlSeries {
  std::string instrument;
  std::string control;
  bool simulated = false;
  int measurements = 0;
};

// Throws InputError: a name or time is missing, a value is not finite, the file was entered before, simulated and
// measured ones under one name. PermissionError.
ControlMeasurement add_control(Catalog& catalog, const NewControl& control);
// By instrument and control.
[[nodiscard]] std::vector<ControlSeries> list_control_series(const Catalog& catalog);
// Oldest measured first, excluded ones too.
[[nodiscard]] std::vector<ControlMeasurement> list_controls(const Catalog& catalog, const std::string& instrument,
                                                            const std::string& control);
// Throws InputError: no reason, no such measurement, excluded already. PermissionError.
void exclude_control(Catalog& catalog, RecordId measurement, const std::string& reason);

// The target that holds from now on for a series: entered by a person, of the bead's certificate for instance; nothing
// goes back to the baseline. Throws InputError: an SD that is not positive. PermissionError.
void set_control_target(Catalog& catalog, const ControlSeries& series, ControlQuantity quantity,
                        const std::optional<ControlTarget>& target, const std::string& source);
[[nodiscard]] std::optional<ControlTarget> control_target(const Catalog& catalog, const ControlSeries& series,
                                                          ControlQuantity quantity);

}  // namespace tomocyte
