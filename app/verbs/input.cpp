#include "app/verbs/input.h"

#include "core/error.h"

namespace tomocyte {
namespace {
constexpr const char* kExtension = ".tomocyte.h5";
}

void add_input(CLI::App& verb, Input& input) {
  verb.add_option("file", input.path, "Scan file, HDF5 of exact fields or holograms, TIFF stack or .npz")->required();
  const auto add = [&](const std::string& flag, std::optional<double>& value, const std::string& help) {
    verb.add_option(flag, value, help + " [from the file]")->group("Setup (overrides the file)");
  };
  add("--wavelength-um", input.import.wavelength_um, "Vacuum wavelength, µm");
  add("--medium-index", input.import.medium_index, "Refractive index of the medium");
  add("--numerical-aperture", input.import.numerical_aperture, "Numerical aperture of detection");
  add("--pixel-size-um", input.import.pixel_size_um, "Camera pixel in the sample plane, µm");
  verb.add_option("--background", input.import.background, "A second file with the sample-free holograms")
      ->group("Setup (overrides the file)");
}

std::filesystem::path default_output(const std::filesystem::path& input) {
  if (input.string().ends_with(kExtension)) return input;
  return std::filesystem::path(input.stem().string() + kExtension);
}

void refuse_to_overwrite(const std::filesystem::path& path, bool overwrite) {
  if (!overwrite && std::filesystem::exists(path))
    throw FileError(path, "exists already", "Choose another name with --output, or add --overwrite.");
}

}  // namespace tomocyte
