#include "inference/classical/json_values.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/error.h"

namespace tomocyte {
namespace {

using nlohmann::json;

const json& member(const json& object, const std::string& name) {
  if (!object.is_object() || !object.contains(name)) refuse_classifier(fmt::format("\"{}\" is missing", name));
  return object.at(name);
}

double number(const json& value, const std::string& name) {
  // A number too large for a double is read as infinity.
  if (!value.is_number() || !std::isfinite(value.get<double>()))
    refuse_classifier(fmt::format("\"{}\" holds something that is not a finite number", name));
  return value.get<double>();
}

Eigen::VectorXd numbers(const json& values, const std::string& name, Eigen::Index size) {
  if (!values.is_array() || static_cast<Eigen::Index>(values.size()) != size)
    refuse_classifier(fmt::format("\"{}\" does not hold {} numbers", name, size));
  Eigen::VectorXd vector(size);
  for (Eigen::Index i = 0; i < size; ++i) vector(i) = number(values[static_cast<std::size_t>(i)], name);
  return vector;
}

}  // namespace

nlohmann::ordered_json json_of(const Eigen::VectorXd& vector) {
  return std::vector<double>(vector.data(), vector.data() + vector.size());
}

nlohmann::ordered_json json_of(const Eigen::MatrixXd& matrix) {
  auto rows = nlohmann::ordered_json::array();
  for (Eigen::Index row = 0; row < matrix.rows(); ++row) rows.push_back(json_of(Eigen::VectorXd(matrix.row(row))));
  return rows;
}

const json& array_member(const json& object, const std::string& name) {
  const json& values = member(object, name);
  if (!values.is_array()) refuse_classifier(fmt::format("\"{}\" is not a list", name));
  return values;
}

Eigen::MatrixXd matrix_member(const json& object, const std::string& name, Eigen::Index columns) {
  const json& rows = array_member(object, name);
  Eigen::MatrixXd matrix(static_cast<Eigen::Index>(rows.size()), columns);
  for (std::size_t row = 0; row < rows.size(); ++row)
    matrix.row(static_cast<Eigen::Index>(row)) = numbers(rows[row], name, columns);
  return matrix;
}

Eigen::VectorXd vector_member(const json& object, const std::string& name, Eigen::Index size) {
  return numbers(member(object, name), name, size);
}

double number_member(const json& object, const std::string& name) { return number(member(object, name), name); }

int integer_member(const json& object, const std::string& name, int minimum, int maximum) {
  const double value = number_member(object, name);
  if (value != std::floor(value) || value < minimum || value > maximum)
    refuse_classifier(
        fmt::format("\"{}\" is {}, expected a whole number from {} to {}", name, value, minimum, maximum));
  return static_cast<int>(value);
}

void refuse_classifier(const std::string& reason) {
  throw InputError("the classifier cannot be read: " + reason, "The file is damaged; train or copy it again.");
}

}  // namespace tomocyte
