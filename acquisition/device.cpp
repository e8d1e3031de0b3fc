#include "acquisition/device.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "core/error.h"

namespace tomocyte {
namespace {

std::string range_text(const Property& property) {
  const std::string unit = property.unit.empty() ? "" : " " + property.unit;
  if (property.minimum && property.maximum)
    return fmt::format("{} to {}{}", *property.minimum, *property.maximum, unit);
  if (property.minimum) return fmt::format("at least {}{}", *property.minimum, unit);
  return fmt::format("at most {}{}", *property.maximum, unit);
}

[[noreturn]] void wrong_type(const Property& property, const PropertyValue& value) {
  static constexpr const char* kKinds[] = {"true or false", "a whole number", "a number", "a text"};
  throw InputError(fmt::format("property \"{}\" takes {}, not \"{}\"", property.name, kKinds[property.value.index()],
                               to_string(value)));
}

// `value` as the type of the property's own value.
PropertyValue fitted(const Property& property, const PropertyValue& value) {
  if (value.index() == property.value.index()) return value;
  if (std::holds_alternative<double>(property.value) && std::holds_alternative<std::int64_t>(value))
    return static_cast<double>(std::get<std::int64_t>(value));
  if (std::holds_alternative<std::int64_t>(property.value) && std::holds_alternative<double>(value)) {
    const double number = std::get<double>(value);
    if (number == std::floor(number) && std::abs(number) < 9e15) return static_cast<std::int64_t>(number);
  }
  wrong_type(property, value);
}

void check_range(const Property& property, double value) {
  const bool inside = std::isfinite(value) && (!property.minimum || value >= *property.minimum) &&
                      (!property.maximum || value <= *property.maximum);
  if (inside) return;
  if (!property.minimum && !property.maximum)
    throw InputError(fmt::format("property \"{}\" cannot be {}", property.name, value));
  throw InputError(
      fmt::format("property \"{}\" cannot be {}; it takes {}", property.name, value, range_text(property)));
}

void check_value(const Property& property, const PropertyValue& value) {
  if (const auto* number = std::get_if<double>(&value)) check_range(property, *number);
  if (const auto* number = std::get_if<std::int64_t>(&value)) check_range(property, static_cast<double>(*number));
  if (const auto* text = std::get_if<std::string>(&value))
    if (!property.choices.empty() && std::ranges::find(property.choices, *text) == property.choices.end())
      throw InputError(fmt::format("property \"{}\" cannot be \"{}\"; it takes {}", property.name, *text,
                                   fmt::join(property.choices, ", ")));
}

}  // namespace

std::string to_string(DeviceState state) {
  switch (state) {
    case DeviceState::kDisconnected:
      return "disconnected";
    case DeviceState::kReady:
      return "ready";
    case DeviceState::kBusy:
      return "busy";
    case DeviceState::kFault:
      return "fault";
  }
  return "unknown";
}

std::string to_string(const PropertyValue& value) {
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  if (const auto* number = std::get_if<double>(&value)) return fmt::format("{:.10g}", *number);
  return std::get<std::string>(value);
}

std::vector<Property> Device::properties() const {
  std::vector<Property> all;
  for (const Entry& entry : entries_) {
    all.push_back(entry.read());
    all.back().read_only = !entry.write;
  }
  return all;
}

void Device::set_property(const std::string& name, const PropertyValue& value) {
  std::vector<std::string> names;
  for (const Entry& entry : entries_) {
    const Property property = entry.read();
    names.push_back(property.name);
    if (property.name != name) continue;
    if (!entry.write) throw InputError(fmt::format("property \"{}\" is read-only", name));
    const PropertyValue typed = fitted(property, value);
    check_value(property, typed);
    entry.write(typed);
    return;
  }
  throw InputError(fmt::format("there is no property \"{}\"", name),
                   fmt::format("The device has: {}.", fmt::join(names, ", ")));
}

void Device::add_property(Read read, Write write) { entries_.push_back({std::move(read), std::move(write)}); }

}  // namespace tomocyte
