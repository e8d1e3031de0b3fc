#include <nlohmann/json.hpp>

#include "core/error.h"
#include "inference/classical/classical_classifier.h"
#include "iris.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

nlohmann::json saved(ClassicalKind kind) {
  ClassicalOptions options;
  options.kernel = "rbf";
  return nlohmann::json::parse(
      train_classical(kind, iris_features(), iris_truth(), iris_classes(), options)->to_json());
}

std::string reason_of_refusal(const std::string& text) {
  try {
    (void)classical_from_json(text);
  } catch (const InputError& error) {
    return error.what();
  }
  return "read";
}

}  // namespace

TEST_CASE("a classifier read from its JSON predicts the same") {
  const auto kind =
      GENERATE(ClassicalKind::kSupportVectors, ClassicalKind::kNearestNeighbours, ClassicalKind::kLinearDiscriminant,
               ClassicalKind::kNaiveBayes, ClassicalKind::kDecisionTree);
  const auto trained = train_classical(kind, iris_features(), iris_truth(), iris_classes());
  const auto read = classical_from_json(trained->to_json());
  CHECK(read->kind() == kind);
  CHECK(read->classes() == iris_classes());
  CHECK(read->predict(other_flowers()) == trained->predict(other_flowers()));
  CHECK(classical_kind(name_of(kind)) == kind);
}

TEST_CASE("a classifier whose text is cut off anywhere is refused") {
  const std::string text = saved(ClassicalKind::kDecisionTree).dump();
  for (std::size_t length = 0; length < text.size(); length += 7)
    CHECK_THROWS_AS(classical_from_json(text.substr(0, length)), InputError);
}

TEST_CASE("a classifier that lacks any of its members is refused") {
  const auto kind =
      GENERATE(ClassicalKind::kSupportVectors, ClassicalKind::kNearestNeighbours, ClassicalKind::kLinearDiscriminant,
               ClassicalKind::kNaiveBayes, ClassicalKind::kDecisionTree);
  const nlohmann::json whole = saved(kind);
  for (const auto& [name, value] : whole.items()) {
    nlohmann::json json = whole;
    json.erase(name);
    CAPTURE(name);
    CHECK_THROWS_AS(classical_from_json(json.dump()), InputError);
    json[name] = true;
    CHECK_THROWS_AS(classical_from_json(json.dump()), InputError);
  }
  for (const auto& [name, value] : whole.at("model").items()) {
    nlohmann::json json = whole;
    json["model"][name] = "damaged";
    CAPTURE(name);
    CHECK_THROWS_AS(classical_from_json(json.dump()), InputError);
    json["model"].erase(name);
    CHECK_THROWS_AS(classical_from_json(json.dump()), InputError);
  }
}

TEST_CASE("damage is named") {
  nlohmann::json json = saved(ClassicalKind::kNaiveBayes);
  json["model"]["variances"][1][2] = -1.0;
  CHECK(reason_of_refusal(json.dump()).find("variance") != std::string::npos);

  json = saved(ClassicalKind::kNaiveBayes);
  json["version"] = 2;
  CHECK(reason_of_refusal(json.dump()).find("version is 2") != std::string::npos);

  json = saved(ClassicalKind::kNearestNeighbours);
  json["model"]["neighbours"] = 31;
  CHECK(reason_of_refusal(json.dump()).find("neighbours") != std::string::npos);

  json = saved(ClassicalKind::kSupportVectors);
  json["model"]["machines"][1] = json["model"]["machines"][0];
  CHECK(reason_of_refusal(json.dump()).find("one machine for each pair") != std::string::npos);

  json = saved(ClassicalKind::kLinearDiscriminant);
  json["classes"].push_back("fourth");
  CHECK(reason_of_refusal(json.dump()).find("coefficients") != std::string::npos);

  CHECK(reason_of_refusal("{}") != "read");
  CHECK(reason_of_refusal("[]") != "read");
}

TEST_CASE("a tree whose branches lead back is refused, not walked for ever") {
  nlohmann::json json = saved(ClassicalKind::kDecisionTree);
  json["model"]["nodes"][0]["left"] = 0;
  CHECK(reason_of_refusal(json.dump()).find("\"left\"") != std::string::npos);
  json["model"]["nodes"][0]["left"] = 1000;
  CHECK(reason_of_refusal(json.dump()).find("\"left\"") != std::string::npos);
}
