#include "core/optical_setup.h"

#include <fmt/format.h>

#include <string>

#include "core/error.h"

namespace tomocyte {

namespace {

struct Listed {
  std::string text;
  void add(const std::string& item) { text += (text.empty() ? "" : ", ") + item; }
};

// 0 is what a file that does not tell leaves behind.
void check_missing(const OpticalSetup& setup) {
  Listed names;
  Listed options;
  Listed keys;
  const auto check = [&](double value, const char* name, const char* option, const char* key) {
    if (value != 0.0) return;
    names.add(name);
    options.add(option);
    keys.add(key);
  };
  check(setup.wavelength_um, "the wavelength", "--wavelength-um", "wavelength_um");
  check(setup.medium_index, "the medium index", "--medium-index", "medium_index");
  check(setup.numerical_aperture, "the numerical aperture", "--numerical-aperture", "numerical_aperture");
  check(setup.pixel_size_um, "the pixel size", "--pixel-size-um", "pixel_size_um");
  if (!names.text.empty())
    throw InputError("the optical setup lacks " + names.text,
                     fmt::format("Give {}, or write {} into a JSON file of the same name beside the data.",
                                 options.text, keys.text));
}

}  // namespace

void validate(const OpticalSetup& setup) {
  check_missing(setup);
  Listed problems;
  // Comparisons are written so that NaN fails them.
  if (!(setup.wavelength_um > 0.1 && setup.wavelength_um < 20.0))
    problems.add(fmt::format("wavelength is {} µm, expected 0.1 to 20", setup.wavelength_um));
  if (!(setup.medium_index >= 1.0 && setup.medium_index <= 1.7))
    problems.add(fmt::format("medium index is {}, expected 1.0 to 1.7", setup.medium_index));
  if (!(setup.numerical_aperture > 0.0 && setup.numerical_aperture < setup.medium_index))
    problems.add(fmt::format("numerical aperture is {}, expected above 0 and below the medium index {}",
                             setup.numerical_aperture, setup.medium_index));
  if (!(setup.pixel_size_um > 0.0 && setup.pixel_size_um < 100.0))
    problems.add(fmt::format("pixel size is {} µm, expected above 0", setup.pixel_size_um));
  if (!problems.text.empty())
    throw InputError("the optical setup is impossible: " + problems.text,
                     "Check the unit; each value can be given as an option (--wavelength-um, --medium-index, "
                     "--numerical-aperture, --pixel-size-um).");
}

}  // namespace tomocyte
