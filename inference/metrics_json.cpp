// An evaluation as JSON.
#include <cmath>
#include <nlohmann/json.hpp>

#include "inference/metrics.h"

namespace tomocyte {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Interval& interval) {
  return {{"value", interval.value}, {"low", interval.low}, {"high", interval.high}};
}

void put(Json& json, const char* name, const std::optional<Interval>& interval) {
  if (interval) json[name] = json_of(*interval);
}

Json json_of(const std::vector<RocPoint>& roc) {
  Json points = Json::array();
  for (const RocPoint& point : roc) {
    Json json = {{"false_positive_rate", point.false_positive_rate}, {"true_positive_rate", point.true_positive_rate}};
    // JSON has no infinity: the first point, where no cell is called, has no threshold.
    if (std::isfinite(point.threshold)) json["threshold"] = point.threshold;
    points.push_back(std::move(json));
  }
  return points;
}

Json json_of(const ClassMetrics& metrics) {
  Json json = {{"name", metrics.name}, {"cells", metrics.cells}};
  put(json, "sensitivity", metrics.sensitivity);
  put(json, "specificity", metrics.specificity);
  put(json, "precision", metrics.precision);
  put(json, "f1", metrics.f1);
  put(json, "roc_area", metrics.roc_area);
  if (!metrics.roc.empty()) json["roc"] = json_of(metrics.roc);
  return json;
}

Json json_of(const ReliabilityBin& bin) {
  Json json = {{"low", bin.low}, {"high", bin.high}, {"cells", bin.cells}};
  if (bin.confidence) json["confidence"] = *bin.confidence;
  if (bin.accuracy) json["accuracy"] = *bin.accuracy;
  return json;
}

}  // namespace

std::string evaluation_to_json(const Evaluation& evaluation) {
  Json json = {{"cells", evaluation.cells}};
  if (evaluation.donors > 0) json["donors"] = evaluation.donors;
  json["intervals"] = evaluation.donors > 0 ? "95 %, bootstrap over donors" : "95 %, bootstrap over cells";
  json["accuracy"] = json_of(evaluation.accuracy);
  json["classes"] = Json::array();
  for (const ClassMetrics& metrics : evaluation.classes) json["classes"].push_back(json_of(metrics));
  json["confusion"] = Json::array();  // [truth][predicted]
  for (Eigen::Index row = 0; row < evaluation.confusion.rows(); ++row) {
    Json cells = Json::array();
    for (Eigen::Index column = 0; column < evaluation.confusion.cols(); ++column)
      cells.push_back(evaluation.confusion(row, column));
    json["confusion"].push_back(std::move(cells));
  }
  json["expected_calibration_error"] = evaluation.expected_calibration_error;
  json["brier_score"] = evaluation.brier_score;
  json["reliability"] = Json::array();
  for (const ReliabilityBin& bin : evaluation.reliability) json["reliability"].push_back(json_of(bin));
  return json.dump(2);
}

}  // namespace tomocyte
