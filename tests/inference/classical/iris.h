// Thirty irises (Fisher 1936, "The use of multiple measurements in taxonomic problems", table I): the first ten of each
// species, with sepal length and width and petal length and width in cm.
#pragma once

#include <Eigen/Core>
#include <string>
#include <vector>

namespace tomocyte {

inline Eigen::MatrixXd iris_features() {
  Eigen::MatrixXd features(30, 4);
  features << 5.1, 3.5, 1.4, 0.2, 4.9, 3.0, 1.4, 0.2, 4.7, 3.2, 1.3, 0.2, 4.6, 3.1, 1.5, 0.2, 5.0, 3.6, 1.4, 0.2,  //
      5.4, 3.9, 1.7, 0.4, 4.6, 3.4, 1.4, 0.3, 5.0, 3.4, 1.5, 0.2, 4.4, 2.9, 1.4, 0.2, 4.9, 3.1, 1.5, 0.1,          //
      7.0, 3.2, 4.7, 1.4, 6.4, 3.2, 4.5, 1.5, 6.9, 3.1, 4.9, 1.5, 5.5, 2.3, 4.0, 1.3, 6.5, 2.8, 4.6, 1.5,          //
      5.7, 2.8, 4.5, 1.3, 6.3, 3.3, 4.7, 1.6, 4.9, 2.4, 3.3, 1.0, 6.6, 2.9, 4.6, 1.3, 5.2, 2.7, 3.9, 1.4,          //
      6.3, 3.3, 6.0, 2.5, 5.8, 2.7, 5.1, 1.9, 7.1, 3.0, 5.9, 2.1, 6.3, 2.9, 5.6, 1.8, 6.5, 3.0, 5.8, 2.2,          //
      7.6, 3.0, 6.6, 2.1, 4.9, 2.5, 4.5, 1.7, 7.3, 2.9, 6.3, 1.8, 6.7, 2.5, 5.8, 1.8, 7.2, 3.6, 6.1, 2.5;
  return features;
}

inline std::vector<int> iris_truth() {
  std::vector<int> truth;
  for (int flower = 0; flower < 30; ++flower) truth.push_back(flower / 10);
  return truth;
}

inline std::vector<std::string> iris_classes() { return {"setosa", "versicolor", "virginica"}; }

// Four flowers that are not among the thirty.
inline Eigen::MatrixXd other_flowers() {
  Eigen::MatrixXd features(4, 4);
  features << 5.0, 3.4, 1.5, 0.2, 6.0, 2.8, 4.8, 1.6, 6.2, 2.9, 5.0, 1.8, 5.5, 3.0, 3.0, 1.0;
  return features;
}

}  // namespace tomocyte
