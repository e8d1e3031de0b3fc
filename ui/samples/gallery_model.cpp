#include "ui/samples/gallery_model.h"

#include <QCoreApplication>
#include <QMimeData>
#include <algorithm>

#include "core/report/reported_index.h"
#include "ui/index_name.h"

namespace tomocyte {
namespace {

constexpr int kThumbnails = 3000;  // kept: 110 MB, many screens full

// A cell with one of these needs no class.
bool isFlaggedAway(const CellFlags& flags) { return flags.artefact || flags.doublet || flags.dead; }

QString tipOf(const CatalogCell& cell) {
  QStringList lines{(cell.reviewed ? QCoreApplication::translate("gallery_model", "Cell %1: %2, reviewed")
                                   : QCoreApplication::translate("gallery_model", "Cell %1: %2, not reviewed"))
                        .arg(cell.id)
                        .arg(callText(cell.call))};
  if (const auto& found = cell.cell.classification) {
    for (const auto& [name, probability] : found->probabilities)
      lines << QString("%1  %2").arg(QString::fromStdString(name)).arg(probability, 0, 'f', 3);
    if (!found->uncertain.empty())
      lines << QCoreApplication::translate("gallery_model", "Unsure: %1").arg(QString::fromStdString(found->uncertain));
  }
  for (const ReportedIndex& index : reported_indices())
    lines << QString("%1  %2 %3")
                 .arg(indexName(index.name))
                 .arg(cell.cell.indices.*index.member, 0, 'f', index.decimals)
                 .arg(index.unit);
  if (cell.cell.touches_border)
    lines << QCoreApplication::translate("gallery_model", "Cut by the volume's border: its indices are lower bounds");
  return lines.join('\n');
}

}  // namespace

bool GalleryFilter::accepts(const CatalogCell& cell) const {
  if (onlyUnreviewed && cell.reviewed) return false;
  if (flag && !(cell.call.flags.**flag)) return false;
  if (!cellClass) return true;
  return *cellClass == cell.call.cell_class && !(cellClass->empty() && isFlaggedAway(cell.call.flags));
}

QString callText(const CellCall& call) {
  QStringList parts;
  if (!call.cell_class.empty()) parts << QString::fromStdString(call.cell_class);
  for (const FlagKey& flag : flagKeys())
    if (call.flags.*flag.flag) parts << flagName(flag).toLower();
  return parts.isEmpty() ? QCoreApplication::translate("gallery_model", "unidentified")
                         : parts.join(QStringLiteral(", "));
}

GalleryModel::GalleryModel(DifferentialTable table, QObject* parent)
    : QAbstractListModel(parent), table_(std::move(table)), thumbnails_(kThumbnails) {}

void GalleryModel::setCells(std::vector<CatalogCell> cells, bool sameSample) {
  beginResetModel();
  cells_ = std::move(cells);
  positions_.clear();
  for (std::size_t i = 0; i < cells_.size(); ++i) positions_[cells_[i].id] = i;
  if (!sameSample) {
    thumbnails_.clear();
    wanted_.clear();
  }
  arrange();
  endResetModel();
}

void GalleryModel::setFilter(const GalleryFilter& filter) {
  beginResetModel();
  filter_ = filter;
  arrange();
  endResetModel();
}

void GalleryModel::setOrder(GalleryOrder order) {
  beginResetModel();
  order_ = order;
  arrange();
  endResetModel();
}

void GalleryModel::arrange() {
  shown_ = galleryOrder(cells_, order_, table_);
  std::erase_if(shown_, [this](std::size_t i) { return !filter_.accepts(cells_[i]); });
  number();
}

void GalleryModel::number() {
  rows_.assign(cells_.size(), -1);
  for (std::size_t row = 0; row < shown_.size(); ++row) rows_[shown_[row]] = static_cast<int>(row);
}

void GalleryModel::replaceCells(const std::vector<CatalogCell>& changed) {
  std::vector<int> refused;
  int first = rowCount();
  int last = -1;
  bool returns = false;  // an undo brings cells back that had left
  for (const CatalogCell& cell : changed) {
    const auto position = positions_.find(cell.id);
    if (position == positions_.end()) continue;
    cells_[position->second] = cell;
    const int row = rows_[position->second];
    const bool accepted = filter_.accepts(cell);
    returns = returns || (accepted && row < 0);
    if (accepted && row >= 0) {
      first = std::min(first, row);
      last = std::max(last, row);
    }
    if (!accepted && row >= 0) refused.push_back(row);
  }
  if (last >= 0) Q_EMIT dataChanged(index(first), index(last));
  if (!returns) return dropRefused(std::move(refused));
  beginResetModel();
  arrange();
  endResetModel();
}

void GalleryModel::dropRefused(std::vector<int> rows) {
  constexpr std::size_t kFew = 64;  // views are slow at taking rows away one by one
  if (rows.size() > kFew) {
    beginResetModel();
    std::erase_if(shown_, [this](std::size_t i) { return !filter_.accepts(cells_[i]); });
    number();
    return endResetModel();
  }
  std::ranges::sort(rows, std::ranges::greater{});
  for (const int row : rows) {
    beginRemoveRows({}, row, row);
    shown_.erase(shown_.begin() + row);
    number();
    endRemoveRows();
  }
}

int GalleryModel::rowOf(RecordId cell) const {
  const auto position = positions_.find(cell);
  return position == positions_.end() ? -1 : rows_[position->second];
}

QPixmap GalleryModel::thumbnail(RecordId cell) const {
  if (const QPixmap* found = thumbnails_.object(cell)) return *found;
  if (wanted_.insert(cell).second) Q_EMIT thumbnailWanted(cell);
  return {};
}

void GalleryModel::setThumbnail(RecordId cell, const QImage& image) {
  wanted_.erase(cell);
  thumbnails_.insert(cell, new QPixmap(QPixmap::fromImage(image)));
  if (const int row = rowOf(cell); row >= 0) Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole});
}

int GalleryModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

QVariant GalleryModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const CatalogCell& cell = cellAt(index.row());
  if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) return callText(cell.call);
  if (role == Qt::ToolTipRole) return tipOf(cell);
  return {};
}

Qt::ItemFlags GalleryModel::flags(const QModelIndex& index) const {
  return QAbstractListModel::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QMimeData* GalleryModel::mimeData(const QModelIndexList& indexes) const {
  QByteArray ids;
  for (const QModelIndex& index : indexes) ids += QByteArray::number(qlonglong{cellAt(index.row()).id}) + '\n';
  auto* data = new QMimeData;
  data->setData(kCellsMimeType, ids);
  return data;
}

QStringList GalleryModel::mimeTypes() const { return {kCellsMimeType}; }

}  // namespace tomocyte
