#include "ui/samples/cell_delegate.h"

#include <QApplication>
#include <QPainter>

#include "ui/painting.h"
#include "ui/samples/cell_thumbnail.h"
#include "ui/samples/gallery_model.h"
#include "ui/theme.h"

namespace tomocyte {
namespace {

constexpr int kMargin = 6;
constexpr int kTextWidth = 132;  // "unidentified, unclear"

QFont smaller(const QFont& font) {
  QFont small = font;
  small.setPointSizeF(0.9 * font.pointSizeF());
  return small;
}

QString measuredText(const CatalogCell& cell) {
  const auto& found = cell.cell.classification;
  const QString volume =
      QCoreApplication::translate("cell_delegate", "%1 fL").arg(cell.cell.indices.volume_fl, 0, 'f', 0);
  return found ? QString("%1 · %2").arg(found->probabilities.front().probability, 0, 'f', 2).arg(volume) : volume;
}

void drawSigns(QPainter& painter, const QRect& picture, const CatalogCell& cell) {
  QString flags;
  for (const FlagKey& flag : flagKeys())
    if (cell.call.flags.*flag.flag) flags += flag.key;
  const QRectF line = QRectF(picture).adjusted(2, 2, -2, -2);
  if (!flags.isEmpty()) drawCaption(painter, line, Qt::AlignLeft | Qt::AlignTop, flags, colour::kWarning);
  if (cell.reviewed)
    drawCaption(painter, line, Qt::AlignRight | Qt::AlignTop, QStringLiteral("✓"), colour::kAccent);
  else if (cell.cell.classification && !cell.cell.classification->uncertain.empty())
    drawCaption(painter, line, Qt::AlignRight | Qt::AlignTop, QStringLiteral("?"), colour::kWarning);
}

}  // namespace

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  const int line = QFontMetrics(option.font).height();
  return {kTextWidth + 2 * kMargin, kThumbnailPixels + 2 * line + 3 * kMargin};
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto* model = qobject_cast<const GalleryModel*>(index.model());
  if (!model) return;
  const CatalogCell& cell = model->cellAt(index.row());
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  const int line = QFontMetrics(option.font).height();
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const QRect tile = option.rect.adjusted(2, 2, -2, -2);
  painter->setBrush(selected ? theme().chosen : theme().panel);
  painter->setPen(selected ? QPen(theme().selected, 2) : QPen(Qt::NoPen));
  painter->drawRoundedRect(tile, 4, 4);
  const QRect picture(tile.center().x() - kThumbnailPixels / 2, tile.top() + kMargin, kThumbnailPixels,
                      kThumbnailPixels);
  if (const QPixmap thumbnail = model->thumbnail(cell.id); !thumbnail.isNull())
    painter->drawPixmap(picture, thumbnail);
  else
    painter->fillRect(picture, colour::kBackground);
  drawSigns(*painter, picture, cell);
  QRect text(tile.left() + 3, picture.bottom() + 4, tile.width() - 6, line);
  painter->setPen(cell.call.cell_class.empty() ? theme().warning : theme().text);
  painter->setFont(option.font);
  painter->drawText(text, Qt::AlignCenter,
                    QFontMetrics(option.font).elidedText(callText(cell.call), Qt::ElideRight, text.width()));
  text.translate(0, line);
  painter->setPen(theme().faint);
  painter->setFont(smaller(option.font));
  painter->drawText(text, Qt::AlignCenter, measuredText(cell));
  painter->restore();
}

}  // namespace tomocyte
