#include "inference/evaluation_figure.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "inference/svg.h"

namespace tomocyte {
namespace {

constexpr double kSide = 260.0;  // of each panel
constexpr double kTop = 90.0;

std::string text(double x, double y, const std::string& words, const char* anchor = "middle", const char* more = "") {
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\" {}>{}</text>\n", x, y, anchor, more,
                     svg_escaped(words));
}

// A square from 0 to 1 on both axes, with its name and axis titles.
std::string frame(double left, const std::string& name, const std::string& across, const std::string& up) {
  std::string svg = fmt::format(
      "<rect x=\"{0:.1f}\" y=\"{1:.1f}\" width=\"{2:.1f}\" height=\"{2:.1f}\" fill=\"none\" stroke=\"black\"/>\n", left,
      kTop, kSide);
  svg += text(left + kSide / 2, kTop - 14, name, "middle", "font-weight=\"bold\"");
  svg += text(left + kSide / 2, kTop + kSide + 40, across);
  const double x = left - 36;
  const double y = kTop + kSide / 2;
  return svg + text(x, y, up, "middle", fmt::format("transform=\"rotate(-90 {:.1f} {:.1f})\"", x, y).c_str());
}

std::string ticks(double left) {
  std::string svg;
  for (const double value : {0.0, 0.5, 1.0}) {
    svg += text(left + value * kSide, kTop + kSide + 18, fmt::format("{:.1f}", value));
    svg += text(left - 6, kTop + (1.0 - value) * kSide + 4, fmt::format("{:.1f}", value), "end");
  }
  return svg + fmt::format(
                   "<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"#999\" "
                   "stroke-dasharray=\"4 4\"/>\n",
                   left, kTop + kSide, left + kSide, kTop);
}

// Each row's shade is the share of the true class's cells.
std::string confusion_panel(const Evaluation& evaluation, double left) {
  std::string svg = frame(left, "Confusion (cells)", "predicted", "");
  const auto classes = static_cast<double>(evaluation.classes.size());
  const double box = kSide / classes;
  for (Eigen::Index row = 0; row < evaluation.confusion.rows(); ++row) {
    const double total = std::max(1, evaluation.confusion.row(row).sum());
    const double y = kTop + static_cast<double>(row) * box;
    svg += text(left - 6, y + box / 2 + 4, evaluation.classes[static_cast<std::size_t>(row)].name, "end");
    svg += text(left + (static_cast<double>(row) + 0.5) * box, kTop + kSide + 18,
                evaluation.classes[static_cast<std::size_t>(row)].name, "middle", "font-size=\"10\"");
    for (Eigen::Index column = 0; column < evaluation.confusion.cols(); ++column) {
      const double share = evaluation.confusion(row, column) / total;
      const double x = left + static_cast<double>(column) * box;
      svg += fmt::format(
          "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"#0072B2\" "
          "fill-opacity=\"{:.3f}\"/>\n",
          x, y, box, box, share);
      svg += text(x + box / 2, y + box / 2 + 4, fmt::format("{}", evaluation.confusion(row, column)), "middle",
                  share > 0.5 ? "fill=\"white\"" : "");
    }
  }
  return svg;
}

std::string roc_panel(const Evaluation& evaluation, double left) {
  std::string svg = frame(left, "ROC, each class against the rest", "1 - specificity", "sensitivity") + ticks(left);
  for (std::size_t i = 0; i < evaluation.classes.size(); ++i) {
    const ClassMetrics& metrics = evaluation.classes[i];
    const char* colour = kSvgColours[i % kSvgColours.size()];
    std::string points;
    for (const RocPoint& p : metrics.roc)
      points += fmt::format("{:.2f},{:.2f} ", left + p.false_positive_rate * kSide,
                            kTop + (1.0 - p.true_positive_rate) * kSide);
    svg += fmt::format("<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\"/>\n", points, colour);
    const std::string area = metrics.roc_area ? fmt::format(" {:.3f}", metrics.roc_area->value) : std::string();
    svg += text(left + kSide - 8, kTop + kSide - 10 - 16 * static_cast<double>(i), metrics.name + area, "end",
                fmt::format("fill=\"{}\"", colour).c_str());
  }
  return svg;
}

std::string reliability_panel(const Evaluation& evaluation, double left) {
  std::string svg = frame(left, "Reliability", "probability given", "accuracy") + ticks(left);
  for (const ReliabilityBin& bin : evaluation.reliability) {
    if (!bin.confidence || !bin.accuracy) continue;
    const double share = static_cast<double>(bin.cells) / std::max(1, evaluation.cells);
    svg +=
        fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\" fill=\"#D55E00\" fill-opacity=\"0.7\"/>\n",
                    left + *bin.confidence * kSide, kTop + (1.0 - *bin.accuracy) * kSide, 3.0 + 9.0 * std::sqrt(share));
  }
  return svg + text(left + 10, kTop + 18,
                    fmt::format("expected calibration error {:.3f}", evaluation.expected_calibration_error), "start");
}

}  // namespace

std::string evaluation_svg(const Evaluation& evaluation, const std::string& title, bool simulated) {
  const Interval& accuracy = evaluation.accuracy;
  std::string svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"440\" viewBox=\"0 0 1200 440\" "
      "font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"1200\" height=\"440\" fill=\"white\"/>\n";
  svg += text(600, 26, title + (simulated ? " (SIMULATED cells)" : ""), "middle", "font-size=\"16\"");
  svg += text(600, 48,
              fmt::format("accuracy {:.1f} % (95 %: {:.1f} to {:.1f} %), {} cells{}", 100.0 * accuracy.value,
                          100.0 * accuracy.low, 100.0 * accuracy.high, evaluation.cells,
                          evaluation.donors > 0 ? fmt::format(" of {} donors", evaluation.donors) : ""));
  return svg + confusion_panel(evaluation, 120) + roc_panel(evaluation, 510) + reliability_panel(evaluation, 890) +
         "</svg>\n";
}

}  // namespace tomocyte
