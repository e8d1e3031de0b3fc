#include "app/workflow/simulated_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

#include "acquisition/cell_anatomy.h"
#include "core/compute/compute.h"
#include "core/error.h"
#include "core/files/scan_file.h"
#include "reconstruction/for_each_frame.h"

namespace tomocyte {
namespace {

std::vector<std::string> classes_of(const SimulatedSetOptions& options) {
  std::vector<std::string> classes;
  std::istringstream text(options.classes);
  for (std::string name; std::getline(text, name, ',');) {
    static_cast<void>(anatomy_spreads(name));  // refuses an unknown one
    classes.push_back(name);
  }
  if (classes.empty()) throw InputError("the set has no classes", "Name at least one in --classes.");
  return classes;
}

// Everything that a cell's file follows from.
std::string options_json(const SimulatedSet& options, int index) {
  nlohmann::ordered_json json = {{"cell", index}};
  const auto add = [&](const char* name, const auto& part) {
    json[name] = nlohmann::ordered_json::parse(options_to_json(part));
  };
  add("set", options.set);
  json["set"].erase("cells");  // a set that is made longer keeps its first cells
  add("simulation", options.imaging.simulation);
  add("reconstruction", options.imaging.reconstruction);
  add("measurement", options.imaging.measurement);
  return json.dump();
}

class SetWriter {
 public:
  SetWriter(const SimulatedSet& options, std::filesystem::path folder)
      : options_(options), folder_(std::move(folder)), classes_(classes_of(options.set)) {
    for (int number = 1; number <= options.set.donors; ++number) donors_.push_back(make_donor(seed(), number));
    if (options.set.through == "operator") operator_.emplace(network_operator(options.imaging));
  }

  // True when the file was not there yet.
  bool make(int index, const Progress& progress) {
    const std::filesystem::path path = path_of(index);
    const std::string options = options_json(options_, index);
    if (is_there(path, options)) return false;
    Scan scan = image(index, progress);
    Provenance record = make_provenance("simulation");
    record.options_json = options;
    record.input = scan.sample_id;
    record.device = operator_ ? "scan operator (first-order scattering)" : "simulated microscope";
    scan.provenance = {record};
    const std::lock_guard lock(file_mutex_);  // HDF5 as Debian builds it is not safe for threads
    write_scan(path, scan);
    return true;
  }

 private:
  [[nodiscard]] std::uint64_t seed() const { return static_cast<std::uint64_t>(options_.imaging.simulation.seed); }
  [[nodiscard]] const std::string& class_of(int index) const {
    return classes_[static_cast<std::size_t>(index) % classes_.size()];
  }
  [[nodiscard]] std::filesystem::path path_of(int index) const {
    return folder_ / fmt::format("{:05}-{}.tomocyte.h5", index + 1, class_of(index));
  }

  [[nodiscard]] Scan image(int index, const Progress& progress) const {
    const Donor& donor = donors_[static_cast<std::size_t>(index) / classes_.size() % donors_.size()];
    std::seed_seq sequence = {seed(), static_cast<std::uint64_t>(index)};
    std::array<std::uint32_t, 2> bits{};
    sequence.generate(bits.begin(), bits.end());
    const CellOnSlide cell = make_cell_on_slide(class_of(index), donor, options_.imaging.simulation.medium_index,
                                                (static_cast<std::uint64_t>(bits[0]) << 32U) + bits[1]);
    Scan scan = operator_ ? image_through_operator(cell, *operator_, options_.imaging)
                          : image_through_optics(cell, options_.imaging, 1, progress);
    scan.sample_id = fmt::format("SIM-{}-cell-{:05}", seed(), index + 1);
    return scan;
  }

  // A damaged file is as good as none; one of another set is not touched.
  [[nodiscard]] bool is_there(const std::filesystem::path& path, const std::string& options) {
    const std::lock_guard lock(file_mutex_);
    if (!std::filesystem::exists(path)) return false;
    std::optional<Scan> scan;
    try {
      scan = read_scan(path);
    } catch (const FileError&) {
      return false;
    }
    if (scan->provenance.empty() || scan->provenance.front().options_json != options)
      throw FileError(path, "was made with other options",
                      "Choose another folder, or the options that it was made with.");
    return true;
  }

  const SimulatedSet& options_;
  std::filesystem::path folder_;
  std::vector<std::string> classes_;
  std::vector<Donor> donors_;
  std::optional<ScanOperator> operator_;
  std::mutex file_mutex_;
};

// Twenty stages, so that a log of a long run shows where it is.
void report_milestone(const Progress& progress, double done, int cells) {
  const int reached = static_cast<int>(std::floor(done * 20.0)) * cells / 20;
  progress.part(0.0, 1.0, fmt::format("{} of {} cells (simulated)", reached, cells)).report(done);
}

}  // namespace

template <>
const OptionTable<SimulatedSetOptions>& option_table<SimulatedSetOptions>() {
  using O = SimulatedSetOptions;
  static const OptionTable<O> table = {
      {&O::cells, "cells", "", "write a set of so many cells, one file each; 0 = one scan", 0, 1e6, {}},
      {&O::donors, "donors", "", "donors that the cells of a set come from", 1, 10000, {}},
      {&O::classes, "classes", "", "white cells of a set, comma-separated", 0, 0, {}},
      {&O::through,
       "through",
       "",
       "how the cells of a set are imaged: first-order scattering (fast) or the simulated microscope",
       0,
       0,
       {"operator", "optics"}},
      {&O::network_voxel_um, "network-voxel-um", "µm", "voxel of a set's tomograms", 0.05, 1.0, {}},
      {&O::network_voxels, "network-voxels", "voxels", "edge of a set's tomograms", 16, 256, {}},
  };
  return table;
}

SimulatedSetReport simulate_set(const SimulatedSet& options, const std::filesystem::path& folder, int threads,
                                const Progress& progress) {
  validate_options(options.set);
  validate_options(options.imaging.simulation);
  validate_options(options.imaging.reconstruction);
  validate_options(options.imaging.measurement);
  SimulatedSet set = options;
  set.imaging.grid = {set.set.network_voxel_um, set.set.network_voxels};
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  if (failure) throw FileError(folder, "cannot be created: " + failure.message(), "Choose another --output.");
  SetWriter writer(set, folder);
  use_threads(threads);
  std::atomic<int> made = 0;
  const Progress inner({}, progress.stop_token());
  const Progress counted([&](double done, const std::string&) { report_milestone(progress, done, set.set.cells); },
                         progress.stop_token());
  for_each_frame(set.set.cells, counted, [&](Index i) { made += writer.make(static_cast<int>(i), inner) ? 1 : 0; });
  return {made, set.set.cells - made};
}

}  // namespace tomocyte
