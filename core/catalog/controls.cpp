#include "core/catalog/controls.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/catalog/change.h"
#include "core/error.h"

namespace tomocyte {
namespace {

const ControlQuantityName& named(ControlQuantity quantity) {
  return control_quantities()[static_cast<std::size_t>(quantity)];
}

void check(const NewControl& control) {
  if (control.instrument.empty() || control.control.empty())
    throw InputError("a control measurement needs the names of instrument and control",
                     "Name the bead or control with its lot.");
  if (control.measured_utc.empty())
    throw InputError("the scan does not say when it was measured", "Measure the control anew.");
  for (const ControlQuantityName& quantity : control_quantities())
    if (!std::isfinite(value_of(control, quantity.quantity)))
      throw InputError(fmt::format("{} of the control is not a finite number", quantity.name));
}

void refuse_known(const Database& database, const NewControl& control) {
  Statement known = database.run("SELECT entered_utc, entered_by FROM controls WHERE checksum = ?", control.checksum);
  if (known.next()) {
    const std::string when = known.text();
    throw InputError(fmt::format("{} was entered on {} by {}", control.scan, when, known.text()),
                     "Measure the control anew for a new point.");
  }
  Statement other = database.run("SELECT id FROM controls WHERE instrument = ? AND control = ? AND simulated <> ?",
                                 control.instrument, control.control, control.simulated);
  if (other.next())
    throw InputError(fmt::format("control \"{}\" holds {} measurements, and this one is {}", control.control,
                                 control.simulated ? "real" : "simulated", control.simulated ? "simulated" : "real"),
                     "Give the control another name.");
}

nlohmann::json details(const NewControl& c) {
  return {{"instrument", c.instrument}, {"control", c.control},     {"measured_utc", c.measured_utc},
          {"mean_ri", c.mean_ri},       {"volume_fl", c.volume_fl}, {"dry_mass_pg", c.dry_mass_pg},
          {"objects", c.objects},       {"checksum", c.checksum},   {"simulated", c.simulated}};
}

// In a function of its own: the statement must be done before the transaction ends.
RecordId insert(const Change& change, const NewControl& control) {
  Statement row = change.database().run(
      "INSERT INTO controls (instrument, control, measured_utc, mean_ri, volume_fl, dry_mass_pg, objects, scan, "
      "checksum, "
      "simulated, entered_by, entered_utc) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
      control.instrument, control.control, control.measured_utc, control.mean_ri, control.volume_fl,
      control.dry_mass_pg, control.objects, control.scan, control.checksum, control.simulated, change.user().name,
      change.time_utc());
  row.next();
  return row.integer();
}

constexpr const char* kSelectControls =
    "SELECT c.id, c.instrument, c.control, c.measured_utc, c.mean_ri, c.volume_fl, c.dry_mass_pg, c.objects, c.scan, "
    "c.checksum, c.simulated, c.entered_by, c.entered_utc, COALESCE(x.reason, '') FROM controls c "
    "LEFT JOIN control_exclusions x ON x.measurement = c.id WHERE ";

std::vector<ControlMeasurement> read(Statement row) {
  std::vector<ControlMeasurement> found;
  while (row.next()) {
    ControlMeasurement m;
    m.id = row.integer();
    m.measured.instrument = row.text();
    m.measured.control = row.text();
    m.measured.measured_utc = row.text();
    m.measured.mean_ri = row.number();
    m.measured.volume_fl = row.number();
    m.measured.dry_mass_pg = row.number();
    m.measured.objects = row.small();
    m.measured.scan = row.text();
    m.measured.checksum = row.text();
    m.measured.simulated = row.flag();
    m.entered_by = row.text();
    m.entered_utc = row.text();
    m.excluded = row.text();
    found.push_back(std::move(m));
  }
  return found;
}

}  // namespace

const std::vector<ControlQuantityName>& control_quantities() {
  static const std::vector<ControlQuantityName> kQuantities = {
      {ControlQuantity::kMeanRi, "mean_ri", "Mean refractive index", "", 5},
      {ControlQuantity::kVolume, "volume_fl", "Volume", "fL", 2},
      {ControlQuantity::kDryMass, "dry_mass_pg", "Dry mass", "pg", 2}};
  return kQuantities;
}

double value_of(const NewControl& control, ControlQuantity quantity) {
  if (quantity == ControlQuantity::kMeanRi) return control.mean_ri;
  return quantity == ControlQuantity::kVolume ? control.volume_fl : control.dry_mass_pg;
}

ControlMeasurement add_control(Catalog& catalog, const NewControl& control) {
  check(control);
  Change change(catalog, Permission::kManageSamples);
  refuse_known(change.database(), control);
  const RecordId id = insert(change, control);
  change.audit("add control", fmt::format("control {}", id), details(control));
  change.commit();
  return {id, control, change.user().name, change.time_utc(), {}};
}

std::vector<ControlSeries> list_control_series(const Catalog& catalog) {
  Statement row = catalog.database().run(
      "SELECT instrument, control, MAX(simulated), COUNT(*) FROM controls GROUP BY instrument, control "
      "ORDER BY instrument, control");
  std::vector<ControlSeries> series;
  while (row.next()) series.push_back({row.text(), row.text(), row.flag(), row.small()});
  return series;
}

std::vector<ControlMeasurement> list_controls(const Catalog& catalog, const std::string& instrument,
                                              const std::string& control) {
  return read(catalog.database().run(
      std::string(kSelectControls) + "c.instrument = ? AND c.control = ? ORDER BY c.measured_utc, c.id", instrument,
      control));
}

void exclude_control(Catalog& catalog, RecordId measurement, const std::string& reason) {
  if (reason.empty())
    throw InputError("an excluded control measurement needs a reason", "Write why it does not count.");
  Change change(catalog, Permission::kManageSamples);
  const auto found = read(change.database().run(std::string(kSelectControls) + "c.id = ?", measurement));
  if (found.empty()) throw InputError(fmt::format("the catalog has no control measurement {}", measurement));
  if (!found.front().excluded.empty())
    throw InputError(
        fmt::format("control measurement {} is excluded already: {}", measurement, found.front().excluded));
  change.database().run(
      "INSERT INTO control_exclusions (measurement, reason, excluded_by, time_utc) VALUES (?, ?, ?, ?)", measurement,
      reason, change.user().name, change.time_utc());
  change.audit("exclude control", fmt::format("control {}", measurement), {{"reason", reason}});
  change.commit();
}

void set_control_target(Catalog& catalog, const ControlSeries& series, ControlQuantity quantity,
                        const std::optional<ControlTarget>& target, const std::string& source) {
  if (target && (!std::isfinite(target->mean) || !(target->standard_deviation > 0.0)))
    throw InputError("a target needs a mean and a positive SD", "Enter both anew.");
  Change change(catalog, Permission::kManageSamples);
  std::optional<double> mean;
  std::optional<double> sd;
  if (target) mean = target->mean, sd = target->standard_deviation;
  change.database().run(
      "INSERT INTO control_targets (instrument, control, quantity, mean, standard_deviation, source, entered_by, "
      "time_utc) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      series.instrument, series.control, named(quantity).key, mean, sd, source, change.user().name, change.time_utc());
  nlohmann::json detail = {{"quantity", named(quantity).key}, {"source", source}};
  if (target) detail["mean"] = target->mean, detail["standard_deviation"] = target->standard_deviation;
  change.audit("set control target", fmt::format("control \"{}\" of {}", series.control, series.instrument), detail);
  change.commit();
}

std::optional<ControlTarget> control_target(const Catalog& catalog, const ControlSeries& series,
                                            ControlQuantity quantity) {
  Statement row = catalog.database().run(
      "SELECT mean, standard_deviation FROM control_targets WHERE instrument = ? AND control = ? AND quantity = ? "
      "ORDER BY id DESC LIMIT 1",
      series.instrument, series.control, named(quantity).key);
  if (!row.next()) return std::nullopt;
  const auto mean = row.optional_number();
  const auto sd = row.optional_number();
  if (!mean || !sd) return std::nullopt;
  return ControlTarget{*mean, *sd};
}

}  // namespace tomocyte
