// What the tests of core/files share: a folder of their own, a small scan with every part, and the check that an
// error names its file.
#pragma once

#include <unistd.h>

#include <complex>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "core/error.h"
#include "core/scan.h"
#include "tests/catch.h"

namespace tomocyte::test {

// Removed at the end of the test case.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "tomocyte-files-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("cannot make a folder for the test");
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  [[nodiscard]] std::size_t files() const {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(path_), std::filesystem::directory_iterator()));
  }

 private:
  std::filesystem::path path_;
};

inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

inline void write_bytes(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

template <class T>
T number_in(const std::string& bytes, std::size_t at) {
  T value{};
  REQUIRE(at + sizeof(T) <= bytes.size());
  std::memcpy(&value, bytes.data() + at, sizeof(T));
  return value;
}

// The message and remedy of the FileError or InputError that `action` throws; it must name the file.
template <class Action>
std::string error_of(const std::filesystem::path& path, Action&& action) {
  try {
    action();
  } catch (const Error& error) {
    CHECK(std::string(error.what()).find(path.string()) != std::string::npos);
    return std::string(error.what()) + " " + error.remedy();
  }
  FAIL("nothing was thrown for " << path);
  return {};
}

inline bool contains(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

inline Tomogram small_tomogram() {
  Tomogram tomogram;
  tomogram.ri = Array<float, 3>({20, 6, 5});
  for (Index i = 0; i < tomogram.ri.size(); ++i) tomogram.ri.data()[i] = 1.337F + 1e-4F * static_cast<float>(i % 37);
  tomogram.voxel_size_um = {0.2, 0.1, 0.15};
  tomogram.medium_index = 1.337;
  tomogram.wavelength_um = 0.532;
  tomogram.convergence = {0.5, 0.25, 0.125};
  return tomogram;
}

inline Scan small_scan() {
  Scan scan;
  scan.sample_id = "Probe-0042 µ";
  scan.simulated = true;
  HologramStack stack;
  stack.setup = {0.532, 1.337, 1.2, 0.05};
  stack.holograms = Array<std::uint16_t, 3>({4, 8, 7});
  stack.background = Array<std::uint16_t, 3>({4, 8, 7});
  for (Index i = 0; i < stack.holograms.size(); ++i) {
    stack.holograms.data()[i] = static_cast<std::uint16_t>((i * 31) % 1024);
    stack.background.data()[i] = static_cast<std::uint16_t>((i * 17) % 1024);
  }
  stack.illumination = {{0.0, 0.0}, {1.5, 0.0}, {0.0, 1.5}, {-1.5, 0.25}};
  stack.bit_depth = 10;
  stack.carrier = WaveVector{30.0, -30.5};
  stack.background_conditions = RecordedConditions{
      "2026-01-02T03:00:00Z",
      {{"exposure", "ms", 5.0, ValueSource::kSet}, {"camera", "", std::string("µCam 7"), ValueSource::kSet}}};
  FieldStack fields;
  fields.setup = {0.532, 1.337, 1.2, 0.1};
  fields.illumination = stack.illumination;
  fields.field = Array<std::complex<float>, 3>({4, 3, 3});
  fields.phase = Array<float, 3>({4, 3, 3});
  for (Index i = 0; i < fields.field.size(); ++i) {
    fields.field.data()[i] = std::polar(1.0F, 0.01F * static_cast<float>(i));
    fields.phase.data()[i] = 0.01F * static_cast<float>(i);
  }
  fields.focus_offset_um = 3.5;
  fields.quality = {{0.01, 0.2, 0.03, 0.99, 0.0, false, ""},
                    {0.02, 0.1, 0.0, 1.0, 0.0, false, ""},
                    {0.9, 7.5, 1.2, 0.4, 0.25, true, "a phase jump of 1.2 rad"},
                    {0.01, 0.3, 0.0, 1.0, 0.0, false, ""}};
  scan.holograms = std::move(stack);
  scan.fields = std::move(fields);
  scan.tomogram = small_tomogram();
  scan.labels = Array<std::uint16_t, 3>({20, 6, 5});
  scan.labels(3, 2, 1) = 1;
  scan.labels(19, 5, 4) = 2;
  Cell cell;
  cell.label = 1;
  cell.box = {{1, 2, 3}, {4, 5, 5}};
  cell.centroid_um = {-0.25, 0.5, 0.125};
  cell.indices = {113.1, 112.5, 1.0 / 3.0, 18.7, 16.5, 1.37};
  cell.corpuscular_volume_fl = 90.25;
  cell.corpuscular_hemoglobin_pg = 29.5;
  cell.touches_border = true;
  scan.cells = {cell, cell};
  scan.cells[1].label = 2;
  scan.cells[1].touches_border = false;
  scan.cells[1].too_small = true;
  scan.donor_id = "donor 7";
  scan.cells[0].annotation = "monocyte";
  scan.cells[1].classification =
      Classification{{{"B \"naive\"", 0.75}, {"T", 0.25}}, "four types", "sha256:12", "below 0.8"};
  scan.truth = GroundTruth{R"({"shape":"sphere","radius_um":3})", small_tomogram()};
  scan.provenance = {{"acquisition", "tomocyte 0.1.0", "abc123", "2026-01-02T03:04:05Z", R"({"seed":1})", "", "",
                      "simulated microscope"},
                     {"reconstruction", "tomocyte 0.1.0", "abc123", "2026-01-02T03:05:05Z", R"({"iterations":20})",
                      "scan.h5", "sha256:00", "CPU, 2 threads"}};
  return scan;
}

}  // namespace tomocyte::test
