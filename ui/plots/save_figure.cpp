#include "ui/plots/save_figure.h"

#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

#include "core/error.h"
#include "core/files/atomic_file.h"

namespace tomocyte {
namespace {

constexpr int kPixelsPerUnit = 2;
constexpr int kTextPixels = 14;
constexpr std::uintmax_t kExpectedBytes = 4'000'000;

void draw(QPaintDevice& device, const QSize& size, const Figure& figure) {
  QPainter painter(&device);
  painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
  QFont font = painter.font();
  font.setPixelSize(kTextPixels);
  painter.setFont(font);
  figure(painter, QRectF(QPointF(0, 0), size), {});
}

bool savePng(const QString& path, const QSize& size, const Figure& figure) {
  QImage image(size * kPixelsPerUnit, QImage::Format_RGB32);
  image.setDevicePixelRatio(kPixelsPerUnit);
  draw(image, size, figure);
  return image.save(path, "PNG");
}

bool saveSvg(const QString& path, const QSize& size, const Figure& figure) {
  QSvgGenerator generator;
  generator.setFileName(path);
  generator.setSize(size);
  generator.setViewBox(QRect(QPoint(0, 0), size));
  draw(generator, size, figure);
  return QFileInfo(path).size() > 0;
}

}  // namespace

void saveFigure(const std::filesystem::path& path, const QSize& size, const Figure& figure) {
  const std::string ending = path.extension().string();
  if (ending != ".png" && ending != ".svg")
    throw InputError("a picture ends in .png or .svg, not in \"" + ending + "\"", "Give the file another name.");
  AtomicFile file(path, kExpectedBytes);
  const QString temporary = QString::fromStdString(file.temporary().string());
  if (!(ending == ".png" ? savePng(temporary, size, figure) : saveSvg(temporary, size, figure)))
    throw FileError(path, "the picture could not be written",
                    "Check the free space and the permissions of the folder.");
  file.commit();
}

}  // namespace tomocyte
