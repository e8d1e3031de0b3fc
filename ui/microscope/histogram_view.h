// Histogram of one frame's counts, with what is saturated in orange.
#pragma once

#include <QWidget>
#include <vector>

namespace tomocyte {

class HistogramView : public QWidget {
  Q_OBJECT
 public:
  explicit HistogramView(QWidget* parent = nullptr);
  // `bins` from 0 to full scale; `saturated` is a fraction of the pixels.
  void setHistogram(std::vector<double> bins, double fullScale, double saturated);
  [[nodiscard]] QSize sizeHint() const override { return {280, 110}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {140, 80}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  std::vector<double> bins_;
  double fullScale_ = 0.0;
  double saturated_ = 0.0;
};

}  // namespace tomocyte
