// A figure in the window: drawn beside the GUI thread, once per size and theme, and saved as a picture.
#pragma once

#include <QImage>
#include <QWidget>

#include "ui/plots/plot_frame.h"

namespace tomocyte {

class BackgroundJob;

class FigureView : public QWidget {
  Q_OBJECT
 public:
  explicit FigureView(QWidget* parent = nullptr);

  // Empty: nothing is shown but `message`. The figure is called in another thread.
  void setFigure(Figure figure, const QString& message = {});
  // Whether what is seen is the figure, in this size.
  [[nodiscard]] bool isDrawn() const;
  // Asks for a file and saves the figure there; `name` is proposed. Empty when the user has chosen none, else the path;
  // throws like saveFigure().
  QString saveAs(const QString& name, const QSize& size);
  [[nodiscard]] QSize sizeHint() const override { return {640, 420}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void forget();
  void drawAnew();

  Figure figure_;
  QString message_;
  BackgroundJob* job_;
  QImage drawn_;
  int generation_ = 0;  // of figure and theme: what was drawn of an older one is not shown
};

}  // namespace tomocyte
