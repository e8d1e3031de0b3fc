// Matrices and checked numbers of a classifier's JSON.
#pragma once

#include <Eigen/Core>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace tomocyte {

[[nodiscard]] nlohmann::ordered_json json_of(const Eigen::MatrixXd& matrix);  // rows of numbers
[[nodiscard]] nlohmann::ordered_json json_of(const Eigen::VectorXd& vector);

// The member `name` of `object`. They throw InputError that names the member when it is missing, of another type or
// size, or out of range.
[[nodiscard]] Eigen::MatrixXd matrix_member(const nlohmann::json& object, const std::string& name,
                                            Eigen::Index columns);
[[nodiscard]] Eigen::VectorXd vector_member(const nlohmann::json& object, const std::string& name, Eigen::Index size);
[[nodiscard]] double number_member(const nlohmann::json& object, const std::string& name);
[[nodiscard]] int integer_member(const nlohmann::json& object, const std::string& name, int minimum, int maximum);
[[nodiscard]] const nlohmann::json& array_member(const nlohmann::json& object, const std::string& name);

[[noreturn]] void refuse_classifier(const std::string& reason);

}  // namespace tomocyte
