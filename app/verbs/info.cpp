// tomocyte info: what a file holds, and whether all of it reads back intact.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/terminal.h"
#include "app/verbs/info_smear.h"
#include "app/verbs/input.h"
#include "app/verbs/results.h"
#include "app/verbs/verbs.h"
#include "core/files/scan_file.h"
#include "core/files/smear_file.h"

namespace tomocyte {
namespace {

std::string setup_text(const OpticalSetup& setup) {
  const auto text = [](double value, const char* unit) {
    return value == 0.0 ? std::string("unknown") : fmt::format("{:.6g}{}", value, unit);
  };
  return fmt::format("wavelength {}, medium index {}, NA {}, pixel {}", text(setup.wavelength_um, " µm"),
                     text(setup.medium_index, ""), text(setup.numerical_aperture, ""),
                     text(setup.pixel_size_um, " µm"));
}

nlohmann::ordered_json setup_json(const OpticalSetup& setup) {
  const auto value = [](double number) {
    return number == 0.0 ? nlohmann::ordered_json() : nlohmann::ordered_json(number);
  };
  return {{"wavelength_um", value(setup.wavelength_um)},
          {"medium_index", value(setup.medium_index)},
          {"numerical_aperture", value(setup.numerical_aperture)},
          {"pixel_size_um", value(setup.pixel_size_um)}};
}

nlohmann::ordered_json datasets_json(const ScanFileInfo& info) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const DatasetInfo& dataset : info.datasets)
    list.push_back({{"path", dataset.path},
                    {"shape", dataset.shape},
                    {"type", dataset.type},
                    {"stored_bytes", dataset.stored_bytes},
                    {"checksummed", dataset.checksummed},
                    {"verified", dataset.verified},
                    {"intact", dataset.intact},
                    {"problem", dataset.problem}});
  return list;
}

std::string state_of(const DatasetInfo& dataset) {
  if (!dataset.intact) return "DAMAGED: " + dataset.problem;
  if (!dataset.verified) return "not verified (variable length)";
  return dataset.checksummed ? "intact (checksum)" : "readable (no checksum)";
}

std::string datasets_text(const ScanFileInfo& info) {
  std::string text;
  for (const DatasetInfo& dataset : info.datasets)
    text += fmt::format("  {:<36} {:>18} {:<8} {:>9.2f} MB  {}\n", dataset.path, dataset.shape, dataset.type,
                        static_cast<double>(dataset.stored_bytes) / 1e6, state_of(dataset));
  return text;
}

std::string scan_text(const Scan& scan) {
  std::string text = scan.simulated ? "SIMULATED data\n" : "";
  text += fmt::format("sample: {}\n", scan.sample_id.empty() ? "(none)" : scan.sample_id);
  if (scan.holograms)
    text += fmt::format("holograms: {} (angle x y x x), {} bit, background {}, {}\n",
                        to_string(scan.holograms->holograms.shape()), scan.holograms->bit_depth,
                        scan.holograms->background.empty() ? "none" : "yes", setup_text(scan.holograms->setup));
  if (scan.fields)
    text += fmt::format("fields: {}, {}\n", to_string(scan.fields->field.shape()), setup_text(scan.fields->setup));
  if (scan.tomogram) text += tomogram_text(scan) + "\n";
  if (!scan.cells.empty()) text += cells_text(scan) + "\n";
  for (const Provenance& record : scan.provenance)
    text += fmt::format("{} {}: {} {} {}\n", record.time_utc, record.step, record.program_version, record.device,
                        record.input);
  return text;
}

int info(const Context& context, const Input& input) {
  Terminal terminal(context.quiet);
  const Progress progress = terminal.progress();
  // Only HDF5 files have datasets to verify; a TIFF or .npz is verified by reading it. The list of what is damaged
  // must appear even when the scan as a whole cannot be opened any more.
  const ScanFileInfo file =
      is_hdf5_file(input.path) ? inspect_scan_file(input.path, progress.part(0.0, 0.5, "Verifying")) : ScanFileInfo{};
  if (!file.intact()) {
    terminal.finish_line();
    print_result(
        context,
        nlohmann::ordered_json({{"file", input.path.string()}, {"intact", false}, {"datasets", datasets_json(file)}})
            .dump(2),
        input.path.string() + " is damaged; copy it again from its source.\n" + datasets_text(file));
    return kInputError;
  }
  if (is_smear_file(input.path)) {
    terminal.finish_line();
    SmearSummary summary = smear_summary(input.path);
    summary.json["file"] = input.path.string();
    summary.json["format_version"] = file.format_version;
    summary.json["intact"] = true;
    summary.json["datasets"] = datasets_json(file);
    print_result(context, summary.json.dump(2), summary.text + datasets_text(file));
    return kSuccess;
  }
  const Scan scan = open_scan(input.path, input.import, progress.part(0.5, 1.0, "Reading"));
  terminal.finish_line();

  nlohmann::ordered_json json = {
      {"file", input.path.string()}, {"format_version", file.format_version}, {"intact", true},
      {"simulated", scan.simulated}, {"sample_id", scan.sample_id},           {"datasets", datasets_json(file)}};
  if (scan.holograms)
    json["holograms"] = {{"shape", scan.holograms->holograms.shape()},
                         {"bit_depth", scan.holograms->bit_depth},
                         {"background", !scan.holograms->background.empty()},
                         {"setup", setup_json(scan.holograms->setup)}};
  if (scan.fields) json["fields"] = {{"shape", scan.fields->field.shape()}, {"setup", setup_json(scan.fields->setup)}};
  if (scan.tomogram) json["tomogram"] = tomogram_json(scan);
  json["cells"] = cells_json(scan)["cells"];
  print_result(context, json.dump(2), scan_text(scan) + datasets_text(file));
  return kSuccess;
}

}  // namespace

void add_info(CLI::App& program, Context& context) {
  const auto input = std::make_shared<Input>();
  CLI::App& verb = add_verb(program, context, "info", "Show what a file holds and verify its checksums", false,
                            [&context, input] { return info(context, *input); });
  add_input(verb, *input);
}

}  // namespace tomocyte
