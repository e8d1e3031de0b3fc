// What every device has in common: who it is, how it is, and its named properties.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace tomocyte {

// As the device reports it; what it does not tell stays empty.
struct DeviceIdentity {
  std::string driver;  // "genicam", "dlpc900", "apt", "fw102c", "simulated"
  std::string vendor;
  std::string model;
  std::string serial;
  std::string firmware;
};

enum class DeviceState { kDisconnected, kReady, kBusy, kFault };
[[nodiscard]] std::string to_string(DeviceState state);

using PropertyValue = std::variant<bool, std::int64_t, double, std::string>;
// "12.5", "true", "Mono8".
[[nodiscard]] std::string to_string(const PropertyValue& value);

struct Property {
  std::string name;  // "exposure"
  std::string unit;  // "ms", "" when it has none
  PropertyValue value;
  bool read_only = false;
  std::optional<double> minimum;  // absent: the device does not tell, which is not the same as "no limit"
  std::optional<double> maximum;
  std::vector<std::string> choices;  // for texts; empty: anything goes
  std::string help;                  // one sentence
};

// Devices are used from one thread at a time, except where a method says otherwise.
class Device {
 public:
  virtual ~Device() = default;
  Device() = default;
  Device(const Device&) = delete;
  Device& operator=(const Device&) = delete;

  [[nodiscard]] virtual DeviceIdentity identity() const = 0;
  // Asks the device; never throws. From any thread.
  [[nodiscard]] virtual DeviceState state() const = 0;

  // With their present values. Throws DeviceError when the device does not answer.
  [[nodiscard]] std::vector<Property> properties() const;
  // A number is accepted for a real or an integer property where it fits. Throws InputError naming property, range and
  // unit (unknown, read-only, wrong type, out of range), DeviceError when the device refuses.
  void set_property(const std::string& name, const PropertyValue& value);

 protected:
  using Read = std::function<Property()>;
  using Write = std::function<void(const PropertyValue&)>;
  // Called in the driver's constructor. `read` returns the property with its present value and range; a property
  // without `write` is read-only.
  void add_property(Read read, Write write = {});

 private:
  struct Entry {
    Read read;
    Write write;
  };
  std::vector<Entry> entries_;
};

}  // namespace tomocyte
