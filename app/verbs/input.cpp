#include "app/verbs/input.h"

#include "core/error.h"
#include "core/files/atomic_file.h"

namespace tomocyte {
namespace {
constexpr const char* kExtension = ".tomocyte.h5";
}

void add_input(CLI::App& verb, Input& input) {
  verb.add_option("file", input.path, "Scan file, HDF5 of exact fields or holograms, TIFF stack or .npz")->required();
  const auto add = [&](const std::string& flag, std::optional<double>& value, const std::string& help, double minimum,
                       double maximum) {
    verb.add_option(flag, value, help + " [from the file]")
        ->check(CLI::Range(minimum, maximum))
        ->group("Setup (overrides the file)");
  };
  add("--wavelength-um", input.import.wavelength_um, "Vacuum wavelength, µm", 0.1, 20.0);
  add("--medium-index", input.import.medium_index, "Refractive index of the medium", 1.0, 1.7);
  add("--numerical-aperture", input.import.numerical_aperture, "Numerical aperture of detection", 0.01, 1.7);
  add("--pixel-size-um", input.import.pixel_size_um, "Camera pixel in the sample plane, µm", 0.001, 100.0);
  verb.add_option("--background", input.import.background, "A second file with the sample-free holograms")
      ->group("Setup (overrides the file)");
}

std::filesystem::path default_output(const std::filesystem::path& input) {
  if (input.string().ends_with(kExtension)) return input;
  return std::filesystem::path(input.stem().string() + kExtension);
}

void refuse_to_overwrite(const std::filesystem::path& path, bool overwrite) {
  check_writable(path);
  if (!overwrite && std::filesystem::exists(path))
    throw FileError(path, "exists already", "Choose another name, or add --overwrite.");
}

void naming_the_file(const std::filesystem::path& path, const std::function<void()>& work) {
  try {
    work();
  } catch (const InputError& error) {
    throw FileError(path, error.what(), error.remedy());
  }
}

}  // namespace tomocyte
