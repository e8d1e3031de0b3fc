// The cells of a sample as a list of pictures: filtered, sorted, with the catalog's thumbnails as they are needed.
#pragma once

#include <QAbstractListModel>
#include <QCache>
#include <QImage>
#include <QPixmap>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ui/samples/gallery_order.h"
#include "ui/samples/review_keys.h"

namespace tomocyte {

// What is not given does not filter.
struct GalleryFilter {
  std::optional<std::string> cellClass;   // now; "" is unidentified: no class, and no flag in its place
  std::optional<bool CellFlags::*> flag;  // cells with this one
  bool onlyUnreviewed = false;
  [[nodiscard]] bool accepts(const CatalogCell& cell) const;
};

class GalleryModel : public QAbstractListModel {
  Q_OBJECT
 public:
  explicit GalleryModel(DifferentialTable table, QObject* parent = nullptr);

  // Of another sample: the thumbnails are forgotten. Of the same one: they are kept.
  void setCells(std::vector<CatalogCell> cells, bool sameSample);
  // The laboratory's classes; before setCells().
  void setTable(DifferentialTable table) { table_ = std::move(table); }
  void setFilter(const GalleryFilter& filter);
  void setOrder(GalleryOrder order);
  // What has been reviewed stays where it is, or leaves when the filter no longer accepts it.
  void replaceCells(const std::vector<CatalogCell>& changed);

  [[nodiscard]] const std::vector<CatalogCell>& cells() const { return cells_; }  // all, in the order imported
  [[nodiscard]] const CatalogCell& cellAt(int row) const { return cells_[shown_[static_cast<std::size_t>(row)]]; }
  [[nodiscard]] int rowOf(RecordId cell) const;  // -1: not shown
  [[nodiscard]] const DifferentialTable& table() const { return table_; }
  // Null until it has come, or when there is none. Asks for it.
  [[nodiscard]] QPixmap thumbnail(RecordId cell) const;
  void setThumbnail(RecordId cell, const QImage& image);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
  // For dragging to a class: the cells' ids, one a line.
  [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
  [[nodiscard]] QStringList mimeTypes() const override;

 Q_SIGNALS:
  // Once for each cell, and again when it was forgotten for others; setThumbnail() answers.
  void thumbnailWanted(qlonglong cell) const;

 private:
  void arrange();
  void number();
  void dropRefused(std::vector<int> rows);

  DifferentialTable table_;
  std::vector<CatalogCell> cells_;
  std::unordered_map<RecordId, std::size_t> positions_;  // in cells_
  std::vector<std::size_t> shown_;
  std::vector<int> rows_;  // of cells_ in shown_, -1: not shown
  GalleryFilter filter_;
  GalleryOrder order_ = GalleryOrder::kLeastProbable;
  mutable QCache<RecordId, QPixmap> thumbnails_;
  mutable std::unordered_set<RecordId> wanted_;  // asked for; those that do not exist stay here
};

// "monocyte, doublet", "unidentified": flags in the language of the window, classes as the laboratory names them.
[[nodiscard]] QString callText(const CellCall& call);

// Of the drag that GalleryModel makes.
inline constexpr const char* kCellsMimeType = "application/x-tomocyte-cells";

}  // namespace tomocyte
