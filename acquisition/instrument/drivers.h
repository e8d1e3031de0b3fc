// Which drivers this program was built with, and which devices they find.
#pragma once

#include <string>
#include <vector>

namespace tomocyte {

struct DriverReport {
  std::string name;  // as in the configuration: "genicam"
  std::string role;  // "camera", "DMD", "stage", "filter wheel", "microscope"
  std::string what;  // "GenICam cameras over USB3 Vision and GigE Vision (Aravis)"
  bool built_in = true;
  std::string missing;             // the Debian package that brings it, when not built in
  std::vector<std::string> found;  // addresses with the model; serial devices tell nothing until they are opened
  std::string note;                // why nothing can be found, or that it was never tried on the real device
};

// Looks on USB, network and serial ports; opens nothing. Takes about a second.
[[nodiscard]] std::vector<DriverReport> find_devices();

}  // namespace tomocyte
