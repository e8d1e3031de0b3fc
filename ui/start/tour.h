// The first steps with simulated samples: a small window beside the work, whose buttons do what they say.
#pragma once

#include <QDialog>
#include <functional>
#include <vector>

class QLabel;
class QPushButton;

namespace tomocyte {

struct TourStep {
  QString title;
  QString text;
  QString action;              // on the button; empty: nothing to do
  std::function<void()> does;  // in the window
};

class Tour : public QDialog {
  Q_OBJECT
 public:
  explicit Tour(std::vector<TourStep> steps, QWidget* parent = nullptr);
  [[nodiscard]] int step() const { return step_; }

 private:
  void turnTo(int step);

  std::vector<TourStep> steps_;
  int step_ = 0;
  QLabel* title_;
  QLabel* text_;
  QLabel* where_;
  QPushButton* does_;
  QPushButton* back_;
  QPushButton* next_;
};

}  // namespace tomocyte
