#include "acquisition/instrument/calibration_file.h"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/error.h"
#include "core/provenance.h"

namespace tomocyte {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr const char* kKind = "tomocyte DMD calibration";

OrderedJson map_json(const dlpc900::DmdCalibration& c) {
  return {{"xx", c.xx}, {"xy", c.xy}, {"yx", c.yx}, {"yy", c.yy}, {"offset_x", c.offset.x}, {"offset_y", c.offset.y}};
}

dlpc900::DmdCalibration map_from(const OrderedJson& json) {
  return {json.at("xx"), json.at("xy"), json.at("yx"), json.at("yy"), {json.at("offset_x"), json.at("offset_y")}};
}

}  // namespace

std::string calibration_to_json(const MeasuredCalibration& measured) {
  OrderedJson json = {{"kind", kKind},
                      {"program", program_version() + " " + git_revision()},
                      {"simulated", measured.simulated},
                      {"units", "gratings in cycles per mirror, waves in rad/µm in the sample"},
                      {"calibration", map_json(measured.calibration)},
                      {"rms_residual_rad_per_um", measured.rms_residual},
                      {"largest_residual_rad_per_um", measured.largest_residual},
                      {"belongs_to", OrderedJson::parse(conditions_to_json(measured.conditions))},
                      {"acquired_with", OrderedJson::parse(conditions_to_json(measured.acquired_with))},
                      {"columns", "grating x, grating y, measured kx, measured ky"},
                      {"patterns", OrderedJson::array()}};
  for (const auto& [grating, wave] : measured.pairs) json["patterns"].push_back({grating.x, grating.y, wave.x, wave.y});
  return json.dump(2);
}

MeasuredCalibration calibration_from_json(const std::string& text) {
  try {
    const OrderedJson json = OrderedJson::parse(text);
    if (json.at("kind") != kKind) throw InputError("is no calibration of a DMD");
    MeasuredCalibration measured;
    measured.calibration = map_from(json.at("calibration"));
    measured.rms_residual = json.at("rms_residual_rad_per_um");
    measured.largest_residual = json.at("largest_residual_rad_per_um");
    measured.simulated = json.at("simulated");
    measured.conditions = conditions_from_json(json.at("belongs_to").dump());
    measured.acquired_with = conditions_from_json(json.at("acquired_with").dump());
    for (const OrderedJson& row : json.at("patterns"))
      measured.pairs.push_back({{row.at(0), row.at(1)}, {row.at(2), row.at(3)}});
    return measured;
  } catch (const nlohmann::json::exception& error) {
    throw InputError(fmt::format("is no calibration of a DMD: {}", error.what()), "Make one with tomocyte calibrate.");
  }
}

MeasuredCalibration read_calibration(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::ostringstream content;
  if (!file || !(content << file.rdbuf())) throw FileError(path, "cannot be read", "Make one with tomocyte calibrate.");
  try {
    return calibration_from_json(content.str());
  } catch (const InputError& error) {
    throw FileError(path, error.what(), error.remedy());
  }
}

}  // namespace tomocyte
