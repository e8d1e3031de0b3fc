#include "ui/plots/figure_view.h"

#include <QEvent>
#include <QFileDialog>
#include <QPainter>
#include <QSettings>

#include "ui/background_job.h"
#include "ui/plots/save_figure.h"

namespace tomocyte {

FigureView::FigureView(QWidget* parent) : QWidget(parent), job_(new BackgroundJob(this)) {
  setMinimumSize(200, 120);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  connect(job_, &BackgroundJob::ended, this, qOverload<>(&QWidget::update));
}

void FigureView::setFigure(Figure figure, const QString& message) {
  figure_ = std::move(figure);
  message_ = message;
  forget();
}

void FigureView::forget() {
  ++generation_;
  drawn_ = {};
  update();
}

bool FigureView::isDrawn() const { return drawn_.size() == (QSizeF(size()) * devicePixelRatioF()).toSize(); }

// Twenty thousand cells take longer than a window may stand still.
void FigureView::drawAnew() {
  if (job_->busy()) return;  // its end asks again
  const double ratio = devicePixelRatioF();
  QImage image((QSizeF(size()) * ratio).toSize(), QImage::Format_RGB32);
  image.setDevicePixelRatio(ratio);
  job_->start(tr("Drawing"),
              [this, image, figure = figure_, area = QRectF(rect()), words = font(), colours = figureColours(palette()),
               generation = generation_](const Progress&) mutable -> BackgroundJob::Finish {
                QPainter painter(&image);
                painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
                painter.setFont(words);
                figure(painter, area, colours);
                painter.end();
                return [this, image, generation] {
                  if (generation == generation_) drawn_ = image;
                };
              });
}

QString FigureView::saveAs(const QString& name, const QSize& size) {
  QString filter;
  const QString folder = QSettings().value("folder").toString();
  QString path = QFileDialog::getSaveFileName(this, tr("Save the picture"), folder + '/' + name + ".png",
                                              tr("PNG picture (*.png);;SVG drawing (*.svg)"), &filter);
  if (path.isEmpty()) return {};
  if (!path.endsWith(".png", Qt::CaseInsensitive) && !path.endsWith(".svg", Qt::CaseInsensitive))
    path += filter.contains("svg") ? ".svg" : ".png";
  QSettings().setValue("folder", QFileInfo(path).absolutePath());
  saveFigure(path.toStdString(), size, figure_);
  return path;
}

void FigureView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), palette().color(QPalette::Base));
  if (figure_) {
    if (!isDrawn()) drawAnew();
    if (!drawn_.isNull()) painter.drawImage(rect(), drawn_);  // stretched until it is drawn in the new size
    return;
  }
  painter.setPen(palette().color(QPalette::Text));
  painter.drawText(rect().adjusted(20, 0, -20, 0), Qt::AlignCenter | Qt::TextWordWrap, message_);
}

void FigureView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) forget();
  QWidget::changeEvent(event);
}

}  // namespace tomocyte
