// How a cell looks in the gallery: its picture, class, the model's probability and volume, flags, and whether a person
// has seen it.
#pragma once

#include <QStyledItemDelegate>

namespace tomocyte {

class CellDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  // `index` is of a GalleryModel.
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace tomocyte
