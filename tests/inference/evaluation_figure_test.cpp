#include "inference/evaluation_figure.h"

#include "tests/catch.h"

using namespace tomocyte;

namespace {

std::size_t occurrences(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("the figure of an evaluation shows its counts, says simulated, and closes what it opens") {
  Predictions predictions{{"a<b", "c"}, Eigen::MatrixXd(5, 2), {0, 0, 0, 1, 1}};
  predictions.probabilities << 0.9, 0.1, 0.8, 0.2, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9;
  const std::string svg = evaluation_svg(evaluate(predictions), "toy", true);
  CHECK(occurrences(svg, "SIMULATED") == 1);
  CHECK(evaluation_svg(evaluate(predictions), "toy", false).find("SIMULATED") == std::string::npos);
  CHECK(svg.find("accuracy 80.0 %") != std::string::npos);
  CHECK(occurrences(svg, "<text") == occurrences(svg, "</text>"));
  CHECK(svg.find("a<b") == std::string::npos);
  CHECK(occurrences(svg, "a&lt;b") == 3);  // row, column, legend
  CHECK(occurrences(svg, "<polyline") == 2);
  CHECK(svg.ends_with("</svg>\n"));
}
