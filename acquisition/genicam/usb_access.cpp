#include "acquisition/genicam/usb_access.h"

#include <fmt/format.h>
#include <unistd.h>

#include <fstream>
#include <set>

namespace tomocyte {
namespace {

std::string line_of(const std::filesystem::path& file) {
  std::ifstream stream(file);
  std::string line;
  std::getline(stream, line);
  return line;
}

// "1-4:1.0" is interface 0 of the device "1-4".
bool is_usb3_vision(const std::filesystem::path& interface) {
  return line_of(interface / "bInterfaceClass") == "ef" && line_of(interface / "bInterfaceSubClass") == "05";
}

bool may_open(const std::filesystem::path& device, const std::filesystem::path& nodes) {
  const std::string bus = line_of(device / "busnum");
  const std::string number = line_of(device / "devnum");
  if (bus.empty() || number.empty()) return false;
  const auto node = nodes / fmt::format("{:0>3}", bus) / fmt::format("{:0>3}", number);
  return access(node.c_str(), R_OK | W_OK) == 0;
}

}  // namespace

std::vector<std::string> forbidden_usb_cameras(const std::filesystem::path& sysfs, const std::filesystem::path& nodes) {
  std::set<std::filesystem::path> cameras;
  std::error_code absent;
  for (const auto& entry : std::filesystem::directory_iterator(sysfs, absent)) {
    const std::string name = entry.path().filename().string();
    const auto colon = name.find(':');
    if (colon != std::string::npos && is_usb3_vision(entry.path())) cameras.insert(sysfs / name.substr(0, colon));
  }
  std::vector<std::string> forbidden;
  for (const auto& camera : cameras)
    if (!may_open(camera, nodes))
      forbidden.push_back(fmt::format("{} {} ({})", line_of(camera / "manufacturer"), line_of(camera / "product"),
                                      line_of(camera / "serial")));
  return forbidden;
}

}  // namespace tomocyte
