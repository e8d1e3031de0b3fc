// The named features ("nodes") of a GenICam camera: which it has, their values and ranges. Internal to the driver.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "acquisition/camera.h"

typedef struct _ArvDevice ArvDevice;

namespace tomocyte {

// Every function throws DeviceError, naming camera and node, when the device does not answer or has no such node.
class GenicamNodes {
 public:
  // Does not own the device.
  GenicamNodes(ArvDevice* device, std::string camera) : device_(device), camera_(std::move(camera)) {}
  [[nodiscard]] const std::string& camera() const { return camera_; }

  [[nodiscard]] bool has(const std::string& node) const;
  // The first that the camera has; empty when it has none. The standard renamed some nodes.
  [[nodiscard]] std::string first_of(std::initializer_list<const char*> nodes) const;
  [[nodiscard]] bool writable(const std::string& node) const;
  [[nodiscard]] std::string description(const std::string& node) const;

  [[nodiscard]] double number(const std::string& node) const;
  [[nodiscard]] Range number_range(const std::string& node) const;
  void set_number(const std::string& node, double value) const;

  struct IntegerRange {
    std::int64_t lowest = 0;
    std::int64_t highest = 0;
    std::int64_t step = 1;
  };
  [[nodiscard]] std::int64_t integer(const std::string& node) const;
  [[nodiscard]] IntegerRange integer_range(const std::string& node) const;
  void set_integer(const std::string& node, std::int64_t value) const;

  // Texts, and enumerations by the name of their entry.
  [[nodiscard]] std::string text(const std::string& node) const;
  [[nodiscard]] std::vector<std::string> choices(const std::string& node) const;
  void set_text(const std::string& node, const std::string& value) const;

  [[nodiscard]] bool flag(const std::string& node) const;
  void set_flag(const std::string& node, bool value) const;
  void execute(const std::string& node) const;

 private:
  ArvDevice* device_;
  std::string camera_;
};

}  // namespace tomocyte
