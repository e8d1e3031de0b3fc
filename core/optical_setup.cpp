#include "core/optical_setup.h"

#include <fmt/format.h>

#include <string>

#include "core/error.h"

namespace tomocyte {

void validate(const OpticalSetup& setup) {
  std::string problems;
  const auto complain = [&](const std::string& text) { problems += (problems.empty() ? "" : "; ") + text; };
  // Comparisons are written so that NaN fails them.
  if (!(setup.wavelength_um > 0.1 && setup.wavelength_um < 20.0))
    complain(fmt::format("wavelength is {} µm, expected 0.1 to 20", setup.wavelength_um));
  if (!(setup.medium_index >= 1.0 && setup.medium_index <= 1.7))
    complain(fmt::format("medium index is {}, expected 1.0 to 1.7", setup.medium_index));
  if (!(setup.numerical_aperture > 0.0 && setup.numerical_aperture < setup.medium_index))
    complain(
        fmt::format("numerical aperture is {}, expected above 0 and below the medium index", setup.numerical_aperture));
  if (!(setup.pixel_size_um > 0.0 && setup.pixel_size_um < 100.0))
    complain(fmt::format("pixel size is {} µm, expected above 0", setup.pixel_size_um));
  if (!problems.empty())
    throw InputError("the optical setup is incomplete or impossible: " + problems,
                     "Give the missing values in the file, in the JSON beside it, or as options.");
}

}  // namespace tomocyte
